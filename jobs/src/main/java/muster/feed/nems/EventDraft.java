package muster.feed.nems;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * An event while it is being read: the fields of {@link NemsEvent}, and the doubts and refusals met on the way.
 * Readers fill in their own fields; a refusal does not stop the others, so that all reasons are named together.
 */
final class EventDraft {

    String eventCode;
    String messageId;
    String payloadSha256;
    Instant lastUpdated;
    Instant timestamp;
    Long headerVersionId;
    String lifecycle;
    String routingNhsNumber;
    String routingFamilyName;
    String routingGivenName;
    LocalDate routingBirthDate;
    String sourceName;
    String sourceEndpoint;
    String responsibleOrganisation;
    String nhsNumber;
    String nhsNumberStatus;
    Long serialChangeNumber;
    String familyName;
    String givenName;
    String genderCode;
    LocalDate birthDate;
    String partialBirthDate;
    Instant birthTime;
    List<String> addressLines = List.of();
    String postcode;
    LocalDate addressStart;
    List<String> previousAddressLines = List.of();
    String previousPostcode;
    LocalDate previousAddressStart;
    LocalDate previousAddressEnd;
    String practiceCode;
    String practiceName;
    String practiceCommissioner;
    boolean deregistered;
    String previousPracticeCode;
    LocalDate previousPracticeStart;
    LocalDate previousPracticeEnd;
    String deathStatus;
    Instant systemEffectiveDate;
    LocalDate deceasedDate;
    Integer birthOrder;
    Integer registrableBirths;
    Integer birthWeightGrams;
    Integer gestationWeeks;
    String stillbirthIndicator;
    String congenitalAbnormality;
    String ethnicCategory;
    String deliveryPlace;
    String deliveryPlaceType;
    String registeringAuthority;
    String registeringAuthorityType;
    String responsibleCho;
    String partnerCho;
    String motherRelationship;
    String motherNhsNumber;
    Boolean motherNhsNumberValid;
    String motherFamilyName;
    String motherGivenName;
    LocalDate motherBirthDate;
    String motherPractice;
    LocalDate motherPracticeStart;
    String confidentialityCode;
    boolean restricted;
    Instant provenanceRecorded;
    String provenanceOrganisation;
    Boolean provenanceByPatient;
    AgencyRecord record;

    private final Set<LocalDate> sentinelDates;
    private final List<NemsWarning> warnings = new ArrayList<>();
    private final LinkedHashSet<String> refusals = new LinkedHashSet<>();
    private String refusedField;

    EventDraft(Set<LocalDate> sentinelDates) {
        this.sentinelDates = sentinelDates;
    }

    void warn(String reasonCode, String field) {
        NemsWarning warning = new NemsWarning(reasonCode, field);
        if (!warnings.contains(warning)) {
            warnings.add(warning);
        }
    }

    void refuse(String reasonCode, String field) {
        if (refusals.add(reasonCode) && refusedField == null) {
            refusedField = field;
        }
    }

    /** A London date that is not a birth date: impossible, partial and sentinel dates are left empty with a warning. */
    LocalDate date(String text, String field) {
        LocalDate date = FhirDates.londonDate(text);
        if (date == null && text == null) {
            return null;
        }
        if (date == null || sentinelDates.contains(date)) {
            warn(Reason.DATE_FORMAT, field);
            return null;
        }
        return date;
    }

    /**
     * The London day on which something was done: where the time is impossible, as the published offset of 58 hours is,
     * the day the publisher last wrote the record, with a warning (feeds.md 1.2).
     */
    LocalDate eventDate(String text, String field) {
        if (text != null && FhirDates.isDay(text)) {
            return date(text, field);
        }
        Instant instant = eventInstant(text, field);
        return instant == null ? null : instant.atZone(FhirDates.LONDON).toLocalDate();
    }

    /** The same as an instant. */
    Instant eventInstant(String text, String field) {
        if (text == null) {
            return null;
        }
        Instant instant = FhirDates.instant(text);
        if (instant == null) {
            warn(Reason.TIMESTAMP_INVALID, field);
            return lastUpdated;
        }
        if (sentinelDates.contains(instant.atZone(FhirDates.LONDON).toLocalDate())) {
            warn(Reason.DATE_FORMAT, field);
            return null;
        }
        return instant;
    }

    /** A birth date as read, sentinels taken out with a warning (feeds.md 1.2). */
    FhirDates.Reading birthDate(String text, String field) {
        FhirDates.Reading reading = FhirDates.date(text);
        if (reading.bad() || sentinelDates.contains(dayOrNever(reading))) {
            warn(Reason.DATE_FORMAT, field);
            return FhirDates.Reading.ABSENT;
        }
        return reading;
    }

    private static LocalDate dayOrNever(FhirDates.Reading reading) {
        return reading.day() == null ? LocalDate.MAX : reading.day();
    }

    /** A whole, non-negative number as sent; null where it is absent or anything else. */
    static Long number(String text) {
        return text != null && text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
    }

    NemsResult result() {
        return refusals.isEmpty() ? event() : new NemsResult.Refusal(List.copyOf(refusals), refusedField);
    }

    private NemsEvent event() {
        return new NemsEvent(
                eventCode,
                messageId,
                payloadSha256,
                lastUpdated,
                timestamp,
                headerVersionId,
                lifecycle,
                routingNhsNumber,
                routingFamilyName,
                routingGivenName,
                routingBirthDate,
                sourceName,
                sourceEndpoint,
                responsibleOrganisation,
                nhsNumber,
                nhsNumberStatus,
                serialChangeNumber,
                familyName,
                givenName,
                genderCode,
                birthDate,
                partialBirthDate,
                birthTime,
                addressLines,
                postcode,
                addressStart,
                previousAddressLines,
                previousPostcode,
                previousAddressStart,
                previousAddressEnd,
                practiceCode,
                practiceName,
                practiceCommissioner,
                deregistered,
                previousPracticeCode,
                previousPracticeStart,
                previousPracticeEnd,
                deathStatus,
                systemEffectiveDate,
                deceasedDate,
                birthOrder,
                registrableBirths,
                birthWeightGrams,
                gestationWeeks,
                stillbirthIndicator,
                congenitalAbnormality,
                ethnicCategory,
                deliveryPlace,
                deliveryPlaceType,
                registeringAuthority,
                registeringAuthorityType,
                responsibleCho,
                partnerCho,
                motherRelationship,
                motherNhsNumber,
                motherNhsNumberValid,
                motherFamilyName,
                motherGivenName,
                motherBirthDate,
                motherPractice,
                motherPracticeStart,
                confidentialityCode,
                restricted,
                provenanceRecorded,
                provenanceOrganisation,
                provenanceByPatient,
                record,
                warnings);
    }
}

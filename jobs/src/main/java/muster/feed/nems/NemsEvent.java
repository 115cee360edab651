package muster.feed.nems;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * One event (feeds.md 3.3 to 3.8; of agencies 5.1, 7.1 and 8.2), flat. Every component that a message may leave out is null, lists are empty.
 *
 * @param eventCode which event, for instance {@code pds-change-of-gp-1}
 * @param messageId header id; not unique in practice, so the duplicate key is event code, id and payload hash
 * @param payloadSha256 lower-case hex SHA-256 of the bytes as received
 * @param lastUpdated sequencing instant: the latest wins; the timestamp where the header has none
 * @param timestamp when sent; lastUpdated where the one sent is impossible (TIMESTAMP_INVALID)
 * @param headerVersionId header sequence per patient and event type, may be null
 * @param lifecycle message event type: new, update or delete
 * @param routingNhsNumber the person routed for, as sent and cleaned: the mother in births
 * @param routingFamilyName family name routed for
 * @param routingGivenName given names routed for, one space between
 * @param routingBirthDate birth date routed for
 * @param sourceName publisher's name, often absent
 * @param sourceEndpoint publisher's ASID address
 * @param responsibleOrganisation ODS code of the responsible organisation
 * @param nhsNumber the child the event is about (the baby in births): ten digits, check digit sound
 * @param nhsNumberStatus NHS number status indicator, 01 to 08
 * @param serialChangeNumber version of the person's record on the Spine (SCN)
 * @param familyName family name, official
 * @param givenName given names, one space between
 * @param genderCode PERSON STATED GENDER CODE: 1, 2, 9 or X
 * @param birthDate birth date of the child's own record, null when partial
 * @param partialBirthDate YYYY or YYYY-MM where that is all there is
 * @param birthTime date and time of birth
 * @param addressLines usual address, in order, without postcode
 * @param postcode postcode of the usual address, canonical; pseudo-postcodes as typed
 * @param addressStart since when the child lives there
 * @param previousAddressLines address left
 * @param previousPostcode postcode left
 * @param previousAddressStart first day at the address left
 * @param previousAddressEnd last day at the address left
 * @param practiceCode ODS code of the practice now registered with; null in other events and when de-registered
 * @param practiceName its name as sent
 * @param practiceCommissioner ODS code of its commissioner, perhaps of an earlier organisation
 * @param deregistered true for a change of GP that names no new practice
 * @param previousPracticeCode ODS code of the practice left
 * @param previousPracticeStart first day with it
 * @param previousPracticeEnd last day with it
 * @param deathStatus 1 informal, 2 formal, U removed; null in most other events
 * @param systemEffectiveDate when the death status was set on the Spine
 * @param deceasedDate date of death, null for U
 * @param birthOrder 1 = first born of the delivery
 * @param registrableBirths registrable births at the delivery
 * @param birthWeightGrams grams, converted where sent in kilograms
 * @param gestationWeeks completed weeks
 * @param stillbirthIndicator 1 live, 2 ante-partum, 3 intra-partum, 4 indeterminate
 * @param congenitalAbnormality suspected congenital abnormality: Y, N or U
 * @param ethnicCategory Data Dictionary code
 * @param deliveryPlace ODS code of the place of delivery
 * @param deliveryPlaceType delivery place type, 0 to 9
 * @param registeringAuthority ODS code of the authority that notified the birth
 * @param registeringAuthorityType its type, a to y
 * @param responsibleCho ODS code of the child health organisation responsible
 * @param partnerCho ODS code of the second child health organisation to be told
 * @param motherRelationship code of the relationship as sent: NMTH or 12
 * @param motherNhsNumber as sent and cleaned; evidence only unless valid
 * @param motherNhsNumberValid whether it may be matched on; null when no number was sent
 * @param motherFamilyName mother's family name
 * @param motherGivenName mother's given names
 * @param motherBirthDate mother's birth date
 * @param motherPractice ODS code of the mother's practice
 * @param motherPracticeStart since when the mother is registered there
 * @param confidentialityCode PDS confidentiality label if the message carries one
 * @param restricted the message itself says that the record is restricted: its location must not leave
 * @param provenanceRecorded when the change was recorded
 * @param provenanceOrganisation ODS code of the organisation that made the change
 * @param provenanceByPatient true when the citizen changed the record; null without provenance
 * @param record what an agency says; null in PDS events
 * @param warnings what is doubtful, in the order found; empty when the message is simply applied
 */
public record NemsEvent(
        String eventCode,
        String messageId,
        String payloadSha256,
        Instant lastUpdated,
        Instant timestamp,
        Long headerVersionId,
        String lifecycle,
        String routingNhsNumber,
        String routingFamilyName,
        String routingGivenName,
        LocalDate routingBirthDate,
        String sourceName,
        String sourceEndpoint,
        String responsibleOrganisation,
        String nhsNumber,
        String nhsNumberStatus,
        Long serialChangeNumber,
        String familyName,
        String givenName,
        String genderCode,
        LocalDate birthDate,
        String partialBirthDate,
        Instant birthTime,
        List<String> addressLines,
        String postcode,
        LocalDate addressStart,
        List<String> previousAddressLines,
        String previousPostcode,
        LocalDate previousAddressStart,
        LocalDate previousAddressEnd,
        String practiceCode,
        String practiceName,
        String practiceCommissioner,
        boolean deregistered,
        String previousPracticeCode,
        LocalDate previousPracticeStart,
        LocalDate previousPracticeEnd,
        String deathStatus,
        Instant systemEffectiveDate,
        LocalDate deceasedDate,
        Integer birthOrder,
        Integer registrableBirths,
        Integer birthWeightGrams,
        Integer gestationWeeks,
        String stillbirthIndicator,
        String congenitalAbnormality,
        String ethnicCategory,
        String deliveryPlace,
        String deliveryPlaceType,
        String registeringAuthority,
        String registeringAuthorityType,
        String responsibleCho,
        String partnerCho,
        String motherRelationship,
        String motherNhsNumber,
        Boolean motherNhsNumberValid,
        String motherFamilyName,
        String motherGivenName,
        LocalDate motherBirthDate,
        String motherPractice,
        LocalDate motherPracticeStart,
        String confidentialityCode,
        boolean restricted,
        Instant provenanceRecorded,
        String provenanceOrganisation,
        Boolean provenanceByPatient,
        AgencyRecord record,
        List<NemsWarning> warnings)
        implements NemsResult {

    public NemsEvent {
        addressLines = List.copyOf(addressLines);
        previousAddressLines = List.copyOf(previousAddressLines);
        warnings = List.copyOf(warnings);
    }

    /** Warning codes without repetition, in the order found. */
    public List<String> warningCodes() {
        LinkedHashSet<String> codes = new LinkedHashSet<>();
        warnings.forEach(warning -> codes.add(warning.reasonCode()));
        return List.copyOf(codes);
    }

    /** Says which event it is and nothing about the person (SG-14). */
    @Override
    public String toString() {
        return "NemsEvent[" + eventCode + ", " + warningCodes() + "]";
    }
}

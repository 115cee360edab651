package muster.feed.nems;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.hl7.fhir.dstu3.model.Coding;
import org.hl7.fhir.dstu3.model.DateType;
import org.hl7.fhir.dstu3.model.Extension;
import org.hl7.fhir.dstu3.model.HumanName;
import org.hl7.fhir.dstu3.model.Identifier;
import org.hl7.fhir.dstu3.model.Patient;

/** Reads who the child is: number, names, gender, birth, confidentiality. */
final class PersonReader {

    static final String NHS_NUMBER = "nhs_number";
    static final String BIRTH_DATE = "person_birth_date";
    private static final String NHS_NUMBER_SYSTEM = "nhs-number";
    private static final Map<String, String> GENDERS = Map.of("male", "1", "female", "2", "other", "9", "unknown", "X");

    private final ParserLimits limits;
    private final EventDraft draft;

    PersonReader(ParserLimits limits, EventDraft draft) {
        this.limits = limits;
        this.draft = draft;
    }

    void read(Patient patient) {
        readNumber(patient);
        draft.serialChangeNumber =
                EventDraft.number(Text.clean(patient.getMeta().getVersionId()));
        HumanName name = FhirValues.currentName(patient.getName());
        draft.familyName = FhirValues.family(name);
        draft.givenName = FhirValues.given(name);
        readGender(patient);
        readBirth(patient.getBirthDateElement());
        readConfidentiality(patient);
    }

    private void readNumber(Patient patient) {
        Identifier identifier = nhsIdentifier(patient);
        draft.nhsNumber = identifier == null ? null : NhsNumber.clean(identifier.getValue());
        if (draft.nhsNumber == null) {
            draft.refuse(Reason.MANDATORY_MISSING, NHS_NUMBER);
            return;
        }
        String fault = NhsNumber.fault(draft.nhsNumber);
        if (fault != null) {
            draft.refuse(fault, NHS_NUMBER);
        }
        Extension status =
                FhirValues.extension(identifier.getExtension(), "Extension-CareConnect-NHSNumberVerificationStatus-1");
        draft.nhsNumberStatus = FhirValues.code(FhirValues.value(status));
    }

    /** The NHS number identifier that is not a former one; null where there is none. */
    static Identifier nhsIdentifier(Patient patient) {
        return patient.getIdentifier().stream()
                .filter(identifier -> NHS_NUMBER_SYSTEM.equals(Text.lastSegment(identifier.getSystem())))
                .filter(identifier -> !identifier.getPeriod().hasEnd())
                .findFirst()
                .orElse(null);
    }

    private void readGender(Patient patient) {
        String gender = FhirValues.text(patient.getGenderElement());
        draft.genderCode = gender == null ? null : GENDERS.get(gender);
        if (gender != null && draft.genderCode == null) {
            draft.warn(Reason.RESULT_UNMAPPED, "person_stated_gender_code");
        }
    }

    private void readBirth(DateType birthDate) {
        FhirDates.Reading reading = draft.birthDate(FhirValues.text(birthDate), BIRTH_DATE);
        draft.birthDate = reading.day();
        draft.partialBirthDate = reading.partial();
        if (reading.partial() != null) {
            draft.warn(Reason.DOB_PARTIAL, BIRTH_DATE);
        }
        Extension time = FhirValues.extension(birthDate.getExtension(), "patient-birthTime");
        String timeText = FhirValues.text(FhirValues.value(time));
        draft.birthTime = FhirDates.instant(timeText);
        if (timeText != null && draft.birthTime == null) {
            draft.warn(Reason.DATE_FORMAT, "person_birth_date_time");
        }
        if (draft.birthDate != null && draft.birthTime != null && !sameDay(draft.birthDate, timeText)) {
            draft.warn(Reason.DOB_DISAGREES, BIRTH_DATE);
        }
    }

    /** The day as written or the London day: publishers differ in which of them they mean near midnight. */
    private static boolean sameDay(LocalDate day, String dateTime) {
        Instant instant = FhirDates.instant(dateTime);
        return day.equals(FhirDates.date(dateTime).day())
                || day.equals(instant.atZone(FhirDates.LONDON).toLocalDate());
    }

    private void readConfidentiality(Patient patient) {
        draft.confidentialityCode = patient.getMeta().getSecurity().stream()
                .map(Coding::getCode)
                .map(Text::clean)
                .filter(limits.restrictedCodes()::contains)
                .findFirst()
                .orElse(null);
        draft.restricted |= draft.confidentialityCode != null;
    }
}

package muster.feed.nems;

import java.util.List;

/** Reads what only a birth notification carries: the mother, the delivery and the organisations told (feeds.md 3.4). */
final class BirthReader {

    private static final String ETHNIC_CODES = "[A-SZ]|99";
    private static final String MOTHER_NHS_NUMBER = "mother_nhs_number";

    private final BundleIndex index;
    private final EventDraft draft;

    BirthReader(BundleIndex index, EventDraft draft) {
        this.index = index;
        this.draft = draft;
    }

    void read(BirthFamily family) {
        Node baby = family.baby();
        draft.motherRelationship = family.relationship();
        draft.birthOrder = BirthFacts.count(baby.text("multipleBirthInteger"));
        readEthnicCategory(baby);
        readMother(family.mother());
        index.all("EpisodeOfCare").stream()
                .filter(episode -> isAbout(episode.child("patient"), baby))
                .forEach(this::readEpisode);
        requireBirthDate(baby);
        if (draft.familyName == null && draft.givenName == null) {
            draft.warn(Reason.NAME_MISSING, "person_family_name");
        }
    }

    private void requireBirthDate(Node baby) {
        if (draft.birthDate == null && draft.partialBirthDate == null) {
            boolean impossible = FhirDates.date(baby.text("birthDate")).bad();
            draft.refuse(impossible ? Reason.DATE_FORMAT : Reason.DOB_MISSING, PersonReader.BIRTH_DATE);
        }
    }

    private void readEthnicCategory(Node baby) {
        Node extension = FhirValues.extension(baby, "Extension-CareConnect-EthnicCategory-1");
        String code = FhirValues.code(FhirValues.value(extension));
        draft.ethnicCategory = BirthFacts.known(code, ETHNIC_CODES);
        if (code != null && draft.ethnicCategory == null) {
            draft.warn(Reason.RESULT_UNMAPPED, "ethnic_category");
        }
    }

    private void readMother(Node mother) {
        readMotherNumber(mother);
        if (!mother.isPresent()) {
            return;
        }
        Node name = FhirValues.currentName(mother.all("name"));
        draft.motherFamilyName = FhirValues.family(name);
        draft.motherGivenName = FhirValues.given(name);
        draft.motherBirthDate = draft.birthDate(mother.text("birthDate"), "mother_person_birth_date")
                .day();
        draft.motherPractice = mother.all("generalPractitioner").stream()
                .map(index::organisationCode)
                .filter(code -> code != null)
                .findFirst()
                .orElse(null);
        Node details = FhirValues.extension(mother, "Extension-CareConnect-RegistrationDetails-1");
        draft.motherPracticeStart = draft.date(
                FhirValues.value(FhirValues.extension(details, "registrationPeriod"))
                        .text("start"),
                "mother_start_date_gmp_registration");
    }

    /** A number that fails the check is kept as evidence and marked: nobody is matched on it (feeds.md 3.9). */
    private void readMotherNumber(Node mother) {
        String own = NhsNumber.clean(PersonReader.nhsIdentifier(mother).text("value"));
        boolean routedForMother = draft.routingNhsNumber != null && !draft.routingNhsNumber.equals(draft.nhsNumber);
        draft.motherNhsNumber = own == null && routedForMother ? draft.routingNhsNumber : own;
        if (draft.motherNhsNumber == null) {
            return;
        }
        String fault = NhsNumber.fault(draft.motherNhsNumber);
        draft.motherNhsNumberValid = fault == null;
        if (fault != null) {
            draft.warn(fault, MOTHER_NHS_NUMBER);
        }
    }

    private void readEpisode(Node episode) {
        Node manager = episode.child("managingOrganization");
        List<Node> type = episode.all("type");
        String code = index.organisationCode(manager);
        if (FhirValues.hasCode(type, "delivery-place")) {
            draft.deliveryPlace = code;
            draft.deliveryPlaceType = typeOf(manager);
        } else if (FhirValues.hasCode(type, "registering-authority")) {
            draft.registeringAuthority = code;
            draft.registeringAuthorityType = typeOf(manager);
        } else if (FhirValues.hasCode(type, "responsible-child-health-organisation")) {
            draft.responsibleCho = code;
        } else if (FhirValues.hasCode(type, "partner-child-health-organisation")) {
            draft.partnerCho = code;
        }
    }

    private String typeOf(Node organisation) {
        return FhirValues.code(index.resolve(organisation, "Organization").child("type"));
    }

    private boolean isAbout(Node reference, Node baby) {
        Node patient = index.resolve(reference, "Patient");
        return !patient.isPresent() || patient == baby;
    }
}

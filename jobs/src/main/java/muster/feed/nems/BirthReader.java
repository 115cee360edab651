package muster.feed.nems;

import org.hl7.fhir.dstu3.model.EpisodeOfCare;
import org.hl7.fhir.dstu3.model.Extension;
import org.hl7.fhir.dstu3.model.HumanName;
import org.hl7.fhir.dstu3.model.Identifier;
import org.hl7.fhir.dstu3.model.IntegerType;
import org.hl7.fhir.dstu3.model.Organization;
import org.hl7.fhir.dstu3.model.Patient;
import org.hl7.fhir.dstu3.model.Period;
import org.hl7.fhir.dstu3.model.Reference;
import org.hl7.fhir.dstu3.model.Type;

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
        Patient baby = family.baby();
        draft.motherRelationship = family.relationship();
        if (baby.getMultipleBirth() instanceof IntegerType order) {
            draft.birthOrder = BirthFacts.count(FhirValues.text(order));
        }
        readEthnicCategory(baby);
        readMother(family.mother());
        index.all(EpisodeOfCare.class).stream()
                .filter(episode -> isAbout(episode.getPatient(), baby))
                .forEach(this::readEpisode);
        requireBirthDate(baby);
        if (draft.familyName == null && draft.givenName == null) {
            draft.warn(Reason.NAME_MISSING, "person_family_name");
        }
    }

    private void requireBirthDate(Patient baby) {
        if (draft.birthDate == null && draft.partialBirthDate == null) {
            boolean impossible =
                    FhirDates.date(FhirValues.text(baby.getBirthDateElement())).bad();
            draft.refuse(impossible ? Reason.DATE_FORMAT : Reason.DOB_MISSING, PersonReader.BIRTH_DATE);
        }
    }

    private void readEthnicCategory(Patient baby) {
        Extension extension = FhirValues.extension(baby.getExtension(), "Extension-CareConnect-EthnicCategory-1");
        String code = FhirValues.code(FhirValues.value(extension));
        draft.ethnicCategory = BirthFacts.known(code, ETHNIC_CODES);
        if (code != null && draft.ethnicCategory == null) {
            draft.warn(Reason.RESULT_UNMAPPED, "ethnic_category");
        }
    }

    private void readMother(Patient mother) {
        readMotherNumber(mother);
        if (mother == null) {
            return;
        }
        HumanName name = FhirValues.currentName(mother.getName());
        draft.motherFamilyName = FhirValues.family(name);
        draft.motherGivenName = FhirValues.given(name);
        draft.motherBirthDate = draft.birthDate(
                        FhirValues.text(mother.getBirthDateElement()), "mother_person_birth_date")
                .day();
        draft.motherPractice = mother.getGeneralPractitioner().stream()
                .map(index::organisationCode)
                .filter(code -> code != null)
                .findFirst()
                .orElse(null);
        Extension details = FhirValues.extension(mother.getExtension(), "Extension-CareConnect-RegistrationDetails-1");
        if (FhirValues.value(FhirValues.nested(details, "registrationPeriod")) instanceof Period period) {
            draft.motherPracticeStart =
                    draft.date(FhirValues.text(period.getStartElement()), "mother_start_date_gmp_registration");
        }
    }

    /** A number that fails the check is kept as evidence and marked: nobody is matched on it (feeds.md 3.9). */
    private void readMotherNumber(Patient mother) {
        Identifier identifier = mother == null ? null : PersonReader.nhsIdentifier(mother);
        String own = identifier == null ? null : NhsNumber.clean(identifier.getValue());
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

    private void readEpisode(EpisodeOfCare episode) {
        Reference manager = episode.getManagingOrganization();
        String code = index.organisationCode(manager);
        if (FhirValues.hasCode(episode.getType(), "delivery-place")) {
            draft.deliveryPlace = code;
            draft.deliveryPlaceType = typeOf(manager);
        } else if (FhirValues.hasCode(episode.getType(), "registering-authority")) {
            draft.registeringAuthority = code;
            draft.registeringAuthorityType = typeOf(manager);
        } else if (FhirValues.hasCode(episode.getType(), "responsible-child-health-organisation")) {
            draft.responsibleCho = code;
        } else if (FhirValues.hasCode(episode.getType(), "partner-child-health-organisation")) {
            draft.partnerCho = code;
        }
    }

    private String typeOf(Reference organisation) {
        Organization bundled = index.resolve(organisation, Organization.class);
        Type type = bundled == null || !bundled.hasType() ? null : bundled.getTypeFirstRep();
        return FhirValues.code(type);
    }

    private boolean isAbout(Reference reference, Patient baby) {
        Patient patient = index.resolve(reference, Patient.class);
        return patient == null || patient == baby;
    }
}

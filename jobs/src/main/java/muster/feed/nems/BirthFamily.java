package muster.feed.nems;

import java.util.List;
import java.util.Objects;
import org.hl7.fhir.dstu3.model.Communication;
import org.hl7.fhir.dstu3.model.Patient;
import org.hl7.fhir.dstu3.model.Reference;
import org.hl7.fhir.dstu3.model.RelatedPerson;

/**
 * Who is who in a birth notification (feeds.md 3.4): the baby is the patient the related person belongs to, the mother
 * the subject of the communication.
 *
 * @param baby null when the message does not say for certain
 * @param mother null when the birth was registered without her
 * @param relationship code as sent, null when absent
 */
record BirthFamily(Patient baby, Patient mother, String relationship) {

    static BirthFamily in(BundleIndex index, Communication communication) {
        Patient subject = communication == null ? null : index.resolve(communication.getSubject(), Patient.class);
        List<RelatedPerson> relations = index.all(RelatedPerson.class);
        Patient baby = relations.isEmpty() ? withoutRelation(index, subject) : babyOf(index, relations);
        Patient mother = subject == baby ? linkedMother(index, baby) : subject;
        String relationship = relations.stream()
                .map(relation -> FhirValues.code(relation.getRelationship()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new BirthFamily(baby, mother, relationship);
    }

    private static Patient withoutRelation(BundleIndex index, Patient subject) {
        return subject == null ? index.only(Patient.class) : subject;
    }

    private static Patient babyOf(BundleIndex index, List<RelatedPerson> relations) {
        List<Patient> babies = relations.stream()
                .map(relation -> index.resolve(relation.getPatient(), Patient.class))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return babies.size() == 1 ? babies.get(0) : null;
    }

    private static Patient linkedMother(BundleIndex index, Patient baby) {
        return index.all(Patient.class).stream()
                .filter(patient -> patient != baby)
                .filter(patient -> patient.getLink().stream().anyMatch(link -> isRelation(index, link.getOther())))
                .findFirst()
                .orElse(null);
    }

    private static boolean isRelation(BundleIndex index, Reference other) {
        return index.resolve(other, RelatedPerson.class) != null;
    }
}

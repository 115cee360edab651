package muster.feed.nems;

import java.util.List;
import java.util.Objects;

/**
 * Who is who in a birth notification (feeds.md 3.4): the baby is the patient the related person belongs to, the mother
 * the subject of the communication.
 *
 * @param baby absent when the message does not say for certain
 * @param mother absent when the birth was registered without her
 * @param relationship code as sent, null when absent
 */
record BirthFamily(Node baby, Node mother, String relationship) {

    private static final String PATIENT = "Patient";
    private static final String RELATED_PERSON = "RelatedPerson";

    static BirthFamily in(BundleIndex index, Node communication) {
        Node subject = index.resolve(communication.child("subject"), PATIENT);
        List<Node> relations = index.all(RELATED_PERSON);
        Node baby = relations.isEmpty() ? withoutRelation(index, subject) : babyOf(index, relations);
        Node mother = subject == baby ? linkedMother(index, baby) : subject;
        String relationship = relations.stream()
                .map(relation -> FhirValues.code(relation.child("relationship")))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new BirthFamily(baby, mother, relationship);
    }

    private static Node withoutRelation(BundleIndex index, Node subject) {
        return subject.isPresent() ? subject : index.only(PATIENT);
    }

    private static Node babyOf(BundleIndex index, List<Node> relations) {
        List<Node> babies = relations.stream()
                .map(relation -> index.resolve(relation.child("patient"), PATIENT))
                .filter(Node::isPresent)
                .distinct()
                .toList();
        return babies.size() == 1 ? babies.get(0) : Node.NONE;
    }

    private static Node linkedMother(BundleIndex index, Node baby) {
        return index.all(PATIENT).stream()
                .filter(patient -> patient != baby)
                .filter(patient -> patient.all("link").stream().anyMatch(link -> isRelation(index, link)))
                .findFirst()
                .orElse(Node.NONE);
    }

    private static boolean isRelation(BundleIndex index, Node link) {
        return index.resolve(link.child("other"), RELATED_PERSON).isPresent();
    }
}

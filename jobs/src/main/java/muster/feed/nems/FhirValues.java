package muster.feed.nems;

import java.util.List;
import java.util.Objects;

/** Reads single values out of FHIR structures as cleaned text; absent is null. */
final class FhirValues {

    private FhirValues() {}

    /** The first extension whose URL ends in {@code name}, whatever host published it. */
    static Node extension(Node parent, String name) {
        for (Node extension : parent.all("extension")) {
            if (name.equals(Text.lastSegment(extension.url()))) {
                return extension;
            }
        }
        return Node.NONE;
    }

    /** The value of an extension, of whatever type. */
    static Node value(Node extension) {
        return extension.choice("value");
    }

    /** A code from a concept, coding or primitive. */
    static String code(Node value) {
        List<Node> codings = value.all("coding");
        if (!codings.isEmpty()) {
            return codings.stream()
                    .map(coding -> coding.text("code"))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        Node code = value.child("code");
        return code.isPresent() ? code.text() : value.text();
    }

    static boolean hasCode(List<Node> concepts, String code) {
        return concepts.stream().anyMatch(concept -> hasCode(concept, code));
    }

    static boolean hasCode(Node concept, String code) {
        return concept.all("coding").stream().anyMatch(coding -> code.equals(coding.text("code")));
    }

    /** The official name, else the first that is not a former one. */
    static Node currentName(List<Node> names) {
        return names.stream()
                .filter(name -> "official".equals(name.text("use")))
                .findFirst()
                .or(() -> names.stream()
                        .filter(name -> !"old".equals(name.text("use")))
                        .findFirst())
                .orElse(Node.NONE);
    }

    static String family(Node name) {
        return name.text("family");
    }

    static String given(Node name) {
        List<String> parts = name.all("given").stream()
                .map(Node::text)
                .filter(Objects::nonNull)
                .toList();
        return parts.isEmpty() ? null : String.join(" ", parts);
    }
}

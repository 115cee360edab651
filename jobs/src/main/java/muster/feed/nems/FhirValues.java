package muster.feed.nems;

import java.util.List;
import java.util.Objects;
import org.hl7.fhir.dstu3.model.CodeableConcept;
import org.hl7.fhir.dstu3.model.Coding;
import org.hl7.fhir.dstu3.model.Extension;
import org.hl7.fhir.dstu3.model.HumanName;
import org.hl7.fhir.dstu3.model.PrimitiveType;
import org.hl7.fhir.dstu3.model.StringType;
import org.hl7.fhir.dstu3.model.Type;

/** Reads single values out of FHIR structures as cleaned text; absent is null. */
final class FhirValues {

    private FhirValues() {}

    /** The first extension whose URL ends in {@code name}, whatever host published it; null where absent. */
    static Extension extension(List<Extension> extensions, String name) {
        return extensions.stream()
                .filter(extension -> name.equals(Text.lastSegment(extension.getUrl())))
                .findFirst()
                .orElse(null);
    }

    static Extension nested(Extension parent, String name) {
        return parent == null ? null : extension(parent.getExtension(), name);
    }

    static Type value(Extension extension) {
        return extension == null ? null : extension.getValue();
    }

    /** A code from a concept, coding or primitive. */
    static String code(Type value) {
        if (value instanceof CodeableConcept concept) {
            return concept.getCoding().stream()
                    .map(Coding::getCode)
                    .map(Text::clean)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        return value instanceof Coding coding ? Text.clean(coding.getCode()) : text(value);
    }

    /** A primitive exactly as sent, cleaned; also where its content is not valid for its type. */
    static String text(Type value) {
        return value instanceof PrimitiveType<?> primitive ? Text.clean(primitive.getValueAsString()) : null;
    }

    static boolean hasCode(List<CodeableConcept> concepts, String code) {
        return concepts.stream().anyMatch(concept -> hasCode(concept, code));
    }

    static boolean hasCode(CodeableConcept concept, String code) {
        return concept.getCoding().stream().anyMatch(coding -> code.equals(Text.clean(coding.getCode())));
    }

    /** The official name, else the first that is not a former one. */
    static HumanName currentName(List<HumanName> names) {
        return names.stream()
                .filter(name -> name.getUse() == HumanName.NameUse.OFFICIAL)
                .findFirst()
                .or(() -> names.stream()
                        .filter(name -> name.getUse() != HumanName.NameUse.OLD)
                        .findFirst())
                .orElse(null);
    }

    static String family(HumanName name) {
        return name == null ? null : Text.clean(name.getFamily());
    }

    static String given(HumanName name) {
        if (name == null) {
            return null;
        }
        List<String> parts = name.getGiven().stream()
                .map(StringType::getValue)
                .map(Text::clean)
                .filter(Objects::nonNull)
                .toList();
        return parts.isEmpty() ? null : String.join(" ", parts);
    }
}

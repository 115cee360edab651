package muster.feed.nems;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.hl7.fhir.dstu3.model.Enumerations.FHIRAllTypes;

/**
 * Where the program reads a message otherwise than HAPI's parser, on purpose: what it is, how to know a message that has it,
 * and what either makes of an example. All of them are messages that are wrong as FHIR.
 */
enum Difference {
    /** The library keeps the last of two in one place and the first of two places; one of two people would go unheard. */
    TWO_RESOURCES_IN_ONE_ENTRY(
            node -> node.name().equals("entry")
                    && node.all("resource").stream()
                                    .mapToLong(place ->
                                            Math.max(1, place.children().size()))
                                    .sum()
                            > 1,
            Messages.with(Messages.RECORD, "<resource><MessageHeader>", "<resource><Basic/><MessageHeader>"),
            refused(Reason.XML_INVALID),
            event(event -> assertThat(event.messageId()).isNotNull())),

    /** An id is a name and kept as sent; the library takes it for an address and keeps what it holds for the name in it. */
    ID_THAT_IS_A_PATH(
            node -> isResource(node)
                    && (node.child("id").text() == null
                            ? node.child("id").isPresent()
                            : !node.text("id").matches("[A-Za-z0-9.-]+")),
            Messages.with(
                    Messages.RECORD,
                    "<MessageHeader>\n      <id value=\"",
                    "<MessageHeader>\n      <id value=\"Basic/"),
            event(event -> assertThat(event.messageId()).startsWith("Basic/0")),
            event(event -> assertThat(event.messageId()).startsWith("0"))),

    /** The type in the name of a value says how it is written; one that the standard does not have is read all the same. */
    VALUE_OF_UNKNOWN_TYPE(
            node -> node.children().stream()
                    .anyMatch(child -> child.name().matches("value[A-Z].*") && !isType(child.name())),
            Messages.with(Messages.RECORD, "valueHumanName", "valueNameOfAHuman"),
            event(event -> assertThat(event.routingFamilyName()).isEqualTo("FENWICK")),
            event(event -> assertThat(event.routingFamilyName()).isNull())),

    /** The first of what may stand once is taken, here as everywhere; the library takes the last of an extension's values. */
    TWO_VALUES_IN_ONE_EXTENSION(
            node -> node.name().endsWith("xtension")
                    && node.children().stream()
                                    .filter(child -> child.name().matches("value[A-Z].*"))
                                    .count()
                            > 1,
            Messages.with(
                    Messages.RECORD,
                    "</valueHumanName>",
                    "</valueHumanName><valueHumanName><family value=\"OTHER\"/></valueHumanName>"),
            event(event -> assertThat(event.routingFamilyName()).isEqualTo("FENWICK")),
            event(event -> assertThat(event.routingFamilyName()).isEqualTo("OTHER"))),

    /** A value is found by its whole name, with its type; the library keeps the first of two, whatever its type. */
    TWO_TYPES_OF_ONE_ELEMENT(
            node -> List.of("deceased", "multipleBirth", "effective", "performed", "who").stream()
                    .anyMatch(stem -> node.children().stream()
                                    .filter(child -> child.name().matches(stem + "[A-Z].*"))
                                    .map(Node::name)
                                    .distinct()
                                    .count()
                            > 1),
            Messages.with(Messages.DEATH, "<deceasedDateTime", "<deceasedBoolean value=\"true\"/><deceasedDateTime"),
            event(event -> assertThat(event.deceasedDate()).isNotNull()),
            event(event -> assertThat(event.deceasedDate()).isNull())),

    /** A value where the standard has a structure is read as the code it can only be; the library drops it. */
    VALUE_OF_A_STRUCTURE(
            node -> !node.name().equals("Bundle")
                    && node.children().stream()
                            .anyMatch(child -> child.text() != null
                                    && (child.name().matches("valueCodeableConcept|reasonNotGiven")
                                            || isResource(node) && isConcept(child))),
            AgencyMessages.contacts("new", "1078501000000104", "active")
                    .replaceFirst(
                            "<type><coding><code value=\"1078501000000104\"/></coding></type>",
                            "<type value=\"1078501000000104\"/>"),
            event(event -> assertThat(event.record().type()).isEqualTo("1078501000000104")),
            refused(Reason.MANDATORY_MISSING)),

    /** An element is read by its name; the library knows which resources have it. */
    ELEMENT_OF_ANOTHER_RESOURCE(
            node -> node.name().equals("Encounter")
                    && node.child("managingOrganization").isPresent(),
            AgencyMessages.screen(AgencyMessages.HEARING, "new", "")
                    .replaceFirst(
                            "</Encounter>",
                            "<managingOrganization><reference value=\"https://x/Organization/RYY\"/></managingOrganization></Encounter>"),
            event(event -> assertThat(event.record().organisation()).isEqualTo("RYY")),
            event(event -> assertThat(event.record().organisation()).isEqualTo("RXX")));

    private final Predicate<Node> sign;
    private final String example;
    private final Consumer<NemsResult> program;
    private final Consumer<NemsResult> library;

    Difference(Predicate<Node> sign, String example, Consumer<NemsResult> program, Consumer<NemsResult> library) {
        this.sign = sign;
        this.example = example;
        this.program = program;
        this.library = library;
    }

    /** A message that has it. */
    String example() {
        return example;
    }

    /** What the program makes of the example. */
    Consumer<NemsResult> program() {
        return program;
    }

    /** What the library makes of the example. */
    Consumer<NemsResult> library() {
        return library;
    }

    /** True where a message that can be read as XML has it anywhere. */
    boolean isIn(byte[] message) {
        XmlGuard guard = new XmlGuard(Messages.LIMITS);
        Node root = guard.read(guard.decode(message).text()).root();
        return root != null && isIn(root);
    }

    private boolean isIn(Node node) {
        return sign.test(node) || node.children().stream().anyMatch(this::isIn);
    }

    private static boolean isResource(Node node) {
        return Character.isUpperCase(node.name().charAt(0));
    }

    private static boolean isConcept(Node node) {
        return node.name().matches("type|code|outcome|category|relationship|vaccineCode");
    }

    private static boolean isType(String valueName) {
        String type = valueName.substring("value".length());
        return List.of(FHIRAllTypes.values()).stream()
                .anyMatch(known -> known != FHIRAllTypes.NULL && known.toCode().equalsIgnoreCase(type));
    }

    private static Consumer<NemsResult> refused(String reason) {
        return result -> assertThat(((NemsResult.Refusal) result).reasonCodes()).contains(reason);
    }

    private static Consumer<NemsResult> event(Consumer<NemsEvent> check) {
        return result -> check.accept((NemsEvent) result);
    }
}

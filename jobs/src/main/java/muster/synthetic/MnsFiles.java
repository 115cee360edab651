package muster.synthetic;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * A night's signals of the Multicast Notification Service, one to a file, in its three shapes by turns ({@code feeds.md} 3.10):
 * CloudEvents, the first version with data, and FHIR R4. They tell that PDS changed, which the messages and extracts tell too.
 */
final class MnsFiles {
    private static final String SPINE = "https://fhir.nhs.uk/Id/nhsSpineASID";
    private static final String ASID = "000000000000";
    private static final String PDS = "https://pds.muster.example/FHIR/R4/Patient/";
    private static final String STATUS_PROFILE =
            "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-subscription-status-r4";
    private static final String SUBSCRIPTIONS = "https://mns.muster.example/subscriptions";
    private static final String TRANSFER_IN = "3";
    private static final String WORKFLOW = "MULTICAST_NOTIFICATION";

    /**
     * What a signal tells.
     *
     * @param first type in the shape with data; {@code later} in the other two, null where only the first shape has it
     * @param field name of the status in the data, null where there is none
     */
    record Signal(String first, String later, String field, String status) {
        static Signal practice() {
            return new Signal("pds-change-of-gp-1", "pds-change-of-gp-2", "registrationEncounterCode", TRANSFER_IN);
        }

        static Signal death(int status) {
            return new Signal(
                    "pds-death-notification-1",
                    "pds-death-notification-2",
                    "deathNotificationStatus",
                    Integer.toString(status));
        }

        static Signal replaced() {
            return new Signal("nhs-number-change-1", "nhs-number-change-2", "nhsNumberStatus", "R");
        }

        /** Has no shape with data. */
        static Signal record() {
            return new Signal(null, "pds-record-change-2", null, null);
        }

        /** One of those that mean nothing here. */
        static Signal vaccinationRecord() {
            return new Signal(null, "imms-vaccination-record-change-1", null, null);
        }
    }

    private final Path folder;
    private final boolean pairs;
    private final LocalDate date;
    private final long seed;
    private final boolean wanted;
    private final ObjectMapper mapper = new ObjectMapper();
    private int count;

    MnsFiles(Path nightFolder, LocalDate date, long seed, Profile profile, int night) {
        // MESH delivers everything to one mailbox: what a pair holds is told by its content.
        this.pairs = profile.meshMessagesOn(night);
        this.folder = nightFolder.resolve(pairs ? "nems" : "mns");
        this.date = date;
        this.seed = seed;
        this.wanted = profile.feeds().contains("mns");
    }

    boolean wanted() {
        return wanted;
    }

    /** A signal for each event of the night, and on the first night one for each number that was replaced. */
    void write(Child child, World now, int night) throws IOException {
        if (!wanted) {
            return;
        }
        for (Event event : now.events) {
            switch (event.kind()) {
                case PRACTICE -> write(Signal.practice(), event.who(), event.on());
                case DEATH -> write(Signal.death(event.deathStatus()), event.who(), event.on());
                case ADDRESS, RECORD -> write(Signal.record(), event.who(), event.on());
                case BIRTH -> {} // the service tells of no births
            }
        }
        if (night == 1 && child.kind() == StoryKind.NEW_NUMBER_EVERYWHERE) {
            write(Signal.replaced(), now.earlierNumber.who(), date.minusDays(1));
        }
    }

    /** Writes a signal in the next shape that has it, and returns its file's name. */
    String write(Signal signal, Who who, LocalDate on) throws IOException {
        return put(text(signal, who, on));
    }

    /** The text of the next signal. */
    String text(Signal signal, Who who, LocalDate on) throws IOException {
        int shape = signal.first() == null ? count % 2 * 2 : count % 3;
        String id = NemsMessage.uuid(Dice.of(seed, date.toEpochDay() * 100_000L + count, "signal"));
        String time = on + "T13:00:00" + (shape == 1 ? ".000Z" : "Z");
        ObjectNode node =
                switch (shape) {
                    case 0 -> cloudEvent(signal, who, id, time);
                    case 1 -> withData(signal, who, id, time);
                    default -> bundle(signal, who, id, time);
                };
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(node);
    }

    /** Writes a text as a file of its own. */
    String put(String text) throws IOException {
        Files.createDirectories(folder);
        String name = "%s_%05d_signal.%s".formatted(FeedFile.basic(date), ++count, pairs ? "dat" : "json");
        Path file = folder.resolve(name);
        Files.write(file, text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
        if (pairs) {
            MeshControl.write(file, WORKFLOW, "MNS", date.minusDays(1));
        }
        return name;
    }

    private static ObjectNode cloudEvent(Signal signal, Who who, String id, String time) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("specversion", "1.0");
        node.put("id", id);
        node.put("source", SPINE + "/" + ASID);
        node.put("type", signal.later());
        node.put("time", time);
        node.put("dataref", PDS + who.nhs());
        node.put("subject", who.nhs());
        return node;
    }

    private static ObjectNode withData(Signal signal, Who who, String id, String time) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", id);
        node.put("type", signal.first());
        ObjectNode subject = node.putObject("subject");
        subject.put("dob", who.birth().toString());
        subject.put("familyName", who.family());
        subject.put("nhsNumber", who.nhs());
        identified(node.putObject("source"), "Synthetic Spine");
        node.put("time", time);
        ObjectNode data = node.putObject("data");
        data.put("versionId", "W/\"2\"");
        data.put("fullUrl", PDS + who.nhs());
        data.put(signal.field(), signal.status());
        identified(data.putObject("provenance"), "Synthetic Practice");
        return node;
    }

    private static void identified(ObjectNode node, String name) {
        node.put("name", name);
        node.putObject("identifier").put("system", SPINE).put("value", ASID);
    }

    private static ObjectNode bundle(Signal signal, Who who, String id, String time) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("resourceType", "Bundle");
        node.put("id", id);
        node.put("type", "history");
        node.put("timestamp", time);
        ObjectNode entry = node.putArray("entry").addObject();
        entry.put("fullUrl", "urn:uuid:" + id);
        ObjectNode resource = entry.putObject("resource");
        resource.put("resourceType", "Parameters");
        resource.putObject("meta").putArray("profile").add(STATUS_PROFILE);
        resource.put("id", id);
        var parameters = resource.putArray("parameter");
        ObjectNode subscription = parameters.addObject().put("name", "subscription");
        subscription.putObject("valueReference").put("reference", SUBSCRIPTIONS);
        parameters.addObject().put("name", "status").put("valueCode", "active");
        parameters.addObject().put("name", "type").put("valueCode", "event-notification");
        var event = parameters.addObject().put("name", "notification-event").putArray("part");
        event.addObject().put("name", "event-number").put("valueString", "1");
        event.addObject().put("name", "timestamp").put("valueInstant", time);
        ObjectNode focus = event.addObject().put("name", "focus");
        focus.putObject("valueReference").put("reference", PDS + who.nhs());
        var context = parameters.addObject().put("name", "additional-context").putArray("part");
        context.addObject().put("name", "event-type").put("valueString", signal.later());
        context.addObject().put("name", "source").put("valueUri", SPINE + "/" + ASID);
        ObjectNode subject = context.addObject().put("name", "subject");
        subject.putObject("valueReference").putObject("identifier").put("value", who.nhs());
        entry.putObject("request").put("method", "GET").put("url", SUBSCRIPTIONS);
        entry.putObject("response").put("status", "200");
        return node;
    }
}

package muster.feed.mns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the facts of a signal in each of its three shapes: CloudEvents 1.0, version 1, FHIR R4 Bundle (feeds.md 3.10). */
final class SignalReader {

    private static final Pattern VERSION = Pattern.compile("(?:W/)?\"?([0-9]{1,18})\"?");
    private static final int NUMBER_LENGTH = 10;

    private SignalReader() {}

    static Signal read(JsonNode root) {
        return "Bundle".equals(text(root.path("resourceType"))) ? bundle(root) : event(root);
    }

    /** CloudEvents have the number as subject, version 1 an object with it. */
    private static Signal event(JsonNode root) {
        JsonNode subject = root.path("subject");
        JsonNode data = root.path("data");
        JsonNode source = root.path("source");
        return new Signal(
                text(root.path("id")),
                text(root.path("type")),
                number(subject.isObject() ? subject.path("nhsNumber") : subject),
                instant(text(root.path("time"))),
                first(text(data.path("nhsNumberStatus")), text(data.path("deathNotificationStatus"))),
                text(data.path("registrationEncounterCode")),
                version(text(data.path("versionId"))),
                source.isObject() ? text(source.path("name")) : text(source));
    }

    /** The subscription status, a Parameters resource; what else the bundle holds is not read. */
    private static Signal bundle(JsonNode root) {
        JsonNode parameters = MissingNode.getInstance();
        for (JsonNode entry : root.path("entry")) {
            JsonNode resource = entry.path("resource");
            if (parameters.isMissingNode() && "Parameters".equals(text(resource.path("resourceType")))) {
                parameters = resource.path("parameter");
            }
        }
        JsonNode context = part(parameters, "additional-context").path("part");
        JsonNode notification = part(parameters, "notification-event").path("part");
        String time = text(part(notification, "timestamp").path("valueInstant"));
        return new Signal(
                text(root.path("id")),
                value(part(context, "event-type")),
                number(part(context, "subject")
                        .path("valueReference")
                        .path("identifier")
                        .path("value")),
                instant(first(time, text(root.path("timestamp")))),
                first(value(part(context, "nhs-number-status")), value(part(context, "death-notification-status"))),
                value(part(context, "registration-encounter-code")),
                version(value(part(context, "version-id"))),
                value(part(context, "source")));
    }

    private static JsonNode part(JsonNode parts, String name) {
        for (JsonNode part : parts) {
            if (name.equals(text(part.path("name")))) {
                return part;
            }
        }
        return MissingNode.getInstance();
    }

    private static String value(JsonNode part) {
        String string = text(part.path("valueString"));
        String code = first(string, text(part.path("valueCode")));
        return first(code, text(part.path("valueUri")));
    }

    private static String first(String one, String other) {
        return one == null ? other : one;
    }

    private static String text(JsonNode node) {
        if (!node.isTextual()) {
            return null;
        }
        String text = node.textValue().strip();
        return text.isEmpty() ? null : text;
    }

    /** A number sent as an integer has lost its leading zeros (feeds.md 1.1). */
    private static String number(JsonNode node) {
        if (node.isIntegralNumber()) {
            String digits = node.bigIntegerValue().toString();
            return "0".repeat(Math.max(0, NUMBER_LENGTH - digits.length())) + digits;
        }
        String text = text(node);
        return text == null ? null : text.replaceAll("[\\s\\u00a0-]", "");
    }

    private static Long version(String text) {
        Matcher matcher = VERSION.matcher(text == null ? "" : text);
        return matcher.matches() ? Long.valueOf(matcher.group(1)) : null;
    }

    private static Instant instant(String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}

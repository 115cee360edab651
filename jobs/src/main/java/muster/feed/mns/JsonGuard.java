package muster.feed.mns;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import muster.definition.feed.IntakeSettings;
import muster.feed.Reason;

/**
 * Reads JSON from outside and lets nothing hostile through: size, encoding, depth, number of values, length of texts and
 * numbers, a name given twice, anything after the end, control characters, halves of surrogate pairs.
 */
final class JsonGuard {

    private static final int LONGEST_NUMBER = 100;
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final ObjectMapper json;
    private final int longest;

    JsonGuard(IntakeSettings settings) {
        this.longest = settings.maxMessageBytes();
        StreamReadConstraints limits = StreamReadConstraints.builder()
                .maxNestingDepth(settings.maxMessageDepth())
                .maxTokenCount(settings.maxMessageValues())
                .maxStringLength(settings.maxFieldBytes())
                .maxNameLength(settings.maxFieldBytes())
                .maxNumberLength(LONGEST_NUMBER)
                .build();
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(limits)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        this.json = new ObjectMapper(factory).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /** The value of a message that may be judged, or the reason there is none. Exactly one of the two is set. */
    record Read(JsonNode root, Reason reason) {}

    Read read(byte[] message) {
        if (message.length == 0) {
            return refused(Reason.FILE_EMPTY);
        }
        if (message.length > longest) {
            return refused(Reason.LIMIT_EXCEEDED);
        }
        try {
            JsonNode root = json.readTree(decoded(message));
            if (root == null || !root.isObject()) {
                return refused(Reason.JSON_INVALID);
            }
            Reason fault = textFault(root);
            return fault == null ? new Read(root, null) : refused(fault);
        } catch (CharacterCodingException e) {
            return refused(Reason.ENCODING);
        } catch (StreamConstraintsException e) {
            return refused(Reason.LIMIT_EXCEEDED);
        } catch (JsonProcessingException e) {
            // The library's message may quote the content: only the fact goes on (SG-14).
            return refused(Reason.JSON_INVALID);
        }
    }

    private static Read refused(Reason reason) {
        return new Read(null, reason);
    }

    private static String decoded(byte[] message) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(message))
                .toString();
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static Reason textFault(JsonNode node) {
        if (node.isTextual()) {
            return textFault(node.textValue());
        }
        for (JsonNode child : node) {
            Reason fault = textFault(child);
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    /** Half of a surrogate pair is no character: an escape may name one, and no encoding can keep it (RP-03). */
    private static Reason textFault(String text) {
        if (text.codePoints()
                .anyMatch(character -> Character.isISOControl(character)
                        && character != '\t'
                        && character != '\n'
                        && character != '\r')) {
            return Reason.CONTROL_CHARACTER;
        }
        return text.codePoints().anyMatch(character -> Character.getType(character) == Character.SURROGATE)
                ? Reason.ENCODING
                : null;
    }
}

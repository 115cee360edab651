package muster.feed.nems;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import muster.feed.HardenedXml;

/**
 * Reads a message in one pass, builds its tree and lets nothing hostile through (SG-21): size, encoding, DOCTYPE, depth,
 * number of elements, length of fields, huge decimals and control characters. Nothing outside the message is ever opened,
 * and no entity is expanded.
 */
final class XmlGuard {

    private static final String ROOT = "Bundle";
    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final int LONGEST_UTF8_SEQUENCE = 4;
    /**
     * Decimals with an exponent of three digits or more, which FHIR does not allow: written out digit by digit, nine
     * characters would fill the memory.
     */
    private static final Pattern HUGE_DECIMAL =
            Pattern.compile("\\s*+[+-]?[0-9]*+(?:[.][0-9]*+)?[eE][+-]?[0-9]{3,}+\\s*+");
    /** Parents whose value is text, so that a local identifier such as 12E4567 is not taken for a decimal. */
    private static final Set<String> IDENTIFIERS = Set.of("identifier", "valueIdentifier");

    /** A reference to an entity that XML itself does not declare; comments, CDATA and instructions come as one match. */
    private static final Pattern ENTITY = Pattern.compile(
            "<!--.*?-->|<!\\[CDATA\\[.*?]]>|<\\?.*?\\?>"
                    + "|&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,8}|#x[0-9a-fA-F]{1,6});)",
            Pattern.DOTALL);

    private static final XMLInputFactory FACTORY = HardenedXml.factory();

    private final ParserLimits limits;

    XmlGuard(ParserLimits limits) {
        this.limits = limits;
    }

    /** The text of a payload, or the reason there is none. Exactly one of the two is set. */
    record Decoded(String text, String reason) {}

    /** Decodes strictly: FHIR allows UTF-8 only, whatever a message declares, and bytes that are none are not guessed at. */
    Decoded decode(byte[] payload) {
        if (payload.length > limits.maximumMessageBytes()) {
            return new Decoded(null, Reason.XML_TOO_LARGE);
        }
        if (payload.length == 0) {
            return new Decoded(null, Reason.FILE_EMPTY);
        }
        if (looksLikeUtf16(payload)) {
            return new Decoded(null, Reason.ENCODING);
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(payload);
        try {
            String text = decoder.decode(bytes).toString();
            return new Decoded(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text, null);
        } catch (CharacterCodingException e) {
            return new Decoded(null, reasonForBadBytes(payload, bytes.remaining()));
        }
    }

    /** The root element of a message, or the reason it is not read. Exactly one of the two is set. */
    record Message(Node root, String reason) {}

    /** Reads a text as a stream, bounded while it is read. */
    Message read(String text) {
        Walk walk = new Walk();
        String reason = reasonAgainst(text, walk);
        return reason == null ? new Message(walk.root, null) : new Message(null, reason);
    }

    private static String reasonAgainst(String text, Walk walk) {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(text));
            try {
                String reason = walk.through(reader);
                // The library turns an undeclared entity within an attribute into nothing.
                return reason == null && refersToEntity(text) ? Reason.XML_INVALID : reason;
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            return walk.inProlog() && hasDoctype(text) ? Reason.XML_DTD_REFUSED : Reason.XML_INVALID;
        }
    }

    private static boolean looksLikeUtf16(byte[] bytes) {
        if (bytes.length < 2) {
            return false;
        }
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean marked = first == 0xff && second == 0xfe || first == 0xfe && second == 0xff;
        return marked || first == '<' && second == 0 || first == 0 && second == '<';
    }

    /** A character cut off by a truncation and bytes that never were XML are not a question of encoding. */
    private static String reasonForBadBytes(byte[] payload, int unread) {
        boolean xmlLike = new String(payload, 0, Math.min(payload.length, 64), StandardCharsets.ISO_8859_1)
                .replace("\u00ef\u00bb\u00bf", "")
                .stripLeading()
                .startsWith("<");
        return xmlLike && unread >= LONGEST_UTF8_SEQUENCE ? Reason.ENCODING : Reason.XML_INVALID;
    }

    private static boolean refersToEntity(String text) {
        if (text.indexOf('&') < 0) {
            return false;
        }
        Matcher matcher = ENTITY.matcher(text);
        while (matcher.find()) {
            if (text.charAt(matcher.start()) == '&') {
                return true;
            }
        }
        return false;
    }

    private static boolean hasDoctype(String text) {
        return text.contains("<!DOCTYPE");
    }

    /** One pass over the events of one message. */
    private final class Walk {

        private final Deque<Node> open = new ArrayDeque<>();
        private Node root;
        private int elements;

        boolean inProlog() {
            return elements == 0;
        }

        String through(XMLStreamReader reader) throws XMLStreamException {
            while (reader.hasNext()) {
                String reason = reasonFor(reader, reader.next());
                if (reason != null) {
                    return reason;
                }
            }
            return null;
        }

        private String reasonFor(XMLStreamReader reader, int event) {
            return switch (event) {
                case XMLStreamConstants.DTD -> Reason.XML_DTD_REFUSED;
                case XMLStreamConstants.ENTITY_REFERENCE -> Reason.XML_INVALID;
                case XMLStreamConstants.START_ELEMENT -> onStart(reader);
                case XMLStreamConstants.END_ELEMENT -> onEnd();
                default -> null;
            };
        }

        private String onStart(XMLStreamReader reader) {
            String name = reader.getLocalName();
            if (inProlog() && !ROOT.equals(name)) {
                return Reason.UNKNOWN_EVENT;
            }
            elements++;
            if (open.size() == limits.maximumDepth() || elements > limits.maximumElements()) {
                return Reason.LIMIT_EXCEEDED;
            }
            Node parent = open.peek();
            String value = null;
            String url = null;
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                String text = reader.getAttributeValue(i);
                String reason = reasonAgainst(text, parent);
                if (reason != null) {
                    return reason;
                }
                switch (reader.getAttributeLocalName(i)) {
                    case "value" -> value = text;
                    case "url" -> url = text;
                    default -> {}
                }
            }
            grow(parent, new Node(name, value, url));
            return null;
        }

        private void grow(Node parent, Node node) {
            if (parent == null) {
                root = node;
            } else {
                parent.add(node);
            }
            open.push(node);
        }

        private String onEnd() {
            open.pop();
            return null;
        }

        private String reasonAgainst(String text, Node parent) {
            if (text.length() > limits.maximumFieldCharacters()
                    || mayBeDecimal(text)
                            && (parent == null || !IDENTIFIERS.contains(parent.name()))
                            && HUGE_DECIMAL.matcher(text).matches()) {
                return Reason.LIMIT_EXCEEDED;
            }
            return holdsControlCharacter(text) ? Reason.CONTROL_CHARACTER : null;
        }
    }

    /** A look at the first character that is no part of a plain number spares most values the pattern. */
    private static boolean mayBeDecimal(String value) {
        int end = 0;
        while (end < value.length() && value.charAt(end) <= '9') {
            end++;
        }
        return end < value.length() && (value.charAt(end) == 'e' || value.charAt(end) == 'E');
    }

    private static boolean holdsControlCharacter(String value) {
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (character < ' ' ? "\t\n\r".indexOf(character) < 0 : Character.isISOControl(character)) {
                return true;
            }
        }
        return false;
    }
}

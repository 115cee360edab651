package muster.feed.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import muster.feed.FileRefusedException;
import muster.feed.HardenedXml;
import muster.feed.Reason;

/**
 * What the control file beside a MESH payload says ({@code feeds.md} 2.1): {@code X.dat} has {@code X.ctl}. Its elements come
 * in any order.
 *
 * @param values text of each element that is used, by its name in lower case
 */
record MeshControl(Map<String, String> values) {

    private static final XMLInputFactory FACTORY = HardenedXml.factory();
    private static final int MOST_BYTES = 1 << 16;
    private static final int DEEPEST = 8;
    private static final int LONGEST_VALUE = 500;
    private static final Set<String> USED = Set.of(
            "messagetype",
            "workflowid",
            "localid",
            "dtsid",
            "from_dts",
            "to_dts",
            "event",
            "status",
            "statuscode",
            "description",
            "datetime");

    MeshControl {
        values = Map.copyOf(values);
    }

    /** @throws FileRefusedException XML_INVALID, XML_DTD_REFUSED, LIMIT_EXCEEDED, FILE_NOT_REGULAR */
    static MeshControl read(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileRefusedException(Reason.FILE_NOT_REGULAR, "The control file is no ordinary file.");
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        }
        if (bytes.length > MOST_BYTES) {
            throw new FileRefusedException(Reason.LIMIT_EXCEEDED, "The control file is larger than the limit.");
        }
        try {
            return of(bytes);
        } catch (XMLStreamException e) {
            boolean doctype = new String(bytes, StandardCharsets.ISO_8859_1).contains("<!DOCTYPE");
            throw refused(doctype ? Reason.XML_DTD_REFUSED : Reason.XML_INVALID);
        }
    }

    private static MeshControl of(byte[] bytes) throws XMLStreamException {
        Map<String, String> values = new HashMap<>();
        XMLStreamReader reader = FACTORY.createXMLStreamReader(new java.io.ByteArrayInputStream(bytes));
        try {
            StringBuilder text = new StringBuilder();
            int depth = 0;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD -> throw refused(Reason.XML_DTD_REFUSED);
                    case XMLStreamConstants.ENTITY_REFERENCE -> throw refused(Reason.XML_INVALID);
                    case XMLStreamConstants.START_ELEMENT -> {
                        start(reader.getLocalName(), ++depth);
                        text.setLength(0);
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        put(
                                values,
                                reader.getLocalName().toLowerCase(Locale.ROOT),
                                text.toString().strip());
                        text.setLength(0);
                    }
                    default -> {}
                }
            }
        } finally {
            reader.close();
        }
        return new MeshControl(values);
    }

    private static void start(String name, int depth) {
        if (depth == 1 && !name.equals("DTSControl")) {
            throw refused(Reason.XML_INVALID);
        }
        if (depth > DEEPEST) {
            throw refused(Reason.LIMIT_EXCEEDED);
        }
    }

    /** An empty element says nothing, and of two of one name the later counts, as the later status does. */
    private static void put(Map<String, String> values, String name, String text) {
        if (text.length() > LONGEST_VALUE) {
            throw refused(Reason.LIMIT_EXCEEDED);
        }
        if (USED.contains(name) && !text.isEmpty()) {
            values.put(name, text);
        }
    }

    private static FileRefusedException refused(Reason reason) {
        return new FileRefusedException(reason, "The control file is not well-formed.");
    }

    /** True for a delivery report about something that was sent. */
    boolean isReport() {
        return "report".equalsIgnoreCase(values.get("messagetype"));
    }

    /** True once the payload has come whole. */
    boolean isComplete() {
        return "data".equalsIgnoreCase(values.get("messagetype"))
                && "transfer".equalsIgnoreCase(values.get("event"))
                && "success".equalsIgnoreCase(values.get("status"));
    }

    /** The workflow identifier in upper case; null where it gives none. */
    String workflow() {
        String workflow = values.get("workflowid");
        return workflow == null ? null : workflow.toUpperCase(Locale.ROOT);
    }
}

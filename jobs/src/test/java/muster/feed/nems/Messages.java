package muster.feed.nems;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Test messages and the limits as configured. */
final class Messages {

    static final ParserLimits LIMITS = limits();
    static final String BIRTH = text("birth-with-mother.xml");
    static final String BIRTH_WITHOUT_MOTHER = text("birth-without-mother.xml");
    static final String ADDRESS = text("change-of-address.xml");
    static final String PRACTICE = text("change-of-gp.xml");
    static final String DEATH = text("death-formal.xml");
    static final String RECORD = text("record-change.xml");

    private Messages() {}

    static NemsResult parse(String xml) {
        return NemsParser.parse(xml.getBytes(StandardCharsets.UTF_8), LIMITS);
    }

    static NemsEvent event(String xml) {
        return (NemsEvent) parse(xml);
    }

    static NemsResult.Refusal refusal(String xml) {
        return (NemsResult.Refusal) parse(xml);
    }

    /** Replaces text that must be there, so that a changed message cannot make a test meaningless. */
    static String with(String xml, String old, String replacement) {
        if (!xml.contains(old)) {
            throw new IllegalArgumentException("the message does not contain " + old);
        }
        return xml.replace(old, replacement);
    }

    private static ParserLimits limits() {
        try (InputStream yaml = Messages.class.getResourceAsStream("/config/feeds/nems_limits.yaml")) {
            return ParserLimitsFile.read(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String name) {
        try (InputStream xml = Messages.class.getResourceAsStream("/nems/" + name)) {
            return new String(xml.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

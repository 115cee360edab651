package muster.feed.nems;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Reads one NEMS message (FHIR STU3 XML, one message a file): a function of the bytes and the limits alone, without
 * clock, network or log. Behaviour on doubtful messages follows feeds.md 3.9 and rulings 3.
 */
public final class NemsParser {

    private static final String OLD_EVENT_SYSTEM = "EMS-EventType-1";

    private NemsParser() {}

    /**
     * Parses and judges a message; never throws on account of its content.
     *
     * @param payload the file as received
     * @param limits bounds and code lists
     */
    public static NemsResult parse(byte[] payload, ParserLimits limits) {
        return parse(payload, sha256(payload), limits);
    }

    /** The same for a payload whose SHA-256, in lower-case hex, is known. */
    static NemsResult parse(byte[] payload, String sha256, ParserLimits limits) {
        XmlGuard guard = new XmlGuard(limits);
        XmlGuard.Decoded decoded = guard.decode(payload);
        if (decoded.reason() != null) {
            return NemsResult.Refusal.of(decoded.reason());
        }
        XmlGuard.Message message = guard.read(decoded.text());
        if (message.reason() != null) {
            return NemsResult.Refusal.of(message.reason());
        }
        return new FhirShape(limits.resourceTypes()).fits(message.root())
                ? judge(message.root(), sha256, limits)
                : NemsResult.Refusal.of(Reason.XML_INVALID);
    }

    /**
     * What an event read is on a given business date: itself, or refused because it tells of a birth, a death, a
     * finding or a dose still to come. Apart from {@link #parse} because a message does not know the date.
     */
    public static NemsResult asAt(NemsEvent event, LocalDate businessDate) {
        if (event.birthDate() != null && event.birthDate().isAfter(businessDate)) {
            return NemsResult.Refusal.of(Reason.DOB_FUTURE, PersonReader.BIRTH_DATE);
        }
        if (event.deceasedDate() != null && event.deceasedDate().isAfter(businessDate)) {
            return NemsResult.Refusal.of(Reason.DATE_FUTURE, "person_death_date");
        }
        if (event.record() != null) {
            return event.record().futureField(businessDate) == null
                    ? event
                    : NemsResult.Refusal.of(Reason.DATE_FUTURE, event.record().futureField(businessDate));
        }
        return event;
    }

    /** What a bundle says, once it is known to be one. */
    static NemsResult judge(Node bundle, String payloadSha256, ParserLimits limits) {
        BundleIndex index = new BundleIndex(bundle);
        Node header = index.only("MessageHeader");
        String code = header.child("event").text("code");
        if (code == null) {
            return NemsResult.Refusal.of(Reason.UNKNOWN_EVENT, "event_code");
        }
        if (limits.unhandledEvents().contains(code)) {
            return new NemsResult.Unhandled(code);
        }
        if (limits.ownEndpoints().contains(String.valueOf(header.child("source").text("endpoint")))) {
            return new NemsResult.Unhandled(code);
        }
        Optional<AgencyEvent> agency = AgencyEvent.of(code);
        if (agency.isPresent()) {
            return new AgencyEventReader(limits, index, payloadSha256).read(agency.get(), header);
        }
        return PdsEvent.of(code)
                .map(event -> new PdsEventReader(limits, index, payloadSha256).read(event, header))
                .orElseGet(() -> NemsResult.Refusal.of(reasonForForeign(code, header, limits), "event_code"));
    }

    private static String reasonForForeign(String code, Node header, ParserLimits limits) {
        boolean oldDialect = limits.oldDialectEvents().contains(code)
                || OLD_EVENT_SYSTEM.equals(
                        Text.lastSegment(header.child("event").text("system")));
        return oldDialect ? Reason.UNSUPPORTED_EVENT_DIALECT : Reason.UNKNOWN_EVENT;
    }

    /** Digest in lower-case hex. */
    static String sha256(byte[] payload) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(payload));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

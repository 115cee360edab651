package muster.feed.nems;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads the usual address and the one left (feeds.md 3.5). A temporary address is never either of them. */
final class AddressReader {

    private static final Comparator<Node> BY_END = Comparator.comparing(address -> key(end(address)));
    private static final Comparator<Node> BY_START = Comparator.comparing(address -> key(start(address)));

    private final ParserLimits limits;
    private final EventDraft draft;

    AddressReader(ParserLimits limits, EventDraft draft) {
        this.limits = limits;
        this.draft = draft;
    }

    void read(Node patient) {
        List<Node> addresses = patient.all("address");
        Node home = usual(addresses);
        if (home.isPresent()) {
            draft.addressLines = lines(home);
            draft.postcode = Text.postcode(home.text("postalCode"));
            draft.addressStart = draft.date(start(home), "address_start_date");
            draft.restricted |=
                    draft.postcode != null && limits.restrictedPostcodes().contains(draft.postcode);
        }
        addresses.stream()
                .filter(address -> "old".equals(address.text("use")))
                .max(BY_END)
                .ifPresent(this::readPrevious);
    }

    private void readPrevious(Node left) {
        draft.previousAddressLines = lines(left);
        draft.previousPostcode = Text.postcode(left.text("postalCode"));
        draft.previousAddressStart = draft.date(start(left), "previous_address_start_date");
        draft.previousAddressEnd = draft.date(end(left), "previous_address_end_date");
    }

    /** The home address that began last; births may leave its use out. */
    private static Node usual(List<Node> addresses) {
        return addresses.stream()
                .filter(address -> "home".equals(address.text("use")))
                .max(BY_START)
                .or(() -> addresses.stream()
                        .filter(address -> address.text("use") == null)
                        .max(BY_START))
                .orElse(Node.NONE);
    }

    private static List<String> lines(Node address) {
        Stream<String> sent = address.all("line").stream().map(Node::text);
        Stream<String> town = Stream.of("city", "district").map(address::text);
        return Stream.concat(sent, town).filter(Objects::nonNull).toList();
    }

    private static String start(Node address) {
        return address.child("period").text("start");
    }

    private static String end(Node address) {
        return address.child("period").text("end");
    }

    private static String key(String date) {
        return date == null ? "" : date;
    }
}

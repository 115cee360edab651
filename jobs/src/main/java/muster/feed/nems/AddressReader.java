package muster.feed.nems;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hl7.fhir.dstu3.model.Address;
import org.hl7.fhir.dstu3.model.Patient;
import org.hl7.fhir.dstu3.model.StringType;

/** Reads the usual address and the one left (feeds.md 3.5). A temporary address is never either of them. */
final class AddressReader {

    private static final Comparator<Address> BY_END = Comparator.comparing(address -> key(end(address)));
    private static final Comparator<Address> BY_START = Comparator.comparing(address -> key(start(address)));

    private final ParserLimits limits;
    private final EventDraft draft;

    AddressReader(ParserLimits limits, EventDraft draft) {
        this.limits = limits;
        this.draft = draft;
    }

    void read(Patient patient) {
        Address home = usual(patient.getAddress());
        if (home != null) {
            draft.addressLines = lines(home);
            draft.postcode = Text.postcode(home.getPostalCode());
            draft.addressStart = draft.date(start(home), "address_start_date");
            draft.restricted |=
                    draft.postcode != null && limits.restrictedPostcodes().contains(draft.postcode);
        }
        patient.getAddress().stream()
                .filter(address -> address.getUse() == Address.AddressUse.OLD)
                .max(BY_END)
                .ifPresent(this::readPrevious);
    }

    private void readPrevious(Address left) {
        draft.previousAddressLines = lines(left);
        draft.previousPostcode = Text.postcode(left.getPostalCode());
        draft.previousAddressStart = draft.date(start(left), "previous_address_start_date");
        draft.previousAddressEnd = draft.date(end(left), "previous_address_end_date");
    }

    /** The home address that began last; births may leave its use out. */
    private static Address usual(List<Address> addresses) {
        return addresses.stream()
                .filter(address -> address.getUse() == Address.AddressUse.HOME)
                .max(BY_START)
                .or(() ->
                        addresses.stream().filter(address -> !address.hasUse()).max(BY_START))
                .orElse(null);
    }

    private static List<String> lines(Address address) {
        Stream<String> sent = address.getLine().stream().map(StringType::getValue);
        Stream<String> town =
                Stream.of(address.getCity(), address.getDistrict()).filter(Objects::nonNull);
        return Stream.concat(sent, town)
                .map(Text::clean)
                .filter(Objects::nonNull)
                .toList();
    }

    private static String start(Address address) {
        return FhirValues.text(address.getPeriod().getStartElement());
    }

    private static String end(Address address) {
        return FhirValues.text(address.getPeriod().getEndElement());
    }

    private static String key(String date) {
        return date == null ? "" : date;
    }
}

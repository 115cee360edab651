package muster.synthetic;

import java.util.ArrayList;
import java.util.List;
import muster.synthetic.Geography.Place;

/** A home. The town is the authority's; the county stands where there is one. {@code form}: how a source writes it. */
record Address(int number, String street, Place place, Form form) {
    /** As it should be, with full stops after each line, or with every line one too low. */
    enum Form {
        PLAIN,
        STOPPED,
        SHIFTED
    }

    private static final int LINES = 5;

    Address(int number, String street, Place place) {
        this(number, street, place, Form.PLAIN);
    }

    Address in(Form other) {
        return new Address(number, street, place, other);
    }

    /** The five address lines as the source writes them. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(LINES + 1);
        if (form == Form.SHIFTED) {
            lines.add("");
        }
        String stop = form == Form.STOPPED ? "." : "";
        lines.add(line1() + stop);
        lines.add(town() + stop);
        lines.add(county().isEmpty() ? "" : county() + stop);
        while (lines.size() < LINES) {
            lines.add("");
        }
        return lines;
    }

    String line1() {
        return number + " " + street;
    }

    String town() {
        return place.authority().town();
    }

    String county() {
        return place.authority().county() ? place.authority().name() : "";
    }

    String postcode() {
        return place.postcode();
    }
}

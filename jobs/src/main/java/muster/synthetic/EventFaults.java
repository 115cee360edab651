package muster.synthetic;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * Faulty rows of the event files, as many a night as the profile says: made from a right row about an ordinary child, under keys
 * of their own, so that nothing follows from them but a reason.
 */
final class EventFaults {
    private static final int STRANGERS_FROM = 20_000;
    private static final String FUTURE = "2031-01-15";

    private final Profile profile;
    private final Truth truth;
    private final LocalDate date;
    private final LocalDate asAt;
    private final Geography geography;
    private final Care care;
    private int ordinal;

    EventFaults(Profile profile, Truth truth, LocalDate date, int night, Geography geography, Care care) {
        this.profile = profile;
        this.truth = truth;
        this.date = date;
        this.asAt = date.minusDays(1);
        this.geography = geography;
        this.care = care;
        this.ordinal = night * 100;
    }

    private interface Fault {
        void write() throws IOException;
    }

    private void each(String kind, Fault fault) throws IOException {
        for (int i = 0; i < profile.rowFaults(kind); i++) {
            ordinal++;
            fault.write();
        }
    }

    /** @param child without a story, at least a year old */
    void write(EventFiles files, Child child, World now) throws IOException {
        Geography.Authority authority = child.home().place().authority();
        FeedFile contacts = files.of("HVCONT", authority.hv());
        if (contacts != null) {
            contacts(contacts, child, now, authority.hv());
        }
        FeedFile history = files.of("CHISEVT", authority.chis());
        if (history != null) {
            history(history, child, now);
        }
        FeedFile samples = files.of("NBSRES", geography.laboratory.code());
        if (samples != null) {
            samples(samples, child, now);
        }
        FeedFile hearing = files.of("NHSPRES", geography.maternity.code());
        if (hearing != null) {
            hearing(hearing, child, now);
        }
        FeedFile examinations = files.of("NIPERES", geography.maternity.code());
        if (examinations != null) {
            examinations(examinations, child, now);
        }
    }

    private void contacts(FeedFile file, Child child, World now, String provider) throws IOException {
        LocalDate held = asAt.minusDays(20);
        Care.Contact contact =
                new Care.Contact("12", 1, held.minusDays(10), held, Care.ATTENDED, Care.DONE, "01", held.plusDays(1));
        String header = file.header;
        each("contact_duplicate_line", () -> {
            if (file.lastLine != null) {
                int line = file.row(file.lastNumber, file.lastLocalId, file.lastLine);
                truth.row(date, file.name(), line, "DUPLICATE", "");
            }
        });
        each("contact_check_digit", () -> {
            Line line = contact(child, now, provider, contact, header);
            say(file, line.with("NHS_NUMBER", NhsNumbers.spoiled(now.who.nhs())), "REJECTED", "NHS_CHECK_DIGIT");
        });
        each("contact_in_future", () -> {
            Line line = contact(child, now, provider, contact, header);
            say(file, line.with("CARE_CONTACT_DATE", FUTURE), "REJECTED", "DATE_FUTURE");
        });
        each("contact_unknown_activity", () -> {
            Line line = contact(child, now, provider, contact, header);
            say(file, line.with("COMMUNITY_CARE_ACTIVITY_TYPE", "77"), "REJECTED", "UNKNOWN_CODE");
        });
    }

    private Line contact(Child child, World now, String provider, Care.Contact contact, String header) {
        return new Line(header, EventLayouts.contact("A", child, now, provider, "FAULT-C" + ordinal, contact, asAt));
    }

    private void history(FeedFile file, Child child, World now) throws IOException {
        ChisRow row = now.chis.get(0);
        each("history_duplicate_key", () -> {
            if (file.lastLine != null) {
                Line line = new Line(file.header, file.lastLine);
                say(file, line.with("PERFORMING_ORGANISATION", "RZ9"), "REJECTED", "DUPLICATE_KEY");
            }
        });
        each("history_before_birth", () -> {
            Line line = history(file, row);
            String before = child.birth().minusDays(9).toString();
            say(file, line.with("EVENT_DATE", before), "REJECTED", "DATE_ORDER");
        });
        each("history_in_future", () -> {
            Line line = history(file, row);
            say(file, line.with("EVENT_DATE", FUTURE), "REJECTED", "DATE_FUTURE");
        });
        each("history_unknown_kind", () -> {
            Line line = history(file, row);
            say(file, line.with("EVENT_KIND", "TEETH"), "REJECTED", "UNKNOWN_CODE");
        });
    }

    private Line history(FeedFile file, ChisRow row) {
        LocalDate day = asAt.minusDays(30);
        EventLayouts.History event =
                EventLayouts.History.of("FAULT" + ordinal, "NHSP", "NHSP", day, null, "PASS", day.plusDays(1));
        return new Line(file.header, EventLayouts.history(file.label.full() ? "F" : "A", row, event));
    }

    private void samples(FeedFile file, Child child, World now) throws IOException {
        each("blood_spot_check_digit", () -> {
            Line line = sample(file, child, now);
            say(file, line.with("NHS_NUMBER", NhsNumbers.spoiled(now.who.nhs())), "REJECTED", "NHS_CHECK_DIGIT");
        });
        each("blood_spot_no_sample_date", () -> {
            Line line = sample(file, child, now);
            say(file, line.with("BLOOD_SPOT_CARD_COMPLETION_DATE", ""), "REJECTED", "MANDATORY_MISSING");
        });
        each("blood_spot_child_not_held", () -> {
            Line line = sample(file, child, now).with("NHS_NUMBER", stranger());
            say(file, line, "APPLIED_WITH_WARNING", "NOT_LINKED");
        });
    }

    private Line sample(FeedFile file, Child child, World now) {
        LocalDate taken = child.birth().plusDays(6);
        String clear = care.plan().bloodSpot().clearStatus();
        Care.Sample sample = new Care.Sample(
                1, taken, taken.plusDays(2), taken.plusDays(4), care.plan().same(taken, clear));
        String line = EventLayouts.sample("A", child, now, geography.laboratory.code(), sample, care, true);
        return new Line(file.header, line).with("LABORATORY_SAMPLE_IDENTIFIER", "FAULT-S" + ordinal);
    }

    private void hearing(FeedFile file, Child child, World now) throws IOException {
        LocalDate day = child.birth().plusDays(8);
        Care.HearingScreen screen = new Care.HearingScreen(day, false, true, true, day.plusDays(1));
        each("hearing_impossible_date", () -> {
            String provider = geography.maternity.code();
            Line line = new Line(
                    file.header,
                    EventLayouts.hearing(
                            "A", child, now, provider, screen, care.plan().hearing()));
            line = line.with("SOURCE_RECORD_IDENTIFIER", "FAULT-H" + ordinal);
            say(file, line.with("SCREEN_DATE", Layouts.impossible(day)), "REJECTED", "DATE_FORMAT");
        });
    }

    private void examinations(FeedFile file, Child child, World now) throws IOException {
        LocalDate day = child.birth().plusDays(2);
        List<String> outcomes = care.plan().parts().stream()
                .map(part -> part.boysOnly() && child.gender() != 1 ? "" : part.clear())
                .toList();
        Care.BodyCheck check = new Care.BodyCheck("NIPE-NB", day, outcomes, "PASS", day.plusDays(1), false);
        each("examination_child_not_held", () -> {
            String provider = geography.maternity.code();
            Line line = new Line(file.header, EventLayouts.examination("A", child, now, provider, check))
                    .with("SOURCE_RECORD_IDENTIFIER", "FAULT-N" + ordinal)
                    .with("NHS_NUMBER", stranger());
            say(file, line, "APPLIED_WITH_WARNING", "NOT_LINKED");
        });
    }

    private String stranger() {
        return NhsNumbers.ofStranger(STRANGERS_FROM + ordinal);
    }

    private void say(FeedFile file, Line line, String outcome, String reason) throws IOException {
        truth.row(date, file.name(), file.row(line.number(), "FAULT" + ordinal, line.text()), outcome, reason);
    }

    /** A row whose cells are known by their headers; no cell of these layouts is quoted. */
    private record Line(List<String> columns, String[] cells) {
        Line(String header, String line) {
            this(List.of(header.split(",")), line.split(",", -1));
        }

        Line with(String column, String value) {
            String[] changed = Arrays.copyOf(cells, cells.length);
            changed[columns.indexOf(column)] = value;
            return new Line(columns, changed);
        }

        String number() {
            return cells[columns.indexOf("NHS_NUMBER")];
        }

        String text() {
            return String.join(",", cells);
        }
    }
}

package muster.synthetic;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import muster.synthetic.EventLayouts.History;
import muster.synthetic.FeedFile.Label;

/**
 * A night's event files in our own layouts: contacts by provider, blood spot results of the laboratory, hearing and physical
 * examination results of the maternity provider, and the event history of each child health organisation, whole on the first
 * night and changes afterwards.
 */
final class EventFiles implements Closeable {
    /** Inbox folder of each feed. */
    static final Map<String, String> FOLDERS = Map.of(
            "HVCONT", "hv-contact",
            "CHISEVT", "chis-event",
            "NBSRES", "nbs-result",
            "NHSPRES", "nhsp-result",
            "NIPERES", "nipe-result");

    private static final int INFANT_DAYS = 400;

    private final LocalDate since;
    private final LocalDate asAt;
    private final LocalDate historyFrom;
    private final Geography geography;
    private final Care care;
    private final Dirt dirt;
    private final Senders senders;
    private final Truth truth;
    private final Set<String> feeds;
    private final Map<String, FeedFile> files = new LinkedHashMap<>();

    /**
     * @param since the day that the night before told last; null on the first night
     * @param first date of the first night
     */
    EventFiles(
            Path nightFolder,
            LocalDate asAt,
            LocalDate since,
            LocalDate first,
            Profile profile,
            Geography geography,
            Senders senders,
            Care care,
            Dirt dirt,
            Truth truth)
            throws IOException {
        this.senders = senders;
        this.truth = truth;
        this.since = since;
        this.asAt = asAt;
        this.historyFrom = first.minusDays(profile.eventHistoryDays());
        this.geography = geography;
        this.care = care;
        this.dirt = dirt;
        this.feeds = Set.copyOf(profile.feeds());
        Map<String, Map<String, String>> wanted = new TreeMap<>();
        for (Geography.Authority authority : geography.authorities) {
            if (authority.served()) {
                want(wanted, "HVCONT", authority.hv(), EventLayouts.HVCONT);
            }
        }
        for (Geography.Chis organisation : geography.chis.values()) {
            if (organisation.served()) {
                want(wanted, "CHISEVT", organisation.code(), EventLayouts.CHISEVT);
            }
        }
        want(wanted, "NBSRES", geography.laboratory.code(), EventLayouts.nbsres(care.plan()));
        want(wanted, "NHSPRES", geography.maternity.code(), EventLayouts.NHSPRES);
        want(wanted, "NIPERES", geography.maternity.code(), EventLayouts.NIPERES);
        for (Map.Entry<String, Map<String, String>> feed : wanted.entrySet()) {
            for (Map.Entry<String, String> sender : feed.getValue().entrySet()) {
                open(nightFolder, feed.getKey(), sender.getKey(), sender.getValue(), senders, profile);
            }
        }
    }

    private void want(Map<String, Map<String, String>> wanted, String feed, String sender, String header) {
        if (feeds.contains(FOLDERS.get(feed))) {
            wanted.computeIfAbsent(feed, any -> new TreeMap<>()).put(sender, header);
        }
    }

    private void open(Path nightFolder, String feed, String sender, String header, Senders senders, Profile profile)
            throws IOException {
        boolean full = feed.equals("CHISEVT") && since == null;
        Label label = new Label(feed, sender, asAt, senders.nextSequence(feed, sender), full);
        files.put(
                feed + ":" + sender,
                FeedFile.controlled(
                        nightFolder.resolve(FOLDERS.get(feed)), label, header, profile.charset(feed, sender)));
    }

    /** A sender's file of tonight, or null where the profile leaves the feed out. */
    FeedFile of(String feed, String sender) {
        return files.get(feed + ":" + sender);
    }

    /** Tells what became known of the child since the night before. */
    void write(Child child, World before, World now) {
        if (child.kind() == StoryKind.OUT_OF_AREA || now.life.equals("STILLBORN")) {
            return;
        }
        LocalDate last = VaccinationFiles.lastAlive(now, asAt);
        Telling telling = new Telling(before.known ? since : null, last, earliest(child));
        if (child.ageInDays(asAt) < INFANT_DAYS) {
            samples(child, now, telling);
            hearing(child, now, telling);
            examinations(child, now, telling);
        }
        contacts(child, now, telling);
        for (ChisRow row : historians(now)) {
            boolean held = historians(before).stream().anyMatch(other -> other.chis() == row.chis());
            history(child, row, new Telling(held ? since : null, last, child.birth()));
        }
    }

    /** Whose event history tells of the child: who is responsible, or where that one is not served, who keeps a second record. */
    private static List<ChisRow> historians(World world) {
        List<ChisRow> primary = world.chis.stream().filter(ChisRow::primary).toList();
        return primary.isEmpty() ? world.chis.stream().filter(ChisRow::open).toList() : primary;
    }

    /** The first day of which the feeds of events tell; all of the child's life where no event history will. */
    private LocalDate earliest(Child child) {
        if (child.kind() == StoryKind.NO_CHIS) {
            return child.birth();
        }
        LocalDate arrived = child.kind() == StoryKind.MOVES_IN ? child.atHomeSince() : historyFrom;
        return Stage.later(arrived, historyFrom);
    }

    private void contacts(Child child, World now, Telling telling) {
        String provider = child.home().place().authority().hv();
        FeedFile file = of("HVCONT", provider);
        if (file == null || child.birth().plusYears(5).isBefore(historyFrom)) {
            return;
        }
        String local = provider + "-P" + Stage.sevenDigits(child.index());
        // An appointment still to come is told on the first night, however long ago it was made.
        LocalDate here = child.kind() == StoryKind.MOVES_IN ? child.atHomeSince() : child.birth();
        Telling booked = new Telling(telling.since(), telling.until(), here);
        for (Care.Contact contact : care.contacts(child)) {
            boolean over = !contact.told().isAfter(telling.until());
            if (over ? telling.tonight(contact.told()) : booked.tonight(contact.invited())) {
                String key = "%s-%s-%d".formatted(Stage.sevenDigits(child.index()), contact.activity(), contact.nth());
                String action = over ? booked.action(contact.invited()) : "A";
                file.row(
                        now.who.nhs(),
                        local,
                        EventLayouts.contact(action, child, now, provider, key, contact, telling.until()));
            }
        }
    }

    private void samples(Child child, World now, Telling telling) {
        String laboratory = geography.laboratory.code();
        FeedFile file = of("NBSRES", laboratory);
        if (file == null) {
            return;
        }
        for (Care.Sample sample : care.samples(child)) {
            boolean reported = !sample.result().isAfter(telling.until());
            if (telling.tonight(reported ? sample.result() : sample.received())) {
                String action = reported ? telling.action(sample.received()) : "A";
                file.row(
                        now.who.nhs(),
                        EventLayouts.sampleId(child),
                        EventLayouts.sample(action, child, now, laboratory, sample, care, reported));
            }
        }
    }

    private void hearing(Child child, World now, Telling telling) {
        String provider = geography.maternity.code();
        FeedFile file = of("NHSPRES", provider);
        Care.HearingScreen screen = care.hearing(child);
        if (file != null && screen != null && !screen.declined() && telling.tonight(screen.told())) {
            file.row(
                    now.who.nhs(),
                    "",
                    EventLayouts.hearing(
                            "A", child, now, provider, screen, care.plan().hearing()));
        }
    }

    private void examinations(Child child, World now, Telling telling) {
        String provider = geography.maternity.code();
        FeedFile file = of("NIPERES", provider);
        if (file == null) {
            return;
        }
        for (Care.BodyCheck check : care.examinations(child)) {
            if (telling.tonight(check.told())) {
                String action = check.again() ? "U" : "A";
                file.row(now.who.nhs(), "", EventLayouts.examination(action, child, now, provider, check));
            }
        }
    }

    private void history(Child child, ChisRow row, Telling telling) {
        FeedFile file = of("CHISEVT", row.chis().code());
        if (file == null || child.birth().plusYears(5).isBefore(historyFrom)) {
            return;
        }
        for (History event : held(child)) {
            if (telling.tonight(event.recorded())) {
                file.row(
                        row.numberOfEvents(),
                        row.sourceId(),
                        EventLayouts.history(file.label.full() ? "F" : "A", row, event));
            }
        }
    }

    /** Everything the child health organisation will ever hold of the child. */
    private List<History> held(Child child) {
        int later = care.plan().historyAfter();
        List<History> held = new ArrayList<>();
        for (Care.Contact contact : care.contacts(child)) {
            held.add(History.of(
                    "HV" + contact.activity() + "-" + contact.nth(),
                    "HVRV",
                    contact.activity(),
                    contact.held(),
                    contact.invited(),
                    contact.outcome(),
                    contact.told().plusDays(later)));
        }
        if (child.ageInDays(asAt) < INFANT_DAYS) {
            screening(child, later, held);
        }
        held.addAll(dirt.doses(child));
        return held;
    }

    private void screening(Child child, int later, List<History> held) {
        for (Care.Sample sample : care.samples(child)) {
            for (int i = 0; i < sample.statuses().size(); i++) {
                if (!sample.statuses().get(i).isEmpty()) {
                    String condition = care.plan().conditions().get(i).code();
                    String id = condition + "-" + sample.sequence();
                    LocalDate recorded = sample.result().plusDays(later);
                    String status = sample.statuses().get(i);
                    held.add(History.of(id, "NBSS", condition, sample.taken(), null, status, recorded));
                }
            }
        }
        Care.HearingScreen screen = care.hearing(child);
        if (screen != null) {
            String outcome = screen.declined() ? "DECL" : screen.clear() ? "PASS" : "REFER";
            LocalDate recorded = screen.told().plusDays(later);
            held.add(History.of("NHSP", "NHSP", "NHSP", screen.screened(), null, outcome, recorded));
        }
        for (Care.BodyCheck check : care.examinations(child)) {
            LocalDate recorded = check.told().plusDays(later);
            if (!check.summary().isEmpty()) {
                held.add(History.of(
                        check.code(), "NIPE", check.code(), check.examined(), null, check.summary(), recorded));
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (FeedFile file : files.values()) {
            file.close();
            truth.taken(asAt.plusDays(1), file, senders);
        }
    }
}

package muster.synthetic;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import muster.synthetic.FeedFile.Label;

/** The three registers' files of one night: GPREG by sub-ICB, HVCASE by provider, CHISREG by child health organisation. */
final class RegisterFiles implements Closeable {
    /** Inbox folder of each feed. */
    static final Map<String, String> FOLDERS =
            Map.of("GPREG", "gp-registration", "HVCASE", "hv-caseload", "CHISREG", "chis-register");

    private final LocalDate date;
    private final int night;
    private final Senders senders;
    private final Truth truth;
    private final Set<String> shrunk;
    private final Profile profile;
    private final Geography geography;
    private final Map<String, FeedFile> gp = new LinkedHashMap<>();
    private final Map<String, FeedFile> hv = new LinkedHashMap<>();
    private final Map<String, FeedFile> chis = new LinkedHashMap<>();

    RegisterFiles(
            Path nightFolder,
            LocalDate date,
            int night,
            Geography geography,
            Senders senders,
            Truth truth,
            Set<String> shrunk,
            Profile profile)
            throws IOException {
        this.profile = profile;
        this.geography = geography;
        this.date = date;
        this.night = night;
        this.senders = senders;
        this.truth = truth;
        this.shrunk = shrunk;
        for (Geography.Authority authority : geography.authorities) {
            if (authority.served()) {
                open(gp, nightFolder, "GPREG", authority.subIcb(), Layouts.GPREG);
                open(hv, nightFolder, "HVCASE", authority.hv(), Layouts.HVCASE);
            }
        }
        for (Geography.Chis organisation : geography.chis.values()) {
            if (organisation.served()) {
                open(chis, nightFolder, "CHISREG", organisation.code(), Layouts.CHISREG);
            }
        }
    }

    /** Writes what the registers say of a child; {@code before} is the night before's world. */
    void write(World before, World now) throws IOException {
        for (GpRow row : now.gp) {
            if (geography.sendsList(row.practice())) {
                continue;
            }
            FeedFile file = gp.get(row.practice().authority().subIcb());
            Optional<GpRow> held = same(before.gp, other -> other.localId().equals(row.localId()));
            int line = write(
                    file, row, held, row.open(), row.who().nhs(), row.localId(), action -> Layouts.gpreg(action, row));
            if (line > 0) {
                warnOfNumber(file, line, row.who(), "");
            }
            if (line > 0
                    && row.open()
                    && now.gp.stream()
                            .anyMatch(other -> other.open() && other.start().isAfter(row.start()))) {
                truth.rowPerhaps(date, file.name(), line, "APPLIED_WITH_WARNING", "DUAL_REGISTRATION");
            }
        }
        for (HvRow row : now.hv) {
            Optional<HvRow> held = same(before.hv, other -> other.request().equals(row.request()));
            FeedFile file = hv.get(row.provider());
            int line =
                    write(file, row, held, true, row.who().nhs(), row.localId(), action -> Layouts.hvcase(action, row));
            if (line > 0) {
                warnOfNumber(file, line, row.who(), "");
            }
        }
        for (ChisRow row : now.chis) {
            Optional<ChisRow> held = same(before.chis, other -> other.chis() == row.chis());
            FeedFile file = chis.get(row.chis().code());
            int line = write(
                    file, row, held, true, row.who().nhs(), row.sourceId(), action -> Layouts.chisreg(action, row));
            if (line > 0) {
                warnOfNumber(file, line, row.who(), slips(row));
            }
        }
        owners(before, now);
    }

    /** The number of a record that is kept all the same, and what else must be warned of. */
    private void warnOfNumber(FeedFile file, int line, Who who, String slips) throws IOException {
        String number = who.nhs().isEmpty() ? "NHS_MISSING" : NhsNumbers.valid(who.nhs()) ? "" : "NHS_CHECK_DIGIT";
        String reasons = String.join(
                ";",
                Stream.of(number, slips).filter(reason -> !reason.isEmpty()).toList());
        if (!reasons.isEmpty()) {
            truth.row(date, file.name(), line, "APPLIED_WITH_WARNING", reasons);
        }
    }

    /** Tells the answer key whose the records are, where that is new. */
    private void owners(World before, World now) throws IOException {
        Set<String> told = new HashSet<>();
        for (Owned owned : Owned.of(before, geography)) {
            told.add(owned.key());
        }
        boolean sameNumber = before.known && before.who.nhs().equals(now.who.nhs());
        for (Owned owned : Owned.of(now, geography)) {
            if (!sameNumber || !told.contains(owned.key())) {
                truth.link(
                        date, owned.feed(), owned.sourceKey(), owned.kind().owned() ? now.who.nhs() : "", owned.kind());
            }
        }
    }

    /** What must be warned of in a CHIS record: what the row alone tells goes first. */
    private String slips(ChisRow row) {
        List<String> slips = new ArrayList<>();
        if (row.addressSince().equals(Dirt.SENTINEL)) {
            slips.add("DATE_FORMAT");
        }
        if (geography.closedPractice().code().equals(row.practice())) {
            slips.add("CLOSED_ORGANISATION");
        }
        return String.join(";", slips);
    }

    /** Writes a row where the file's kind asks for it; the line's number where it says something new, else 0. */
    private static <T> int write(
            FeedFile file,
            T row,
            Optional<T> held,
            boolean inFull,
            String nhs,
            String localId,
            Function<String, String> layout) {
        boolean same = held.isPresent() && held.get().equals(row);
        if (file.label.full()) {
            if (!inFull) {
                return 0;
            }
            int line = file.row(nhs, localId, layout.apply("F"));
            file.unchanged += same ? 1 : 0;
            return same ? 0 : line;
        }
        if (same || (!inFull && held.isEmpty())) {
            return 0;
        }
        return file.row(nhs, localId, layout.apply(held.isPresent() ? "U" : "A"));
    }

    private static <T> Optional<T> same(List<T> rows, Predicate<T> key) {
        return rows.stream().filter(key).findFirst();
    }

    /** The first file of a feed that is full tonight, for faults that need a full file; GPREG, HVCASE or CHISREG. */
    FeedFile firstFull(String feed) {
        return files(feed).values().stream()
                .filter(file -> file.label.full())
                .findFirst()
                .orElseThrow();
    }

    /** A sender's file of tonight. */
    FeedFile of(String feed, String sender) {
        return files(feed).get(sender);
    }

    /** Closes the files, writes their control files, and tells the answer key of unchanged rows and shrunken registers. */
    @Override
    public void close() throws IOException {
        for (String feed : List.of("GPREG", "HVCASE", "CHISREG")) {
            for (FeedFile file : files(feed).values()) {
                file.close();
                truth.taken(date, file, senders);
                if (file.label.full() && senders.shrank(feed, file.label.sender(), file.rows())) {
                    shrunk.add(FOLDERS.get(feed) + ":" + file.label.sender());
                }
            }
        }
        for (String subject : shrunk) {
            truth.shrunk(date, subject);
        }
    }

    private Map<String, FeedFile> files(String feed) {
        return switch (feed) {
            case "GPREG" -> gp;
            case "HVCASE" -> hv;
            case "CHISREG" -> chis;
            default -> throw new IllegalArgumentException("no such register: " + feed);
        };
    }

    private void open(Map<String, FeedFile> files, Path nightFolder, String feed, String sender, String header)
            throws IOException {
        Label label = new Label(
                feed,
                sender,
                date.minusDays(1),
                senders.nextSequence(feed, sender),
                senders.sendsFull(feed, sender, night));
        files.put(
                sender,
                FeedFile.controlled(
                        nightFolder.resolve(FOLDERS.get(feed)), label, header, profile.charset(feed, sender)));
    }
}

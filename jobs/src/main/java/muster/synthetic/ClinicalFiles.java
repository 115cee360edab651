package muster.synthetic;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import muster.synthetic.ClinicalMessage.Kind;
import muster.synthetic.ClinicalMessage.Telling;
import muster.synthetic.Vaccinations.Dose;

/**
 * NEMS messages of health visiting, screening and vaccination about a share of the children: told once, told again, withdrawn,
 * repeated, late, or in the wrong order ({@code feeds.md} 2.2: NEMS does not promise an order). Each agrees with what the other
 * feeds say of the child, so that nothing follows from it.
 */
final class ClinicalFiles {
    private static final int FIRST_TOLD_DAYS = 6;
    private static final int CORRECTED_DAYS = 2;
    private static final int NEWBORN_DAYS = 30;
    private static final int INFANT_DAYS = 390;
    private static final int UNDER_FIVE_DAYS = 1_700;
    private static final int RECENT_DOSE_DAYS = 120;

    /** How a message fares; by turns of ten, so that the plain case is the usual one. */
    private enum Fate {
        TOLD,
        CORRECTED,
        WITHDRAWN,
        OUT_OF_ORDER,
        LATE,
        REPEATED;

        static Fate of(int throwOfTen) {
            return throwOfTen < 5 ? TOLD : values()[throwOfTen - 4];
        }
    }

    private final SynthesisRequest request;
    private final Profile profile;
    private final Geography geography;
    private final Care care;
    private final Vaccinations vaccinations;
    private final Dirt dirt;
    private final Truth truth;

    ClinicalFiles(
            SynthesisRequest request,
            Profile profile,
            Geography geography,
            Care care,
            Vaccinations vaccinations,
            Dirt dirt,
            Truth truth) {
        this.request = request;
        this.profile = profile;
        this.geography = geography;
        this.care = care;
        this.vaccinations = vaccinations;
        this.dirt = dirt;
        this.truth = truth;
    }

    /** Writes tonight's messages about the child, of which there are none after the second night. */
    void write(NemsFiles files, Child child, World now, int night) throws IOException {
        if (night > 2
                || !profile.feeds().contains("nems-clinical")
                || child.kind() != StoryKind.USUAL
                || child.births() > 1) {
            return;
        }
        Dice dice = Dice.of(request.seed(), child.index(), "clinical messages");
        if (!dice.permille(profile.clinicalPermille())) {
            return;
        }
        List<Kind> kinds = kinds(child, now);
        if (!kinds.isEmpty()) {
            Kind kind = dice.one(kinds);
            Fate fate = Fate.of(dice.between(0, 9));
            if (night == 1) {
                first(files, child, now, kind, fate);
            } else {
                second(files, child, now, kind, fate);
            }
        }
    }

    private void first(NemsFiles files, Child child, World now, Kind kind, Fate fate) throws IOException {
        switch (fate) {
            case LATE -> {}
            case OUT_OF_ORDER -> {
                String name = put(files, child, now, kind, again(kind), CORRECTED_DAYS);
                if (again(kind).equals("update")) {
                    truth.row(request.date(1), name, 1, "APPLIED_WITH_WARNING", "UNKNOWN_KEY");
                }
            }
            default -> put(files, child, now, kind, "new", FIRST_TOLD_DAYS);
        }
    }

    private void second(NemsFiles files, Child child, World now, Kind kind, Fate fate) throws IOException {
        LocalDate date = request.date(2);
        switch (fate) {
            case TOLD -> {}
            case CORRECTED -> put(files, child, now, kind, again(kind), 0);
            case WITHDRAWN -> put(files, child, now, kind, "delete", 0);
            case OUT_OF_ORDER ->
                truth.row(date, put(files, child, now, kind, "new", FIRST_TOLD_DAYS), 1, "STALE", "STALE");
            case LATE -> put(files, child, now, kind, "new", FIRST_TOLD_DAYS);
            // The same bytes under another name: intake knows the file before anybody reads the message.
            case REPEATED ->
                truth.file(date, put(files, child, now, kind, "new", FIRST_TOLD_DAYS), "DUPLICATE", "DUPLICATE_FILE");
        }
    }

    /** How the event is told a second time: screens have no update and are told as new again ({@code feeds.md} 3.2). */
    private static String again(Kind kind) {
        return kind == Kind.CONTACTS || kind == Kind.VACCINATION ? "update" : "new";
    }

    private List<Kind> kinds(Child child, World now) {
        int age = child.ageInDays(request.from());
        List<Kind> kinds = new ArrayList<>();
        if (age > NEWBORN_DAYS && age < UNDER_FIVE_DAYS && now.hv.stream().anyMatch(HvRow::open)) {
            kinds.add(Kind.CONTACTS);
        }
        if (age > NEWBORN_DAYS && age < INFANT_DAYS) {
            if (!care.samples(child).isEmpty()) {
                kinds.add(Kind.BLOOD_SPOT);
            }
            if (care.hearing(child) != null && care.hearing(child).clear()) {
                kinds.add(Kind.HEARING);
            }
            if (newbornCheck(child) != null) {
                kinds.add(Kind.EXAMINATION);
            }
        }
        if (age < UNDER_FIVE_DAYS && recentDose(child) != null) {
            kinds.add(Kind.VACCINATION);
        }
        return kinds;
    }

    private Care.BodyCheck newbornCheck(Child child) {
        return care.examinations(child).stream()
                .filter(check -> check.code().equals("NIPE-NB"))
                .findFirst()
                .orElse(null);
    }

    private Dose recentDose(Child child) {
        LocalDate told = request.from().minusDays(FIRST_TOLD_DAYS + 1L);
        Dose last = null;
        for (Dose dose : vaccinations.of(child, told)) {
            boolean recent = dose.given().isAfter(told.minusDays(RECENT_DOSE_DAYS));
            last = recent && !dirt.monthOnly(child, dose) ? dose : last;
        }
        return last;
    }

    private String put(NemsFiles files, Child child, World now, Kind kind, String lifecycle, int daysBefore)
            throws IOException {
        if (kind == Kind.CONTACTS) {
            truth.link(
                    request.from(),
                    "hv-caseload",
                    ClinicalMessage.recordIdentifier(kind, child),
                    now.who.nhs(),
                    RecordKind.PLAIN);
        }
        LocalDate updated = request.from().minusDays(daysBefore);
        Telling telling = new Telling(lifecycle, updated, publisher(kind, child), "Synthetic Provider");
        try {
            return files.write(kind.code, text(child, now, kind, telling, daysBefore < FIRST_TOLD_DAYS));
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible); // writing to memory
        }
    }

    private String text(Child child, World now, Kind kind, Telling telling, boolean corrected)
            throws XMLStreamException {
        ClinicalMessage message = new ClinicalMessage(request.seed(), child, kind, telling, care.plan());
        return switch (kind) {
            case CONTACTS ->
                message.caseload(now.who, now.hv.get(0).start(), corrected ? "Heron team" : "Kingfisher team");
            case BLOOD_SPOT -> {
                Care.Sample sample = care.samples(child).get(0);
                yield message.bloodSpot(now.who, sample, sample.statuses());
            }
            case HEARING -> message.hearing(now.who, care.hearing(child));
            case EXAMINATION -> message.examination(now.who, newbornCheck(child));
            case VACCINATION -> message.vaccination(now.who, recentDose(child));
        };
    }

    private String publisher(Kind kind, Child child) {
        return switch (kind) {
            case CONTACTS -> child.home().place().authority().hv();
            case BLOOD_SPOT -> geography.laboratory.code();
            case HEARING, EXAMINATION -> geography.maternity.code();
            case VACCINATION -> child.practice().code();
        };
    }
}

package muster.synthetic;

import java.time.LocalDate;
import java.util.List;
import muster.synthetic.Geography.Authority;

/**
 * Faults, each raising exactly one exception ({@code failsafe.md} 6, {@code rulings.md} 5). A part that begins on night 1 stood
 * before the first load; one that begins later is caused by what that night brings; one that ends is mended by a source.
 */
final class FaultStories {
    private static final List<String> NO_GP_REASONS = List.of("RDR", "RPR", "ORR", "OPA", "RDI", "TRA");
    private static final int NOT_REFRESHED_DAYS = 9;
    private static final int REFRESH_EVERY_NIGHTS = 5;

    private FaultStories() {}

    static void tell(Stage stage, Child child, int night, World world) {
        switch (child.kind()) {
            case NO_GP -> noGp(stage, child, night, world);
            case NO_HV -> noHealthVisitor(stage, child, night, world);
            case WRONG_HV -> wrongHealthVisitor(stage, child, night, world);
            case NO_CHIS -> noRegister(stage, child, night, world);
            case TWO_HV -> twoHealthVisitors(stage, child, night, world);
            case TWO_CHIS -> twoRegisters(stage, child, night, world);
            case TWO_PRACTICES -> twoPractices(stage, child, night, world);
            case OLD_NUMBER -> oldNumber(stage, child, night, world);
            case BORROWED_NUMBER -> borrowedNumber(stage, child, night, world);
            case DEAD_ON_CASELOAD -> deadButActive(stage, child, night, world, true);
            case DEAD_ON_CHIS -> deadButActive(stage, child, night, world, false);
            case RESTRICTED_NOT_REFRESHED -> restrictedNotRefreshed(child, night, world);
            case STILLBORN_ON_CHIS -> stillbornOnRegister(stage, child, night, world);
            default -> {}
        }
    }

    /** The day of the last retrieval of a restricted record that nobody refreshed. */
    static LocalDate lastRetrieved(LocalDate firstNight) {
        return firstNight.minusDays(NOT_REFRESHED_DAYS);
    }

    private static void noGp(Stage stage, Child child, int night, World world) {
        Part part = child.part();
        if (!part.begun(night)) {
            return;
        }
        if (part.over(night)) {
            LocalDate since = stage.asAt(part.until());
            world.pds = world.pds.atPractice(child.practice(), since).withSerial(world.pds.serial() + 2);
            world.gp.clear();
            world.gp.add(stage.gpRow(child, world, child.practice(), since));
            world.chis.replaceAll(row -> row.withPractice(child.practice().code(), since));
        } else {
            String reason = NO_GP_REASONS.get(part.ordinal() % NO_GP_REASONS.size());
            LocalDate date = part.from() == 1
                    ? stage.request.from().minusDays(40 + part.ordinal() % 10)
                    : stage.asAt(part.from());
            List<GpRow> rows = List.copyOf(world.gp);
            Pds before = world.pds;
            BackgroundStories.loseGp(world, reason, date);
            if (part.from() > 1) {
                rows.forEach(row -> world.gp.add(row.ended(date, reason)));
                if (night == part.from()) {
                    world.pds = before;
                    world.events.add(Event.practice(child, date, world, null));
                }
            }
        }
        world.raise(part, night, "");
    }

    private static void noHealthVisitor(Stage stage, Child child, int night, World world) {
        Part part = child.part();
        if (!part.begun(night)) {
            return;
        }
        if (part.over(night)) {
            world.hv.clear();
            world.hv.add(stage.hvRow(child, world, expectedHv(child), stage.asAt(part.until())));
        } else if (part.from() == 1) {
            world.hv.clear();
        } else {
            world.hv.replaceAll(row -> row.finished(stage.asAt(part.from()), "06"));
        }
        world.raise(part, night, "");
    }

    /** Standing: the other authority's provider holds the child. Later: the child moves and the old provider keeps it. */
    private static void wrongHealthVisitor(Stage stage, Child child, int night, World world) {
        Part part = child.part();
        if (!part.begun(night)) {
            return;
        }
        String holder;
        if (part.from() == 1) {
            holder = child.otherHome().place().authority().hv();
            HvRow wrong = stage.hvRow(child, world, holder, world.hv.get(0).start());
            world.hv.clear();
            world.hv.add(part.over(night) ? wrong.finished(stage.asAt(part.until()), "01") : wrong);
            if (part.over(night)) {
                world.hv.add(stage.hvRow(child, world, expectedHv(child), stage.asAt(part.until())));
            }
        } else {
            holder = expectedHv(child);
            BackgroundStories.relocate(stage, child, night, world, false);
        }
        world.raise(part, night, holder);
    }

    private static void noRegister(Stage stage, Child child, int night, World world) {
        Part part = child.part();
        if (!part.begun(night)) {
            return;
        }
        if (part.over(night)) {
            LocalDate since = stage.asAt(part.until());
            world.chis.replaceAll(row -> row.withStatus(ChisRow.RESPONSIBLE, since));
        } else if (part.from() == 1) {
            world.chis.clear();
        } else {
            world.chis.replaceAll(row -> row.withStatus(ChisRow.IN_ERROR, stage.asAt(part.from())));
        }
        world.raise(part, night, "");
    }

    private static void twoHealthVisitors(Stage stage, Child child, int night, World world) {
        Part part = child.part();
        if (!part.begun(night)) {
            return;
        }
        LocalDate start = part.from() == 1 ? world.hv.get(0).start() : stage.asAt(part.from());
        HvRow second =
                stage.hvRow(child, world, child.otherHome().place().authority().hv(), start);
        world.hv.add(part.over(night) ? second.finished(stage.asAt(part.until()), "05") : second);
        world.raise(part, night, "HV");
    }

    private static void twoRegisters(Stage stage, Child child, int night, World world) {
        Part part = child.part();
        if (!part.begun(night)) {
            return;
        }
        LocalDate since = part.from() == 1 ? child.birth() : stage.asAt(part.from());
        Authority other = child.otherHome().place().authority();
        ChisRow second = stage.chisRow(child, world, other.chis(), ChisRow.RESPONSIBLE, since, since)
                .at(child.otherHome(), since);
        String responsible = child.home().place().authority().chis();
        world.chis.add(part.over(night) ? second.movedTo(responsible, stage.asAt(part.until())) : second);
        world.raise(part, night, "CHIS");
    }

    private static void twoPractices(Stage stage, Child child, int night, World world) {
        Part part = child.part();
        LocalDate start = child.birth().plusDays(5);
        GpRow second = stage.gpRow(child, world, child.otherPractice(), start);
        world.gp.add(part.over(night) ? second.ended(stage.asAt(part.until()), "R") : second);
        world.raise(part, night, child.otherPractice().code());
    }

    /** The register goes on sending the superseded number; all others have the new one. */
    private static void oldNumber(Stage stage, Child child, int night, World world) {
        Part part = child.part();
        String old = NhsNumbers.earlier(2 * part.ordinal() + 1);
        if (!part.begun(night)) {
            world.who = world.who.withNumber(old);
            world.pds = world.pds.withWho(world.who);
            world.gp.replaceAll(row -> row.as(world.who));
            world.hv.replaceAll(row -> row.as(world.who));
            world.chis.replaceAll(row -> row.withNumber(old, row.updated()));
            return;
        }
        int serial = world.pds.serial();
        world.earlierNumber = BackgroundStories.earlier(world, old, serial + 1);
        world.pds = world.pds.withSerial(serial + 2);
        if (part.over(night)) {
            world.chis.replaceAll(row -> row.withNumber(child.nhs(), stage.asAt(part.until())));
        } else {
            world.chis.replaceAll(row -> row.withNumber(old, row.updated()));
        }
        world.raise(part, night, "");
    }

    /** A caseload row about somebody quite different carries this child's number. */
    private static void borrowedNumber(Stage stage, Child child, int night, World world) {
        Part part = child.part();
        if (!part.begun(night)) {
            return;
        }
        String provider = expectedHv(child);
        LocalDate birth = unlike(child.birth(), stage.request.from().minusDays(500 + part.ordinal() % 300));
        boolean other = child.family().startsWith("Sm");
        Who stranger = new Who(
                child.nhs(),
                other ? "Quillon" : "Zephyrson",
                child.newName().startsWith("Xa") ? "Wulfric" : "Xanthe",
                birth,
                2);
        LocalDate start = part.from() == 1 ? birth.plusDays(14) : stage.asAt(part.from());
        world.hv.add(new HvRow(
                provider + "-X" + Stage.sevenDigits(child.index()),
                provider + "-Q" + Stage.sevenDigits(child.index()),
                stranger,
                child.otherHome(),
                provider,
                "A",
                start,
                null,
                null,
                child.practice().code(),
                RecordKind.BORROWED_NUMBER));
        world.raise(part, night, "");
    }

    /** A birth date that no slip of the pen turns into the other: more than a year away and several digits different. */
    private static LocalDate unlike(LocalDate birth, LocalDate wanted) {
        LocalDate date = Math.abs(birth.toEpochDay() - wanted.toEpochDay()) < 400 ? wanted.minusDays(900) : wanted;
        while (differing(birth.toString(), date.toString()) < 3 || date.getDayOfMonth() == birth.getMonthValue()) {
            date = date.plusDays(1);
        }
        return date;
    }

    private static int differing(String one, String other) {
        int count = 0;
        for (int i = 0; i < one.length(); i++) {
            count += one.charAt(i) == other.charAt(i) ? 0 : 1;
        }
        return count;
    }

    private static void deadButActive(Stage stage, Child child, int night, World world, boolean caseload) {
        Part part = child.part();
        if (!part.begun(night)) {
            return;
        }
        LocalDate death = part.from() == 1
                ? stage.request.from().minusDays(30)
                : stage.asAt(part.from()).minusDays(1);
        LocalDate closed = part.from() == 1 ? death.plusDays(3) : stage.asAt(part.from());
        world.life = "DECEASED";
        if (part.from() > 1 && night == part.from()) {
            world.events.add(Event.died(child, closed, world.who, 2, death));
        } else {
            world.pds = world.pds.dead(death).withSerial(world.pds.serial() + 1);
        }
        world.gp.replaceAll(row -> row.ended(closed, "DEA"));
        LocalDate mended = part.over(night) ? stage.asAt(part.until()) : null;
        LocalDate caseloadClosed = caseload ? mended : closed;
        if (caseloadClosed != null) {
            world.hv.replaceAll(row -> row.open() ? row.finished(caseloadClosed, "03") : row);
        }
        LocalDate registerClosed = caseload ? closed : mended;
        String holder = caseload
                ? "HV:" + expectedHv(child)
                : "CHIS:" + world.chis.get(0).chis().code();
        if (registerClosed != null) {
            world.chis.replaceAll(row -> row.dead(death, registerClosed));
        }
        world.raise(part, night, holder);
    }

    /** Last fetched more than a week before the first night, by an extract file of its own; mended by a fresh retrieval. */
    private static void restrictedNotRefreshed(Child child, int night, World world) {
        Part part = child.part();
        int refreshes = part.over(night) ? 1 + (night - part.until()) / REFRESH_EVERY_NIGHTS : 0;
        BackgroundStories.restricted(world, refreshes);
        world.raise(part, night, "");
    }

    private static void stillbornOnRegister(Stage stage, Child child, int night, World world) {
        List<ChisRow> rows = List.copyOf(world.chis);
        BackgroundStories.stillbirth(stage, child, night, world);
        world.chis.addAll(rows);
        world.raise(child.part(), night, "");
    }

    private static String expectedHv(Child child) {
        return child.home().place().authority().hv();
    }
}

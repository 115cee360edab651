package muster.synthetic;

import java.time.LocalDate;
import muster.synthetic.Geography.Authority;

/** Life that raises nothing: moves, deaths, restricted records and near misses, right in every register on the night they are known. */
final class BackgroundStories {
    private static final int REFRESH_EVERY_NIGHTS = 5;
    private static final int DISSOLVED_DAYS_AGO = 5;
    private static final int DISSOLUTION_GRACE_DAYS = 28;
    private static final int CHANGED_DAYS_AGO = 10;
    private static final int DISAGREEMENT_GRACE_DAYS = 14;

    private BackgroundStories() {}

    static void tell(Stage stage, Child child, int night, World world) {
        Part part = child.part();
        if (!part.begun(night)) {
            return;
        }
        switch (part.kind()) {
            case RESTRICTED -> restricted(world, (night - 1) / REFRESH_EVERY_NIGHTS);
            case DIED_BEFORE -> diedBefore(stage, child, world);
            case LEFT_ENGLAND -> leftEngland(stage, child, world);
            case NEW_NUMBER_EVERYWHERE ->
                world.earlierNumber = earlier(world, NhsNumbers.earlier(2 * part.ordinal()), world.pds.serial());
            case PRACTICE_DISSOLVED_RECENTLY -> dissolved(stage, night, world);
            case ARMED_FORCES_FAMILY -> armedForces(stage, child, world);
            case CHANGED_PRACTICE_RECENTLY -> changedRecently(stage, child, night, world);
            case SENT_AGAIN_UNCHANGED -> world.sentAgain = night == 2;
            case MOVES_WITHIN_AUTHORITY, MOVES_BETWEEN_AUTHORITIES -> moves(stage, child, night, world);
            case MOVES_OUT -> movesOut(stage, child, night, world);
            case CHANGES_PRACTICE -> changesPractice(stage, child, night, world);
            case DIES -> dies(stage, child, night, world);
            case BECOMES_RESTRICTED -> becomesRestricted(stage, child, night, world);
            case BIRTH -> birth(stage, child, night, world);
            case IDENTITY_CLOSED -> identityClosed(world);
            case STILLBIRTH -> stillbirth(stage, child, night, world);
            default -> {}
        }
    }

    /** A restricted record is fetched anew every few nights: silence on it means nothing. */
    static void restricted(World world, int refreshes) {
        world.secret = true;
        world.pds = world.pds.hidden().withSerial(world.pds.serial() + refreshes);
        world.chis.replaceAll(row -> row.hidden(row.updated()));
    }

    static Pds earlier(World world, String number, int serial) {
        return world.pds
                .withWho(world.who.withNumber(number))
                .withSerial(serial)
                .supersededBy(world.who.nhs());
    }

    private static void diedBefore(Stage stage, Child child, World world) {
        LocalDate death = stage.request.from().minusDays(20 + child.index() % 100);
        world.life = "DECEASED";
        world.practice = null;
        world.pds = world.pds.dead(death).withSerial(world.pds.serial() + 1);
        world.gp.clear();
        world.hv.clear();
        world.chis.replaceAll(row -> row.dead(death, death.plusDays(3)));
    }

    private static void leftEngland(Stage stage, Child child, World world) {
        LocalDate left = stage.request.from().minusDays(30 + child.index() % 60);
        world.life = "LEFT_ENGLAND";
        world.practice = null;
        world.pds = world.pds.removed("EMB", left).withSerial(world.pds.serial() + 1);
        world.gp.clear();
        world.hv.clear();
        world.chis.replaceAll(row -> row.withStatus(ChisRow.EMBARKED, left.plusDays(3)));
    }

    /** Near FS-101: after a practice is dissolved the list is given {@value #DISSOLUTION_GRACE_DAYS} days to be re-allocated. */
    private static void dissolved(Stage stage, int night, World world) {
        LocalDate date = stage.request.from().minusDays(DISSOLVED_DAYS_AGO);
        loseGp(world, "DIS", date);
        if (stage.request.date(night).toEpochDay() - date.toEpochDay() >= DISSOLUTION_GRACE_DAYS) {
            world.open("FS-101", "");
        }
    }

    private static void armedForces(Stage stage, Child child, World world) {
        loseGp(world, "SDL", stage.request.from().minusDays(100 + child.index() % 40));
        world.armedForces = true;
    }

    static void loseGp(World world, String reason, LocalDate date) {
        world.practice = null;
        world.pds = world.pds.removed(reason, date).withSerial(world.pds.serial() + 1);
        world.gp.clear();
        world.chis.replaceAll(row -> row.withPractice("", date));
    }

    /** Near FS-108: the old practice still lists a child who changed a few days ago. */
    private static void changedRecently(Stage stage, Child child, int night, World world) {
        LocalDate since = stage.request.from().minusDays(CHANGED_DAYS_AGO);
        world.practice = child.otherPractice();
        world.pds = world.pds.atPractice(world.practice, since).withSerial(world.pds.serial() + 1);
        world.gp.add(stage.gpRow(child, world, world.practice, since));
        world.chis.replaceAll(row -> row.withPractice(child.otherPractice().code(), since));
        if (stage.request.date(night).toEpochDay() - since.toEpochDay() > DISAGREEMENT_GRACE_DAYS) {
            world.open("FS-108", child.practice().code());
        }
    }

    private static void moves(Stage stage, Child child, int night, World world) {
        boolean otherAuthority = child.kind() == StoryKind.MOVES_BETWEEN_AUTHORITIES;
        relocate(stage, child, night, world, !otherAuthority);
        if (otherAuthority) {
            transferCaseload(stage, child, world);
        }
    }

    /** PDS tells the move by an event; the extract says the same a night later. The registers know it at once. */
    static void relocate(Stage stage, Child child, int night, World world, boolean caseloadToo) {
        int from = child.part().from();
        LocalDate since = stage.asAt(from);
        Address to = child.otherHome();
        world.home = to;
        if (night == from) {
            world.events.add(Event.moved(child, since, world.who, to, since));
        } else {
            world.pds = world.pds.atAddress(to, since).withSerial(world.pds.serial() + 1);
        }
        world.gp.replaceAll(row -> row.at(to));
        world.chis.replaceAll(row -> row.at(to, since));
        if (caseloadToo) {
            world.hv.replaceAll(row -> row.at(to));
        }
    }

    private static void transferCaseload(Stage stage, Child child, World world) {
        LocalDate since = stage.asAt(child.part().from());
        Authority gaining = child.otherHome().place().authority();
        boolean wasOpen = world.hv.stream().anyMatch(HvRow::open);
        world.hv.replaceAll(row -> row.open() ? row.finished(since, "01") : row);
        if (wasOpen) {
            world.hv.add(stage.hvRow(child, world, gaining.hv(), since));
        }
    }

    /** Half of the registers close a night late: our record of a child gone is a ghost until then. */
    private static void movesOut(Stage stage, Child child, int night, World world) {
        Part part = child.part();
        LocalDate since = stage.asAt(part.from());
        relocate(stage, child, night, world, false);
        world.practice = child.otherPractice();
        if (night == part.from()) {
            world.events.add(Event.practice(child, since, world, child.otherPractice()));
        } else {
            world.pds = world.pds.atPractice(child.otherPractice(), since);
        }
        world.gp.replaceAll(row -> row.ended(since, "R"));
        world.hv.replaceAll(row -> row.open() ? row.finished(since, "01") : row);
        int closes = part.from() + part.ordinal() % 2;
        if (night >= closes) {
            String gaining = child.otherHome().place().authority().chis();
            world.chis.replaceAll(row -> row.movedTo(gaining, stage.asAt(closes)));
        }
    }

    private static void changesPractice(Stage stage, Child child, int night, World world) {
        int from = child.part().from();
        LocalDate since = stage.asAt(from);
        world.practice = child.otherPractice();
        if (night == from) {
            world.events.add(Event.practice(child, since, world, world.practice));
        } else {
            world.pds = world.pds.atPractice(world.practice, since).withSerial(world.pds.serial() + 1);
        }
        world.gp.replaceAll(row -> row.ended(since, "R"));
        world.gp.add(stage.gpRow(child, world, world.practice, since));
        world.chis.replaceAll(row -> row.withPractice(child.otherPractice().code(), since));
    }

    /** First the informal notice, which closes nothing; a night later the registrar's, and every register closes the same night. */
    private static void dies(Stage stage, Child child, int night, World world) {
        int from = child.part().from();
        LocalDate death = stage.asAt(from).minusDays(1);
        if (night == from) {
            world.events.add(Event.died(child, stage.asAt(from), world.who, 1, death));
            return;
        }
        LocalDate closed = stage.asAt(from + 1);
        world.life = "DECEASED";
        if (night == from + 1) {
            world.events.add(Event.died(child, closed, world.who, 2, death));
        } else {
            world.pds = world.pds.dead(death).withSerial(world.pds.serial() + 1);
        }
        world.gp.replaceAll(row -> row.ended(closed, "DEA"));
        world.hv.replaceAll(row -> row.open() ? row.finished(closed, "03") : row);
        world.chis.replaceAll(row -> row.dead(death, closed));
    }

    private static void becomesRestricted(Stage stage, Child child, int night, World world) {
        int from = child.part().from();
        LocalDate since = stage.asAt(from);
        restricted(world, 1 + (night - from) / REFRESH_EVERY_NIGHTS);
        world.chis.replaceAll(row -> row.hidden(since));
        if (night == from) {
            world.events.add(Event.changed(child, since, world.who));
        }
    }

    /** Half of the newborns reach the register a night after the notification: missing, but within the time allowed. */
    private static void birth(Stage stage, Child child, int night, World world) {
        if (night == child.part().from()) {
            world.events.add(Event.birth(child, stage.asAt(night), world.who, 1));
            if (child.part().ordinal() % 2 == 1) {
                world.chis.clear();
            }
        }
    }

    /** No reason is given and no other number named; the registers have let the child go by the same night. */
    private static void identityClosed(World world) {
        world.life = "INVALIDATED";
        world.practice = null;
        world.pds = world.pds.invalidated();
        world.gp.clear();
        world.hv.clear();
        world.chis.clear();
    }

    /** A stillbirth comes through the same door and must open nothing. */
    static void stillbirth(Stage stage, Child child, int night, World world) {
        world.life = "STILLBORN";
        world.leaveNoRecord();
        if (night == child.part().from()) {
            world.events.add(Event.birth(child, stage.asAt(night), world.who, 2));
        }
    }
}

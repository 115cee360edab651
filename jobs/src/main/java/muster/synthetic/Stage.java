package muster.synthetic;

import java.time.LocalDate;
import muster.synthetic.Geography.Authority;
import muster.synthetic.Geography.Practice;
import muster.synthetic.Profile.ShrinkingRegister;

/**
 * Tells a child's story on a night: growing up as usual (born, named, given a health visitor, registered with a practice, five
 * years old), then what its own story changes.
 */
final class Stage {
    private static final int FINISHED_SHOWN_DAYS = 30;
    private static final int NAME_LATE_DAYS = 10;

    final SynthesisRequest request;
    final Geography geography;
    private final ShrinkingRegister shrinking;
    private final Dirt dirt;
    private final PathwayFaults pathway;
    private final Lookalikes lookalikes;

    Stage(SynthesisRequest request, Profile profile, Geography geography, Dirt dirt, PathwayFaults pathway) {
        this.pathway = pathway;
        this.dirt = dirt;
        this.lookalikes = new Lookalikes(request, profile, geography, dirt);
        this.request = request;
        this.geography = geography;
        this.shrinking = profile.shrinkingRegister();
    }

    /** The day whose close the sources show on a night: the day before. */
    LocalDate asAt(int night) {
        return request.date(night).minusDays(1);
    }

    /** Everything known of the child on that night; night 0 shows nobody. */
    World at(Child child, int night) {
        if (night < 1 || (child.kind().arrives() && night < child.part().from())) {
            return World.unknown();
        }
        World world = usual(child, night);
        BackgroundStories.tell(this, child, night, world);
        FaultStories.tell(this, child, night, world);
        pathway.tell(child, night, world);
        dirt.soil(child, world);
        lookalikes.play(child, world);
        return world;
    }

    private World usual(Child child, int night) {
        LocalDate asAt = asAt(night);
        World world = new World();
        world.who = new Who(child.nhs(), child.family(), child.given(asAt), child.birth(), child.gender());
        world.home = child.home();
        boolean registered = !child.registered().isAfter(asAt);
        world.practice = registered ? child.practice() : null;
        int serial = 1 + (registered ? 1 : 0) + (child.namedOn().isAfter(asAt) ? 0 : 1);
        world.pds = new Pds(
                world.who,
                serial,
                world.practice,
                registered ? child.registered() : null,
                child.home(),
                child.atHomeSince(),
                null,
                null,
                null,
                0,
                false,
                null,
                false);
        if (registered && child.practice().authority().served()) {
            world.gp.add(gpRow(child, world, child.practice(), child.registered()));
        }
        addCaseload(child, night, world);
        addRegisters(child, night, world);
        return world;
    }

    private void addCaseload(Child child, int night, World world) {
        LocalDate asAt = asAt(night);
        Authority authority = child.home().place().authority();
        if (!authority.served() || child.healthVisitorFrom().isAfter(asAt)) {
            return;
        }
        LocalDate start = later(child.healthVisitorFrom(), child.atHomeSince());
        HvRow row = hvRow(child, world, authority.hv(), start).as(slowlyNamed(child, asAt, world.who));
        LocalDate fifth = child.fifthBirthday();
        if (asAt.isBefore(fifth)) {
            world.hv.add(row);
        } else if (!asAt.isAfter(fifth.plusDays(FINISHED_SHOWN_DAYS))) {
            world.hv.add(row.finished(fifth, "02"));
        } else if (child.kind() == StoryKind.LEAVES_CASELOAD_LATE && night < shrinking.night()) {
            world.hv.add(row); // until the provider passes them all to school nursing in one night
        }
    }

    /** Health visitors go on with "Baby" for some days after the name is known; twins they tell apart at once. */
    private static Who slowlyNamed(Child child, LocalDate asAt, Who who) {
        String given = child.births() > 1 ? who.given() : child.given(asAt.minusDays(NAME_LATE_DAYS));
        return who.named(who.family(), given);
    }

    private void addRegisters(Child child, int night, World world) {
        LocalDate asAt = asAt(night);
        Authority residence = child.home().place().authority();
        Authority responsible = world.practice == null ? residence : world.practice.authority();
        LocalDate since = later(child.birth(), child.atHomeSince());
        LocalDate updated = latestOf(asAt, child.birth(), child.namedOn(), child.registered());
        boolean one = responsible.chis().equals(residence.chis());
        if (responsible.served()) {
            int status = one ? ChisRow.RESPONSIBLE : ChisRow.REGISTERED_ONLY;
            world.chis.add(chisRow(child, world, responsible.chis(), status, since, updated));
        }
        if (!one && residence.served()) {
            world.chis.add(chisRow(child, world, residence.chis(), ChisRow.SECONDARY, since, updated));
        }
    }

    GpRow gpRow(Child child, World world, Practice practice, LocalDate start) {
        boolean atBirth = start.isBefore(child.birth().plusDays(60));
        return new GpRow(
                practice.code() + '-' + sevenDigits(child.index()),
                world.who,
                world.home,
                practice,
                start,
                null,
                child.kind() == StoryKind.MOVER_FROM_ABROAD ? "4" : atBirth ? "1" : "3",
                null);
    }

    HvRow hvRow(Child child, World world, String provider, LocalDate start) {
        String practice = world.practice == null ? "" : world.practice.code();
        return new HvRow(
                provider + "-E" + sevenDigits(child.index()),
                provider + "-P" + sevenDigits(child.index()),
                world.who,
                world.home,
                provider,
                "A",
                start,
                null,
                null,
                practice,
                RecordKind.PLAIN);
    }

    ChisRow chisRow(Child child, World world, String chis, int status, LocalDate statusDate, LocalDate updated) {
        return new ChisRow(
                geography.chis.get(chis),
                chis.substring(2) + sevenDigits(child.index()),
                world.who,
                child,
                world.home,
                child.atHomeSince(),
                world.practice == null ? "" : world.practice.code(),
                world.home.place().authority().hv(),
                status,
                statusDate,
                null,
                null,
                world.secret,
                updated);
    }

    /** A local number of fixed width; by hand, since it is made for every row. */
    static String sevenDigits(int index) {
        return Integer.toString(10_000_000 + index).substring(1);
    }

    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** The latest of these dates that is not after the limit; the first of them at least. */
    private static LocalDate latestOf(LocalDate limit, LocalDate... dates) {
        LocalDate latest = dates[0];
        for (LocalDate date : dates) {
            if (!date.isAfter(limit) && date.isAfter(latest)) {
                latest = date;
            }
        }
        return latest;
    }
}

package muster.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import muster.synthetic.Address.Form;
import muster.synthetic.EventLayouts.History;
import muster.synthetic.Vaccinations.Dose;

/**
 * What old registers do to the records of children who have no other story ({@code feeds.md} 6.3): slips that every load must
 * survive and that raise nothing. Which child suffers which is the seed's, at the profile's rate.
 */
final class Dirt {
    static final LocalDate SENTINEL = LocalDate.of(1899, 12, 31);
    private static final String NO_PRACTICE_KNOWN = "V81999";
    private static final int PER_PERCENT = 10_000;
    private static final int MOVED_AFTER_DAYS = 60;
    private static final int OLD_ENOUGH_DAYS = 365;
    private static final int RECORDED_AFTER_DAYS = 3;

    /** The kinds, as the profile's key {@code dirt} names them in lower case. */
    enum Kind {
        TRAILING_FULL_STOP,
        SHIFTED_ADDRESS,
        CLOSED_PRACTICE,
        DEFAULT_PRACTICE,
        SENTINEL_DATE,
        SWAPPED_BIRTH_DATE,
        MOVED_OUT_ELSEWHERE,
        DOSE_A_DAY_APART,
        DOSE_IN_TWO_SOURCES,
        DOSE_MONTH_ONLY
    }

    private final long seed;
    private final LocalDate first;
    private final Map<String, Integer> rates;
    private final Geography geography;
    private final Vaccinations vaccinations;
    private final LocalDate bornAfter;

    Dirt(SynthesisRequest request, Profile profile, Geography geography, Vaccinations vaccinations) {
        this.seed = request.seed();
        this.first = request.from();
        this.rates = profile.dirt();
        this.geography = geography;
        this.vaccinations = vaccinations;
        this.bornAfter = first.minusYears(5);
    }

    /** Whether the child's records suffer this. */
    boolean has(Child child, Kind kind) {
        Integer rate = rates.get(kind.name().toLowerCase(java.util.Locale.ROOT));
        return rate != null
                && child.kind() == StoryKind.USUAL
                && child.births() == 1
                && Dice.of(seed, child.index(), kind.name()).percent((double) rate / PER_PERCENT);
    }

    /** Whether the child's records suffer anything at all. */
    boolean hasAny(Child child) {
        for (Kind kind : Kind.values()) {
            if (has(child, kind)) {
                return true;
            }
        }
        return false;
    }

    /** Changes what the registers say of the child; what PDS says stays. */
    void soil(Child child, World world) {
        if (child.kind() != StoryKind.USUAL || rates.isEmpty()) {
            return;
        }
        if (has(child, Kind.TRAILING_FULL_STOP)) {
            world.chis.replaceAll(row -> row.as(
                            row.who().named(row.who().family() + ".", row.who().given()))
                    .at(row.address().in(Form.STOPPED)));
        }
        if (has(child, Kind.SHIFTED_ADDRESS)) {
            world.chis.replaceAll(row -> row.at(row.address().in(Form.SHIFTED)));
            world.hv.replaceAll(row -> row.at(row.address().in(Form.SHIFTED)));
        }
        if (has(child, Kind.CLOSED_PRACTICE)) {
            world.chis.replaceAll(
                    row -> row.withPractice(geography.closedPractice().code(), row.updated()));
        } else if (has(child, Kind.DEFAULT_PRACTICE)) {
            world.chis.replaceAll(row -> row.withPractice(NO_PRACTICE_KNOWN, row.updated()));
        }
        if (has(child, Kind.SENTINEL_DATE)) {
            world.chis.replaceAll(row -> row.since(SENTINEL));
        }
        LocalDate swapped = swapped(child.birth());
        if (has(child, Kind.SWAPPED_BIRTH_DATE) && swapped != null) {
            world.chis.replaceAll(row -> row.as(row.who().born(swapped)));
        }
        if (has(child, Kind.MOVED_OUT_ELSEWHERE)) {
            movedOutElsewhere(child, world);
        }
    }

    private LocalDate swapped(LocalDate birth) {
        return swapped(birth, first);
    }

    /** The day and the month change places; null where that is no other day, or not safely in the past. */
    static LocalDate swapped(LocalDate birth, LocalDate first) {
        if (birth.getDayOfMonth() > 12
                || birth.getDayOfMonth() == birth.getMonthValue()
                || birth.isAfter(first.minusDays(OLD_ENOUGH_DAYS))) {
            return null;
        }
        LocalDate swapped = LocalDate.of(birth.getYear(), birth.getDayOfMonth(), birth.getMonthValue());
        return swapped.isAfter(first.minusDays(OLD_ENOUGH_DAYS)) ? null : swapped;
    }

    /** Another organisation still sends the record it closed when the child moved away from it. */
    private void movedOutElsewhere(Child child, World world) {
        if (world.chis.size() != 1 || child.ageInDays(first) < OLD_ENOUGH_DAYS) {
            return;
        }
        ChisRow here = world.chis.get(0);
        LocalDate moved = Stage.later(child.birth(), child.atHomeSince()).plusDays(MOVED_AFTER_DAYS);
        geography.chis.values().stream()
                .filter(other -> other.served() && other != here.chis())
                .findFirst()
                .ifPresent(other -> world.chis.add(here.of(other, Stage.sevenDigits(child.index()))
                        .movedTo(here.chis().code(), moved)));
    }

    /** Whether the child health organisation alone holds this dose, and only its month. */
    boolean monthOnly(Child child, Dose dose) {
        return has(child, Kind.DOSE_MONTH_ONLY) && dose.slot().visit().equals("1Y");
    }

    /** Doses as the child health organisation has them: again, a day apart, under another label, or with their month only. */
    List<History> doses(Child child) {
        boolean apart = has(child, Kind.DOSE_A_DAY_APART);
        boolean twoSources = has(child, Kind.DOSE_IN_TWO_SOURCES);
        boolean month = has(child, Kind.DOSE_MONTH_ONLY);
        List<History> doses = new ArrayList<>();
        if (!(apart || twoSources || month) || child.birth().isBefore(bornAfter)) {
            return doses;
        }
        for (Dose dose : vaccinations.of(child, LocalDate.MAX)) {
            String id = "V-" + dose.slot().code();
            String label = dose.slot().dose() + "P";
            LocalDate given = dose.given();
            LocalDate recorded = dose.recorded().plusDays(RECORDED_AFTER_DAYS);
            String practice = child.practice().code();
            if (month && monthOnly(child, dose)) {
                doses.add(History.dose(id, dose.slot(), label, given.withDayOfMonth(1), false, practice, "", recorded));
            } else if (apart) {
                doses.add(History.dose(id, dose.slot(), label, given, true, practice, "", recorded));
                doses.add(History.dose(
                        id + "-B", dose.slot(), label, given.plusDays(1), true, practice, "", recorded.plusDays(1)));
            } else if (twoSources) {
                String other = (dose.slot().dose() % 3 + 1) + "B";
                doses.add(History.dose(id, dose.slot(), other, given, true, practice, "", recorded));
            }
        }
        return doses;
    }
}

package muster.synthetic;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import muster.synthetic.Care.BodyCheck;
import muster.synthetic.Care.Contact;
import muster.synthetic.Care.HearingScreen;
import muster.synthetic.Care.Sample;

/**
 * Faults of the pathway: what is left undone in one child's life, at which age it must be on a list, and what mends it. Each is a
 * line of {@code config/synthetic/pathway_fault.csv}: the child's age on the first night where the fault stands already, its age
 * on the night on which it begins otherwise, and the types raised, each while the child is of certain days of age.
 */
final class PathwayFaults {
    private static final String NEW_BIRTH_VISIT = "08";
    private static final String SIX_WEEK_REVIEW = "09";
    private static final String TWO_YEAR_REVIEW = "11";
    private static final String CYSTIC_FIBROSIS = "CF";
    /** What BCG waits for. */
    private static final String IMMUNODEFICIENCY = "SCID";

    private static final int IMMUNODEFICIENCY_TAKEN_DAYS = 40;
    private static final String NEWBORN_EXAMINATION = "NIPE-NB";
    private static final String INFANT_EXAMINATION = "NIPE-INF";
    private static final int CANCELLED_BY_SERVICE = 4;
    private static final String CANCELLED = "04";
    private static final int DECLINED_TOLD_DAYS = 10;
    private static final int TOO_EARLY_DAYS = 345;
    private static final int ON_THE_WAY_DAYS = 3;
    private static final int HELD_AFTER_OFFER_DAYS = 20;
    /** Age at which the offers of the two-year review are made, the last of them long enough ago. */
    private static final int[] OFFERS = {740, 755, 770};

    /** Open while the child is from one age to another, in days; closed afterwards. */
    private record Raised(String type, int from, int to) {}

    private record Fault(int youngest, int oldest, Integer begins, List<Raised> raises) {}

    private final SynthesisRequest request;
    private final CarePlan plan;
    private final Map<StoryKind, Fault> faults = new EnumMap<>(StoryKind.class);

    PathwayFaults(SynthesisRequest request, CarePlan plan, ConfigFiles config) throws IOException {
        this.request = request;
        this.plan = plan;
        config.text("pathway_fault.csv")
                .lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> line.split(",", -1))
                .forEach(cell -> faults.put(StoryKind.of(cell[0]), fault(cell)));
    }

    private static Fault fault(String[] cell) {
        List<Raised> raises = new ArrayList<>();
        for (String each : cell[4].split(" ")) {
            String[] part = each.split("[@-](?=\\d+(-|$))");
            raises.add(new Raised(part[0], Integer.parseInt(part[1]), Integer.parseInt(part[2])));
        }
        Integer begins = cell[3].isEmpty() ? null : Integer.valueOf(cell[3]);
        return new Fault(Integer.parseInt(cell[1]), Integer.parseInt(cell[2]), begins, raises);
    }

    /** The birth date that brings the fault about by its night. */
    LocalDate birth(Part part, Dice dice) {
        Fault fault = faults.get(part.kind());
        int age = dice.between(fault.youngest(), fault.oldest());
        return part.from() > 1
                ? request.date(part.from()).minusDays(fault.begins())
                : request.from().minusDays(age);
    }

    /** The day on which what was left undone is told after all, or null for never. */
    private LocalDate mended(Child child) {
        Part part = child.part();
        return part.until() > 0 ? request.date(part.until()).minusDays(1) : null;
    }

    /** Tells the answer key what must be raised of the child by this night. */
    void tell(Child child, int night, World world) {
        if (!child.kind().pathway()) {
            return;
        }
        if (night == 1 && child.kind() == StoryKind.MOVER_WITHIN_ENGLAND) {
            // Kept since the birth: it is what tells that the child was born in England.
            LocalDate told = child.birth().plusDays(1);
            Who newborn = world.who.named(child.family(), child.given(told));
            world.events.add(Event.birthElsewhere(child, told, newborn));
        }
        Part part = child.part();
        int age = child.ageInDays(request.date(night));
        int worst = part.over(night) ? child.ageInDays(request.date(part.until() - 1)) : age;
        for (Raised raised : faults.get(child.kind()).raises()) {
            if (worst >= raised.from()) {
                boolean open = !part.over(night) && age <= raised.to();
                world.exceptions.add(new World.Expected(raised.type(), "", open ? "OPEN" : "CLOSED"));
            }
        }
    }

    List<Contact> contacts(Child child, List<Contact> usual) {
        LocalDate done = mended(child);
        return switch (child.kind()) {
            case NO_NEW_BIRTH_VISIT -> others(usual, NEW_BIRTH_VISIT, kept(NEW_BIRTH_VISIT, 1, done));
            case NO_REVIEW ->
                others(
                        usual,
                        SIX_WEEK_REVIEW,
                        missed(child, SIX_WEEK_REVIEW, 1, 35, 45),
                        kept(SIX_WEEK_REVIEW, 2, done));
            case REVIEW_NOT_OFFERED -> others(usual, TWO_YEAR_REVIEW, offered(done));
            case NO_RESPONSE -> {
                List<Contact> all = others(usual, TWO_YEAR_REVIEW, kept(TWO_YEAR_REVIEW, OFFERS.length + 1, done));
                for (int i = 0; i < OFFERS.length; i++) {
                    all.add(off(child, i + 1, OFFERS[i]));
                }
                yield all;
            }
            case NOT_BROUGHT_TWICE ->
                others(
                        usual,
                        TWO_YEAR_REVIEW,
                        missed(child, TWO_YEAR_REVIEW, 1, 740, 770),
                        missed(child, TWO_YEAR_REVIEW, 2, 771, 789),
                        kept(TWO_YEAR_REVIEW, 3, done));
            case MOVER_FROM_ABROAD, MOVER_WITHIN_ENGLAND -> {
                List<Contact> all = new ArrayList<>(usual);
                all.removeIf(contact -> contact.held().isBefore(child.atHomeSince()));
                yield all;
            }
            default -> usual;
        };
    }

    private static List<Contact> others(List<Contact> usual, String activity, Contact... instead) {
        List<Contact> all = new ArrayList<>(usual);
        all.removeIf(contact -> contact.activity().equals(activity));
        Collections.addAll(all, instead);
        all.removeIf(Objects::isNull);
        return all;
    }

    private static Contact kept(String activity, int nth, LocalDate told) {
        LocalDate held = told == null ? null : told.minusDays(1);
        return told == null ? null : new Contact(activity, nth, held, held, Care.ATTENDED, Care.DONE, "01", told);
    }

    private static Contact offered(LocalDate invited) {
        if (invited == null) {
            return null;
        }
        LocalDate held = invited.plusDays(HELD_AFTER_OFFER_DAYS);
        return new Contact(TWO_YEAR_REVIEW, 1, invited, held, Care.ATTENDED, Care.DONE, "01", held.plusDays(1));
    }

    private static Contact missed(Child child, String activity, int nth, int invited, int held) {
        LocalDate day = child.birth().plusDays(held);
        LocalDate from = child.birth().plusDays(invited);
        return new Contact(activity, nth, from, day, Care.NOT_ATTENDED, Care.MISSED, "01", day.plusDays(1));
    }

    private static Contact off(Child child, int nth, int invited) {
        LocalDate from = child.birth().plusDays(invited);
        LocalDate day = from.plusDays(5);
        return new Contact(TWO_YEAR_REVIEW, nth, from, day, CANCELLED_BY_SERVICE, CANCELLED, "01", day.plusDays(1));
    }

    List<Sample> samples(Child child, List<Sample> usual) {
        CarePlan.BloodSpot spot = plan.bloodSpot();
        LocalDate done = mended(child);
        LocalDate first = child.birth().plusDays(spot.from());
        LocalDate received = first.plusDays(spot.receivedAfter());
        LocalDate result = received.plusDays(spot.resultAfter());
        return switch (child.kind()) {
            case NO_SAMPLE, MOVER_FROM_ABROAD, MOVER_WITHIN_ENGLAND -> clear(1, done);
            case RESULT_MISSING -> without(usual, plan.conditions().get(0).code());
            case CYSTIC_FIBROSIS_UNTESTED -> without(usual, CYSTIC_FIBROSIS);
            case REPEAT_NOT_TAKEN -> {
                List<Sample> all = new ArrayList<>();
                all.add(new Sample(1, first, received, result, plan.same(first, spot.repeatStatus())));
                all.addAll(clear(2, done));
                yield all;
            }
            case BCG_BEFORE_RESULT -> beforeBcg(child, usual);
            case SCREEN_DECLINED -> {
                LocalDate told = child.birth().plusDays(DECLINED_TOLD_DAYS);
                yield List.of(new Sample(1, first, told, told, plan.same(first, spot.declinedStatus())));
            }
            default -> usual;
        };
    }

    /** What BCG should have waited for: suspected on the first card, or by turns clear, but on a card of days after the dose. */
    private List<Sample> beforeBcg(Child child, List<Sample> usual) {
        if (child.part().ordinal() % 2 == 0) {
            return stating(usual, IMMUNODEFICIENCY, plan.bloodSpot().suspectedStatus());
        }
        LocalDate taken = child.birth().plusDays(IMMUNODEFICIENCY_TAKEN_DAYS);
        LocalDate received = taken.plusDays(plan.bloodSpot().receivedAfter());
        LocalDate result = received.plusDays(plan.bloodSpot().resultAfter());
        List<String> nothing = Collections.nCopies(plan.conditions().size(), "");
        Sample late = new Sample(2, taken, received, result, nothing);
        List<Sample> all = new ArrayList<>(usual);
        all.addAll(stating(List.of(late), IMMUNODEFICIENCY, plan.bloodSpot().clearStatus()));
        return all;
    }

    /** A card that comes with its results, told on that day; none if that day never comes. */
    private List<Sample> clear(int sequence, LocalDate told) {
        if (told == null) {
            return List.of();
        }
        LocalDate taken = told.minusDays(ON_THE_WAY_DAYS);
        return List.of(new Sample(
                sequence, taken, told, told, plan.same(taken, plan.bloodSpot().clearStatus())));
    }

    private List<Sample> without(List<Sample> usual, String condition) {
        return stating(usual, condition, "");
    }

    /** The same cards with this status of the condition. */
    private List<Sample> stating(List<Sample> usual, String condition, String status) {
        return usual.stream()
                .map(sample -> {
                    List<String> statuses = new ArrayList<>(sample.statuses());
                    for (int i = 0; i < statuses.size(); i++) {
                        if (plan.conditions().get(i).code().equals(condition)) {
                            statuses.set(i, status);
                        }
                    }
                    return new Sample(sample.sequence(), sample.taken(), sample.received(), sample.result(), statuses);
                })
                .toList();
    }

    HearingScreen hearing(Child child, HearingScreen usual) {
        LocalDate done = mended(child);
        return switch (child.kind()) {
            case NO_HEARING_SCREEN ->
                done == null ? null : new HearingScreen(done.minusDays(1), false, true, true, done);
            case MOVER_FROM_ABROAD, MOVER_WITHIN_ENGLAND -> null;
            default -> usual;
        };
    }

    List<BodyCheck> examinations(Child child, List<BodyCheck> usual) {
        LocalDate done = mended(child);
        List<BodyCheck> checks = new ArrayList<>();
        for (BodyCheck check : usual) {
            if (child.kind().movedIn()) {
                continue;
            }
            if (child.kind() == StoryKind.PART_NOT_EXAMINED && check.code().equals(NEWBORN_EXAMINATION)) {
                List<String> outcomes = new ArrayList<>(check.outcomes());
                outcomes.set(0, "");
                checks.add(new BodyCheck(check.code(), check.examined(), outcomes, "", check.told(), false));
                if (done != null) {
                    checks.add(new BodyCheck(
                            check.code(), check.examined(), check.outcomes(), check.summary(), done, true));
                }
            } else if (child.kind() == StoryKind.NO_INFANT_EXAMINATION
                    && check.code().equals(INFANT_EXAMINATION)) {
                if (done != null) {
                    checks.add(new BodyCheck(
                            check.code(), done.minusDays(1), check.outcomes(), check.summary(), done, false));
                }
            } else {
                checks.add(check);
            }
        }
        return checks;
    }

    /** On which day a dose is given that usually falls on {@code visit}; null: not at all. */
    LocalDate given(Child child, Vaccinations.Slot slot, LocalDate visit) {
        boolean firstMeasles = slot.visit().equals("1Y") && slot.type().startsWith("MMR");
        return switch (child.kind()) {
            case NO_FIRST_DOSE -> null;
            case DOSE_MISSING -> firstMeasles ? mended(child) : visit;
            case DOSE_TOO_EARLY -> firstMeasles ? child.birth().plusDays(TOO_EARLY_DAYS) : visit;
            case BCG_NOT_GIVEN -> slot.visit().equals(Vaccinations.BCG) ? mended(child) : visit;
            default -> visit;
        };
    }
}

package muster.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import muster.synthetic.CarePlan.BloodSpot;
import muster.synthetic.CarePlan.Condition;
import muster.synthetic.CarePlan.Examination;
import muster.synthetic.CarePlan.Hearing;
import muster.synthetic.CarePlan.Review;

/**
 * A child's contacts and newborn screening from the seed, for its whole life: what happened, and on which days those who did it
 * told of it. A fact with a first and a last telling is told twice: as an appointment or a sample received, then with its outcome.
 */
final class Care {
    static final int ATTENDED = 5;
    static final int CAME_LATE = 6;
    static final int NOT_ATTENDED = 3;
    static final int CANCELLED = 2;
    static final int STILL_TO_COME = 0;
    static final String DONE = "00";
    static final String DECLINED = "01";
    static final String MISSED = "02";
    static final String APPOINTMENT = "07";
    private static final String FACE_TO_FACE = "01";
    private static final String VIDEO = "11";
    private static final int CAME_LATE_PERCENT = 8;
    private static final int RECORDED_AFTER_DAYS = 1;

    /** An appointment of a review; {@code nth} 2 for the one after a missed one. */
    record Contact(
            String activity,
            int nth,
            LocalDate invited,
            LocalDate held,
            int attendance,
            String outcome,
            String mechanism,
            LocalDate told) {}

    /** A blood spot card; one status for each condition of the plan, empty where it is not on the card. */
    record Sample(int sequence, LocalDate taken, LocalDate received, LocalDate result, List<String> statuses) {}

    /** {@code declined}: no ear was tested. */
    record HearingScreen(LocalDate screened, boolean declined, boolean leftClear, boolean rightClear, LocalDate told) {
        boolean clear() {
            return !declined && leftClear && rightClear;
        }
    }

    /** One outcome for each part of the plan, empty where a part does not apply; {@code again}: told before, now in full. */
    record BodyCheck(
            String code, LocalDate examined, List<String> outcomes, String summary, LocalDate told, boolean again) {}

    private final CarePlan plan;
    private final long seed;
    private final boolean asPlanned;
    private final PathwayFaults faults;

    /** @param asPlanned whether nothing goes otherwise but for the faults */
    Care(CarePlan plan, long seed, boolean asPlanned, PathwayFaults faults) {
        this.plan = plan;
        this.seed = seed;
        this.asPlanned = asPlanned;
        this.faults = faults;
    }

    /** Whether it goes otherwise for a child: drawn at any rate, so that other throws stay. */
    private boolean otherwise(Child child, Dice dice, int permille) {
        boolean drawn = dice.permille(permille);
        return drawn && !asPlanned && !child.kind().pathway();
    }

    /** What school immunisation does is drawn here as well. */
    boolean missed(Child child, Dice dice, int coveragePermille) {
        return otherwise(child, dice, 1000 - coveragePermille);
    }

    CarePlan plan() {
        return plan;
    }

    List<Contact> contacts(Child child) {
        return faults.contacts(child, usualContacts(child));
    }

    private List<Contact> usualContacts(Child child) {
        Dice dice = Dice.of(seed, child.index(), "contacts");
        List<Contact> contacts = new ArrayList<>(plan.reviews().size() + 1);
        for (Review review : plan.reviews()) {
            LocalDate invited = child.birth().plusDays(review.invited());
            LocalDate held = child.birth().plusDays(dice.between(review.from(), review.to()));
            held = otherwise(child, dice, review.latePermille())
                    ? held.plusDays(dice.between(1, review.lateBy()))
                    : held;
            boolean never = otherwise(child, dice, review.neverPermille());
            boolean declined = otherwise(child, dice, review.declinedPermille());
            boolean missed = otherwise(child, dice, review.missedPermille());
            String mechanism = otherwise(child, dice, plan.otherMechanismPermille()) ? VIDEO : FACE_TO_FACE;
            int attended = dice.percent(CAME_LATE_PERCENT) ? CAME_LATE : ATTENDED;
            if (never) {
                continue;
            }
            if (declined) {
                contacts.add(contact(review, 1, invited, held, CANCELLED, DECLINED, mechanism));
                continue;
            }
            if (missed) {
                contacts.add(contact(review, 1, invited, held, NOT_ATTENDED, MISSED, mechanism));
                invited = held.plusDays(1);
                held = held.plusDays(plan.missedAgainAfter());
            }
            contacts.add(contact(review, missed ? 2 : 1, invited, held, attended, DONE, mechanism));
        }
        return contacts;
    }

    private static Contact contact(
            Review review,
            int nth,
            LocalDate invited,
            LocalDate held,
            int attendance,
            String outcome,
            String mechanism) {
        LocalDate told = held.plusDays(RECORDED_AFTER_DAYS);
        return new Contact(review.activity(), nth, invited, held, attendance, outcome, mechanism, told);
    }

    List<Sample> samples(Child child) {
        return faults.samples(child, usualSamples(child));
    }

    private List<Sample> usualSamples(Child child) {
        Dice dice = Dice.of(seed, child.index(), "blood spot");
        BloodSpot spot = plan.bloodSpot();
        LocalDate taken = child.birth().plusDays(dice.between(spot.from(), spot.to()));
        boolean never = otherwise(child, dice, spot.neverPermille());
        boolean declined = otherwise(child, dice, spot.declinedPermille());
        boolean repeat = otherwise(child, dice, spot.repeatPermille());
        List<String> outcome = statuses(taken, spot, dice);
        if (never) {
            return List.of();
        }
        if (declined) {
            return List.of(sample(1, taken, plan.same(taken, spot.declinedStatus())));
        }
        if (!repeat) {
            return List.of(sample(1, taken, outcome));
        }
        LocalDate again = taken.plusDays((long) spot.receivedAfter() + spot.resultAfter() + spot.repeatAfter());
        return List.of(sample(1, taken, plan.same(taken, spot.repeatStatus())), sample(2, again, outcome));
    }

    private Sample sample(int sequence, LocalDate taken, List<String> statuses) {
        BloodSpot spot = plan.bloodSpot();
        LocalDate received = taken.plusDays(spot.receivedAfter());
        return new Sample(sequence, taken, received, received.plusDays(spot.resultAfter()), statuses);
    }

    private List<String> statuses(LocalDate taken, BloodSpot spot, Dice dice) {
        List<String> statuses = new ArrayList<>(plan.conditions().size());
        for (Condition condition : plan.conditions()) {
            boolean suspected = dice.permille(spot.suspectedPermille());
            boolean carrier = dice.permille(spot.carrierPermille()) && condition.carrier();
            String status = suspected && condition.from() == null ? spot.suspectedStatus() : spot.clearStatus();
            status = carrier ? spot.carrierStatus() : status;
            statuses.add(condition.on(taken) ? status : "");
        }
        return statuses;
    }

    /** The hearing screen, or null where there was none. */
    HearingScreen hearing(Child child) {
        return faults.hearing(child, usualHearing(child));
    }

    private HearingScreen usualHearing(Child child) {
        Dice dice = Dice.of(seed, child.index(), "hearing");
        Hearing hearing = plan.hearing();
        LocalDate screened = child.birth().plusDays(dice.between(hearing.from(), hearing.to()));
        boolean never = otherwise(child, dice, hearing.neverPermille());
        boolean declined = otherwise(child, dice, hearing.declinedPermille());
        boolean left = !dice.permille(hearing.referPermille());
        boolean right = left || dice.percent(50);
        return never
                ? null
                : new HearingScreen(screened, declined, left, right, screened.plusDays(hearing.recordedAfter()));
    }

    List<BodyCheck> examinations(Child child) {
        return faults.examinations(child, usualExaminations(child));
    }

    private List<BodyCheck> usualExaminations(Child child) {
        Dice dice = Dice.of(seed, child.index(), "examinations");
        List<BodyCheck> checks = new ArrayList<>(2);
        for (Examination examination : plan.examinations()) {
            LocalDate day = child.birth().plusDays(dice.between(examination.from(), examination.to()));
            boolean never = otherwise(child, dice, examination.neverPermille());
            boolean declined = otherwise(child, dice, examination.declinedPermille());
            boolean suspected = dice.permille(examination.suspectedPermille());
            int found = dice.between(0, plan.parts().size() - 2);
            if (never) {
                continue;
            }
            List<String> outcomes = new ArrayList<>(plan.parts().size());
            for (int i = 0; i < plan.parts().size(); i++) {
                CarePlan.Part part = plan.parts().get(i);
                String outcome = declined ? part.declined() : suspected && i == found ? part.suspected() : part.clear();
                outcomes.add(part.boysOnly() && child.gender() != 1 ? "" : outcome);
            }
            String summary = declined ? "DECL" : suspected ? "REFER" : "PASS";
            checks.add(new BodyCheck(
                    examination.code(), day, outcomes, summary, day.plusDays(examination.recordedAfter()), false));
        }
        return checks;
    }
}

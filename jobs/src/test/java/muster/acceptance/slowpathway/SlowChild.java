package muster.acceptance.slowpathway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A child and all that was ever told of it.
 *
 * @param key any number that no other child has
 * @param birth day of birth; null where nobody knows it
 * @param sex 1 male, 2 female; null where nobody knows it
 * @param gestationWeeks whole weeks of pregnancy at birth; null where nobody knows them
 * @param bucket where the child stands (rulings 5)
 * @param livesInside whether the home is in the area served; outside, health visiting is not ours
 * @param movedIn day from which blood spot screening is owed as to a mover-in; null for the others
 * @param events in no order
 * @param rolls the lists of schools that name it, in no order
 * @param yearsLater years by which the school's days come later, on the day that is looked at
 */
public record SlowChild(
        long key,
        LocalDate birth,
        String sex,
        Integer gestationWeeks,
        String bucket,
        boolean livesInside,
        LocalDate movedIn,
        List<SlowEvent> events,
        List<SlowRoll> rolls,
        int yearsLater) {

    static SlowChild born(long key, LocalDate birth) {
        return new SlowChild(key, birth, "2", 40, "IN_AREA", true, null, new ArrayList<>(), List.of(), 0);
    }

    SlowChild with(SlowEvent... more) {
        List<SlowEvent> all = new ArrayList<>(events);
        all.addAll(List.of(more));
        return new SlowChild(key, birth, sex, gestationWeeks, bucket, livesInside, movedIn, all, rolls, yearsLater);
    }

    SlowChild boy() {
        return new SlowChild(key, birth, "1", gestationWeeks, bucket, livesInside, movedIn, events, rolls, yearsLater);
    }

    SlowChild gestation(Integer weeks) {
        return new SlowChild(key, birth, sex, weeks, bucket, livesInside, movedIn, events, rolls, yearsLater);
    }

    SlowChild in(String otherBucket) {
        return new SlowChild(
                key, birth, sex, gestationWeeks, otherBucket, livesInside, movedIn, events, rolls, yearsLater);
    }

    SlowChild livingOutside() {
        return new SlowChild(key, birth, sex, gestationWeeks, bucket, false, movedIn, events, rolls, yearsLater);
    }

    SlowChild movedIn(LocalDate day) {
        return new SlowChild(key, birth, sex, gestationWeeks, bucket, livesInside, day, events, rolls, yearsLater);
    }

    SlowChild listed(SlowRoll... lists) {
        return new SlowChild(
                key, birth, sex, gestationWeeks, bucket, livesInside, movedIn, events, List.of(lists), yearsLater);
    }

    /** The child as its school teaches it on a day. */
    SlowChild taughtOn(LocalDate day) {
        int later = SlowSchool.yearsLater(this, day);
        return new SlowChild(key, birth, sex, gestationWeeks, bucket, livesInside, movedIn, events, rolls, later);
    }

    /** What was known of one kind on a day, and was not taken back. */
    List<SlowEvent> known(String kind, LocalDate day) {
        List<SlowEvent> known = new ArrayList<>();
        for (SlowEvent event : events) {
            if (event.kind().equals(kind)
                    && !event.withdrawn()
                    && !event.known().isAfter(day)) {
                known.add(event);
            }
        }
        return known;
    }
}

package muster.acceptance.slowpathway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The edge cases of newborn screening (pathway 3, 9) come out of the slow evaluator as the texts say. */
class SlowScreeningTest {

    private static final List<String> NINE = List.of("PKU", "SCD", "CF", "CHT", "MCADD", "HCU", "MSUD", "GA1", "IVA");
    private static final String LEFT_CLEAR = "1085431000000105";
    private static final String RIGHT_NOT_CLEAR = "1085471000000107";
    private static final AtomicLong KEYS = new AtomicLong();

    @ParameterizedTest
    @CsvSource({
        "2025-06-05, ''",
        "2025-06-06, DUE",
        "2025-06-08, DUE",
        "2025-06-09, OVERDUE_AMBER",
        "2025-06-13, OVERDUE_RED",
        "2026-05-31, OVERDUE_RED",
        "2026-06-01, AGED_OUT"
    })
    void theSampleIsOwedFromDayFiveToTheDayBeforeTheFirstBirthday(String today, String expected) {
        assertThat(state(child("2025-06-01"), "SCR-NBS", today)).isEqualTo(expected);
    }

    @Test
    void aRepeatRequestOpensTheResultAndLeavesTheSample() {
        SlowChild baby = child("2025-06-01").with(spots("2025-06-06", "04"));
        SlowChild repeated =
                child("2025-06-01").with(spots("2025-06-06", "04")).with(spot("CHT", "2025-06-06", "0316"));
        assertThat(state(baby, "SCR-NBS-RES", "2025-06-20")).isEqualTo("COMPLETED");
        assertThat(state(repeated, "SCR-NBS-RES", "2025-06-20"))
                .as("conclusive beats")
                .isEqualTo("COMPLETED");
        SlowChild open =
                child("2025-06-01").with(spots("2025-06-06", "04", "CHT")).with(spot("CHT", "2025-06-06", "0316"));
        assertThat(state(open, "SCR-NBS", "2025-06-20")).isEqualTo("COMPLETED");
        assertThat(state(open, "SCR-NBS-RES", "2025-06-19")).isEqualTo("OVERDUE_RED");
        assertThat(state(open, "SCR-NBS-RES", "2025-06-18"))
                .as("day 17 is in time")
                .isEqualTo("OVERDUE_AMBER");
        SlowChild done = open.with(spot("CHT", "2025-06-14", "04").toldOn(day("2025-06-20"), null));
        assertThat(row(done, "SCR-NBS-RES", "2025-06-20").completed()).isEqualTo("2025-06-20");
        assertThat(state(done, "SCR-NBS-RES", "2025-06-19")).as("not known yet").isEqualTo("OVERDUE_RED");
    }

    @Test
    void tyrosinaemiaIsRequiredOfSamplesFromItsStart() {
        SlowChild before = child("2025-10-08").with(spots("2025-10-13", "04"));
        assertThat(state(before, "SCR-NBS-RES", "2025-10-30")).isEqualTo("COMPLETED");
        SlowChild after = child("2025-10-08").with(spots("2025-10-14", "04"));
        assertThat(state(after, "SCR-NBS-RES", "2025-10-30")).isEqualTo("OVERDUE_RED");
        assertThat(state(after.with(spot("HT1", "2025-10-14", "04")), "SCR-NBS-RES", "2025-10-30"))
                .isEqualTo("COMPLETED");
    }

    @Test
    void cysticFibrosisDropsOutAfterDay56() {
        SlowChild without = child("2025-03-01").with(spots("2025-04-24", "04", "CF"));
        assertThat(state(without, "SCR-NBS-RES", "2025-04-26")).as("day 56").isEqualTo("OVERDUE_RED");
        assertThat(state(without, "SCR-NBS-RES", "2025-04-27")).as("day 57").isEqualTo("COMPLETED");
        SlowChild at55 = child("2025-03-01").movedIn(day("2025-04-25"));
        assertThat(row(at55, "SCR-NBS-MI", "2025-04-25").due()).isEqualTo("2025-04-25");
        assertThat(row(at55, "SCR-NBS-MI", "2025-04-25").target()).isEqualTo("2025-05-16");
        assertThat(state(at55, "SCR-NBS-RES", "2025-04-25")).isEmpty();
        assertThat(state(at55, "SCR-NBS-RES", "2025-04-24")).isEqualTo("OVERDUE_RED");
        SlowChild at57 = child("2025-03-01").movedIn(day("2025-04-27")).with(spots("2025-04-28", "04", "CF"));
        assertThat(state(at57, "SCR-NBS-MI", "2025-04-28")).isEqualTo("COMPLETED");
    }

    @Test
    void declinesAndTheirLikeAreToldApart() {
        SlowChild refused = child("2025-06-01").with(spots("2025-06-06", "0201"));
        assertThat(state(refused, "SCR-NBS-RES", "2025-06-20")).isEqualTo("DECLINED");
        assertThat(state(refused, "SCR-NBS", "2025-06-20")).isEqualTo("DECLINED");
        SlowChild oneRefused =
                child("2025-06-01").with(spots("2025-06-06", "04", "SCD")).with(spot("SCD", "2025-06-06", "02"));
        assertThat(state(oneRefused, "SCR-NBS-RES", "2025-06-20")).isEqualTo("COMPLETED");
        SlowChild lost = child("2025-06-01").with(spots("2025-06-20", "0904"));
        assertThat(row(lost, "SCR-NBS-RES", "2025-06-21").outcome()).isEqualTo("NOT_CONTACTABLE");
        SlowChild known = child("2025-06-01").with(spots("2025-06-20", "0906"));
        assertThat(row(known, "SCR-NBS-RES", "2025-06-21").outcome()).isEqualTo("PREVIOUS_RESULT");
        assertThat(state(known, "SCR-NBS-RES", "2025-06-21")).isEqualTo("COMPLETED");
    }

    @Test
    void hearingAgesAreCorrectedButNeverItsDueDate() {
        SlowChild early = child("2026-03-01").gestation(34);
        SlowState state = row(early, "SCR-NHSP", "2026-03-01");
        assertThat(state.due()).isEqualTo("2026-03-01");
        assertThat(state.target()).isEqualTo("2026-05-10");
        assertThat(state(early, "SCR-NHSP", "2026-05-02")).isEqualTo("DUE");
        assertThat(state(early, "SCR-NHSP", "2026-05-03")).isEqualTo("OVERDUE_AMBER");
        assertThat(state(early, "SCR-NHSP", "2026-05-10")).isEqualTo("OVERDUE_RED");
        assertThat(state(early, "SCR-NHSP", "2026-07-14")).isEqualTo("AGED_OUT");
        assertThat(row(child("2026-03-01").gestation(42), "SCR-NHSP", "2026-03-01")
                        .target())
                .isEqualTo("2026-03-29");
        assertThat(row(child("2026-03-01").gestation(null), "SCR-NHSP", "2026-03-01")
                        .target())
                .isEqualTo("2026-03-29");
    }

    @Test
    void hearingIsCompleteWithBothEars() {
        SlowChild one = child("2026-03-01").with(ear("LEFT", "2026-03-02", LEFT_CLEAR));
        assertThat(state(one, "SCR-NHSP", "2026-03-10")).isEqualTo("DUE");
        SlowChild both = one.with(ear("RIGHT", "2026-03-09", RIGHT_NOT_CLEAR));
        assertThat(row(both, "SCR-NHSP", "2026-03-10").completed()).isEqualTo("2026-03-09");
        SlowChild refused = child("2026-03-01").with(ear("SUMMARY", "2026-03-02", "DECL"));
        assertThat(state(refused, "SCR-NHSP", "2026-03-10")).isEqualTo("DECLINED");
        assertThat(state(refused.with(ear("SUMMARY", "2026-03-05", "INC")), "SCR-NHSP", "2026-03-10"))
                .isEqualTo("DUE");
        assertThat(state(refused.with(ear("SUMMARY", "2026-03-05", "REFER")), "SCR-NHSP", "2026-03-10"))
                .isEqualTo("COMPLETED");
    }

    @Test
    void theExaminationNeedsTestesOfBoysOnly() {
        SlowChild girl = child("2026-03-01").with(examined("NIPE-NB", "2026-03-02"));
        assertThat(state(girl, "SCR-NIPE-NB", "2026-03-04")).isEqualTo("COMPLETED");
        SlowChild boy = girl.boy();
        assertThat(state(boy, "SCR-NIPE-NB", "2026-03-04")).isEqualTo("DUE");
        assertThat(state(boy, "SCR-NIPE-NB", "2026-03-05")).isEqualTo("OVERDUE_AMBER");
        SlowChild refused = boy.with(part("NIPE-NB", "TESTES", "2026-03-02", "988891000000106"));
        assertThat(state(refused, "SCR-NIPE-NB", "2026-03-05")).isEqualTo("DECLINED");
        SlowChild done = boy.with(part("NIPE-NB", "TESTES", "2026-03-20", "988931000000101"));
        assertThat(row(done, "SCR-NIPE-NB", "2026-03-20").completed()).isEqualTo("2026-03-20");
        assertThat(state(done, "SCR-NIPE-INF", "2026-04-13")).isEqualTo("DUE");
    }

    @Test
    void bcgIsForTheEligibleAndWaitsForScid() {
        SlowChild eligible = child("2026-03-01").with(part("NIPE-NB", "BCG", "2026-03-02", "Y"));
        assertThat(state(child("2026-03-01"), "VAC-BCG", "2026-04-10")).isEmpty();
        assertThat(state(eligible, "VAC-BCG", "2026-04-10")).isEqualTo("DUE");
        assertThat(state(eligible.with(part("NIPE-INF", "BCG", "2026-04-12", "N")), "VAC-BCG", "2026-04-12"))
                .isEmpty();
        SlowChild pending = eligible.with(spot("PKU", "2026-03-06", "04").by(SlowBloodSpot.SCID_LABORATORY));
        assertThat(state(pending, "VAC-BCG", "2026-03-28")).isEmpty();
        assertThat(state(pending, "VAC-BCG", "2026-04-20")).isEqualTo("BLOCKED");
        SlowChild known = pending.with(spot("SCID", "2026-03-06", "04")
                .by(SlowBloodSpot.SCID_LABORATORY)
                .toldOn(day("2026-04-20"), null));
        assertThat(state(known, "VAC-BCG", "2026-04-20")).isEqualTo("OVERDUE_AMBER");
        SlowChild given = pending.with(SlowEvent.dose(KEYS.incrementAndGet(), "BCG", day("2026-03-20")));
        assertThat(state(given, "VAC-BCG", "2026-03-20")).isEqualTo("COMPLETED");
    }

    private static SlowChild child(String birth) {
        return SlowChild.born(1, day(birth));
    }

    private static SlowEvent spot(String condition, String sampled, String status) {
        return SlowEvent.spot(KEYS.incrementAndGet(), condition, day(sampled), status);
    }

    private static SlowEvent[] spots(String sampled, String status, String... but) {
        List<String> conditions = new ArrayList<>(NINE);
        conditions.removeAll(List.of(but));
        return conditions.stream()
                .map(condition -> spot(condition, sampled, status))
                .toArray(SlowEvent[]::new);
    }

    private static SlowEvent ear(String element, String date, String outcome) {
        return SlowEvent.hearing(KEYS.incrementAndGet(), element, day(date), outcome);
    }

    private static SlowEvent part(String screen, String element, String date, String outcome) {
        return SlowEvent.examination(KEYS.incrementAndGet(), screen, element, day(date), outcome);
    }

    private static SlowEvent[] examined(String screen, String date) {
        return new SlowEvent[] {
            part(screen, "HIPS", date, "985701000000100"),
            part(screen, "EYES", date, "989071000000108"),
            part(screen, "HEART", date, "988511000000100")
        };
    }

    private static String state(SlowChild child, String item, String today) {
        return SlowPathway.evaluate(child, day(today)).stream()
                .filter(state -> state.item().equals(item))
                .findFirst()
                .map(SlowState::state)
                .orElse("");
    }

    private static SlowState row(SlowChild child, String item, String today) {
        return SlowPathway.evaluate(child, day(today)).stream()
                .filter(state -> state.item().equals(item))
                .findFirst()
                .orElseThrow();
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}

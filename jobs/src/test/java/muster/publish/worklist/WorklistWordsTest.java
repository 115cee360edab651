package muster.publish.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WorklistWordsTest {

    private static final LocalDate DAY = LocalDate.of(2027, 1, 15);

    @Test
    void agesAreDaysThenWeeksThenYearsAndMonths() {
        assertThat(WorklistWords.age(DAY, DAY)).isEqualTo("0 days");
        assertThat(WorklistWords.age(DAY.minusDays(1), DAY)).isEqualTo("1 day");
        assertThat(WorklistWords.age(LocalDate.of(2027, 1, 3), DAY)).isEqualTo("12 days");
        assertThat(WorklistWords.age(DAY.minusDays(27), DAY)).isEqualTo("27 days");
        assertThat(WorklistWords.age(DAY.minusDays(28), DAY)).isEqualTo("4 weeks");
        assertThat(WorklistWords.age(DAY.minusDays(55), DAY)).isEqualTo("7 weeks");
        assertThat(WorklistWords.age(LocalDate.of(2026, 1, 16), DAY)).isEqualTo("52 weeks");
        assertThat(WorklistWords.age(LocalDate.of(2026, 1, 15), DAY)).isEqualTo("1 yr 0 mo");
        assertThat(WorklistWords.age(LocalDate.of(2025, 6, 11), DAY)).isEqualTo("1 yr 7 mo");
        assertThat(WorklistWords.age(null, DAY)).isEmpty();
        assertThat(WorklistWords.age(DAY.plusDays(1), DAY)).isEmpty();
    }

    @Test
    void factsReadAsStaffWriteThem() {
        assertThat(WorklistWords.priority(1)).isEqualTo("1 Urgent");
        assertThat(WorklistWords.priority(4)).isEqualTo("3 Routine");
        assertThatThrownBy(() -> WorklistWords.priority(5)).isInstanceOf(IllegalArgumentException.class);
        assertThat(WorklistWords.nhsNumber("9990000018")).isEqualTo("999 000 0018");
        assertThat(WorklistWords.nhsNumber("99900")).isEqualTo("99900");
        assertThat(WorklistWords.child("Sample", "Ava")).isEqualTo("SAMPLE, Ava");
        assertThat(WorklistWords.child(null, "Ava")).isEqualTo("Ava");
        assertThat(WorklistWords.practice(null, null)).isEqualTo("none");
        assertThat(WorklistWords.practice("X81001", "Ashholm Surgery")).isEqualTo("Ashholm Surgery (X81001)");
        assertThat(WorklistWords.missing("GP registration", "FS-101")).isEqualTo("GP registration (FS-101)");
    }

    @Test
    void aCaseReferenceFindsSlipsOfTheFinger() {
        assertThat(CaseRef.of(412)).isEqualTo("C-00412-7");
        assertThat(CaseRef.of(1_234_567)).startsWith("C-1234567-");
        assertThat(CaseRef.isValid("C-00412-7")).isTrue();
        assertThat(CaseRef.isValid("C-00421-7")).isFalse();
        assertThat(CaseRef.isValid("C-00413-7")).isFalse();
        assertThat(CaseRef.isValid("C-412-7")).isFalse();
        assertThat(CaseRef.isValid(null)).isFalse();
        assertThat(LongStream.rangeClosed(1, 2_000).mapToObj(CaseRef::of)).allMatch(CaseRef::isValid);
    }

    @Test
    void aRowKeyHangsOnCaseDateVersionAndSecret() {
        RowKey key = new RowKey("one".getBytes());
        String made = key.of("case-1", DAY, 1);
        assertThat(made).matches("[A-Z2-7]{12}").isEqualTo(key.of("case-1", DAY, 1));
        assertThat(key.of("case-2", DAY, 1)).isNotEqualTo(made);
        assertThat(key.of("case-1", DAY.plusDays(1), 1)).isNotEqualTo(made);
        assertThat(key.of("case-1", DAY, 2)).isNotEqualTo(made);
        assertThat(new RowKey("two".getBytes()).of("case-1", DAY, 1)).isNotEqualTo(made);
    }

    @Test
    void aReasonKnowsTheLastDayItMaySleepUntil() {
        WorkingDays calendar = WorkingDays.without(Set.of(LocalDate.of(2027, 1, 18)));
        assertThat(calendar.after(DAY, 1)).isEqualTo(LocalDate.of(2027, 1, 19));
        assertThat(limit("intervention-done", calendar)).isEqualTo(LocalDate.of(2027, 2, 1));
        assertThat(limit("unwell", calendar)).isEqualTo(LocalDate.of(2027, 1, 29));
        assertThat(limit("alternate-agreement", calendar)).isEqualTo(LocalDate.of(2028, 1, 15));
        assertThat(reason("no-response").lookAgainBy(DAY, calendar)).isEmpty();
        assertThat(reason("other").noteRequired()).isTrue();
    }

    private static LocalDate limit(String code, WorkingDays calendar) {
        return reason(code).lookAgainBy(DAY, calendar).orElseThrow();
    }

    private static Reason reason(String code) {
        return InventedWorklist.reasons().responses().stream()
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}

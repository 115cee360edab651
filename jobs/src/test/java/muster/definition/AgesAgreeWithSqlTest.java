package muster.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Java and SQL must give the same day for every birth date, age and working-day count that can occur. */
class AgesAgreeWithSqlTest {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2032, 12, 31);
    private static final int[] MONTHS = {1, 2, 3, 8, 9, 12, 13, 15, 18, 19, 21, 24, 30, 36, 40, 42, 48};
    private static final int[] YEARS = {1, 2, 3, 4, 5, 16, 19, 20, 25};

    private static DefinitionDatabase database;
    private static JdbcTemplate jdbc;

    @BeforeAll
    static void start() throws IOException {
        database = new DefinitionDatabase();
        jdbc = database.jdbc();
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @Test
    void everyBirthDateReachesEveryAgeOnTheSameDay() {
        for (int months : MONTHS) {
            assertSame(months, AgeUnit.MONTHS);
        }
        for (int years : YEARS) {
            assertSame(years, AgeUnit.YEARS);
        }
        for (int n : new int[] {0, 5, 28, 42, 56, 104, 167}) {
            assertSame(n, AgeUnit.DAYS);
        }
        for (int n : new int[] {6, 8, 12, 16, 17}) {
            assertSame(n, AgeUnit.WEEKS);
        }
    }

    private static void assertSame(int amount, AgeUnit unit) {
        List<LocalDate> inSql = jdbc.query(
                "select reference.age_reached(day::date, ?, ?) from generate_series(?::date, ?::date, '1 day') as day"
                        + " order by day",
                (row, i) -> row.getDate(1).toLocalDate(),
                amount,
                unit.name(),
                Date.valueOf(FIRST),
                Date.valueOf(LAST));
        List<LocalDate> inJava = FIRST.datesUntil(LAST.plusDays(1))
                .map(birth -> Ages.ageReached(birth, amount, unit))
                .toList();
        assertThat(inSql).as(amount + " " + unit).isEqualTo(inJava);
    }

    @Test
    void anUnknownUnitGivesNoDay() {
        assertThat(jdbc.queryForObject("select reference.age_reached(date '2026-01-01', 1, 'FORTNIGHTS')", Date.class))
                .isNull();
    }

    @Test
    void workingDaysAreCountedAlikeRoundBankHolidays() {
        Set<LocalDate> holidays = new HashSet<>();
        for (int year = 2024; year <= 2028; year++) {
            holidays.addAll(List.of(
                    LocalDate.of(year, 1, 1),
                    LocalDate.of(year, 4, 3),
                    LocalDate.of(year, 4, 6),
                    LocalDate.of(year, 5, 4),
                    LocalDate.of(year, 8, 31),
                    LocalDate.of(year, 12, 25),
                    LocalDate.of(year, 12, 26),
                    LocalDate.of(year, 12, 28)));
        }
        holidays.forEach(day -> jdbc.update("insert into reference.bank_holiday values (?)", Date.valueOf(day)));
        for (int n : new int[] {0, 1, 2, 5, 10, 20, 40}) {
            List<LocalDate> inSql = jdbc.query(
                    "select reference.working_day_add(day::date, ?)"
                            + " from generate_series(date '2025-01-01', date '2027-06-30', '1 day') as day order by day",
                    (row, i) -> row.getDate(1).toLocalDate(),
                    n);
            List<LocalDate> inJava = new ArrayList<>();
            LocalDate.of(2025, 1, 1)
                    .datesUntil(LocalDate.of(2027, 7, 1))
                    .forEach(day -> inJava.add(Ages.addWorkingDays(day, n, holidays)));
            assertThat(inSql).as(n + " working days").isEqualTo(inJava);
        }
    }
}

package muster.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Date;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Java and SQL must give the same day for every birth date, age, limit of the pathway and working-day count that can occur. */
class AgesAgreeWithSqlTest {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2032, 12, 31);
    private static final int FIRST_MONTH = RepositoryDefinitions.definitions().number("academic_year_first_month");

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
        Set<Age> ages =
                new LinkedHashSet<>(Stream.of("1 month", "2 months", "8 months", "16 years", "19 years", "20 years")
                        .map(Age::parse)
                        .toList());
        for (PathwayLimit limit : limits()) {
            if (limit.unit() != null) {
                ages.add(new Age(limit.amount(), limit.unit()));
            }
        }
        List<Object[]> rows = ages.stream()
                .map(age -> new Object[] {age.amount(), age.unit().name()})
                .toList();
        List<int[]> inSql =
                days("select array_agg(reference.age_reached(day::date, ?::integer, ?) - ?::date order by day)", rows);

        int i = 0;
        for (Age age : ages) {
            assertThat(inSql.get(i++))
                    .as(age.toString())
                    .isEqualTo(inJava(birth -> Optional.of(Ages.ageReached(birth, age))));
        }
    }

    @Test
    void everyBirthDateHasEveryLimitOfThePathwayOnTheSameDay() {
        Set<PathwayLimit> limits = new LinkedHashSet<>(limits());
        Stream.of("1 month before birth", "31 December of year 13", "1 January of year 0", "3 months after eligible")
                .map(PathwayLimit::parse)
                .forEach(limits::add);
        List<Object[]> rows = limits.stream()
                .map(limit -> new Object[] {
                    limit.anchor().name(),
                    limit.amount(),
                    limit.unit() == null ? null : limit.unit().name(),
                    limit.extraDays(),
                    limit.yearGroup(),
                    limit.month(),
                    limit.dayOfMonth(),
                    limit.fixedDate(),
                    FIRST_MONTH
                })
                .toList();
        String call = "reference.pathway_day(day::date, %s, ?, ?::integer, ?, ?::integer,"
                + " ?::integer, ?::integer, ?::integer, ?::date, ?::integer)";
        List<int[]> moved =
                days("select array_agg(" + call.formatted("day::date + 10") + " - ?::date order by day)", rows);
        List<int[]> born = days(
                "select array_agg(coalesce(" + call.formatted("null::date") + " - ?::date, 0) order by day)", rows);

        int i = 0;
        for (PathwayLimit limit : limits) {
            assertThat(moved.get(i))
                    .as(limit.toString())
                    .isEqualTo(inJava(birth -> PathwayLimits.day(limit, birth, birth.plusDays(10), FIRST_MONTH)));
            assertThat(born.get(i++))
                    .as(limit + " of a child who is not eligible")
                    .isEqualTo(inJava(birth -> PathwayLimits.day(limit, birth, null, FIRST_MONTH)));
        }
    }

    /** Every day that a rule of the shipped pathway sets, once. */
    private static Set<PathwayLimit> limits() {
        return RepositoryDefinitions.definitions().items().stream()
                .flatMap(item -> item.rules().stream())
                .flatMap(rule -> rule.limits().values().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Runs a SELECT of one array for each row of parameters, over all birth dates: days since the first of them. */
    private static List<int[]> days(String select, List<Object[]> rows) {
        String sql = select + " from generate_series(?::date, ?::date, '1 day') as day";
        List<int[]> found = new ArrayList<>();
        for (Object[] row : rows) {
            List<Object> all = new ArrayList<>(Arrays.asList(row));
            all.addAll(List.of(FIRST, FIRST, LAST));
            found.add(jdbc.queryForObject(
                    sql,
                    (result, i) -> Stream.of((Integer[]) result.getArray(1).getArray())
                            .mapToInt(Integer::intValue)
                            .toArray(),
                    all.toArray()));
        }
        return found;
    }

    private static int[] inJava(Function<LocalDate, Optional<LocalDate>> day) {
        return FIRST.datesUntil(LAST.plusDays(1))
                .mapToInt(birth ->
                        (int) ChronoUnit.DAYS.between(FIRST, day.apply(birth).orElse(FIRST)))
                .toArray();
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

package muster.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import muster.definition.PathwayLimit.Anchor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the days of the pathway are written, and which day each is of a child. */
class PathwayLimitsTest {

    private static final int SEPTEMBER = 9;

    @Test
    void everyWrittenFormIsRead() {
        assertThat(PathwayLimit.parse("10 days")).isEqualTo(born(10, AgeUnit.DAYS, 0));
        assertThat(PathwayLimit.parse("12 weeks before birth")).isEqualTo(born(-12, AgeUnit.WEEKS, 0));
        assertThat(PathwayLimit.parse("15 months plus 1 day")).isEqualTo(born(15, AgeUnit.MONTHS, 1));
        assertThat(PathwayLimit.parse("1 year less 1 day")).isEqualTo(born(1, AgeUnit.YEARS, -1));
        assertThat(PathwayLimit.parse("1 September of year 8"))
                .isEqualTo(new PathwayLimit(Anchor.SCHOOL_YEAR, null, null, 0, 8, 9, 1, null));
        assertThat(PathwayLimit.parse("2026-11-01"))
                .isEqualTo(new PathwayLimit(Anchor.DAY, null, null, 0, null, null, null, LocalDate.of(2026, 11, 1)));
        assertThat(PathwayLimit.parse("21 days after eligible"))
                .isEqualTo(new PathwayLimit(Anchor.ELIGIBLE, 21, AgeUnit.DAYS, 0, null, null, null, null));
    }

    private static PathwayLimit born(int amount, AgeUnit unit, int extraDays) {
        return new PathwayLimit(Anchor.BIRTH, amount, unit, extraDays, null, null, null, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eight weeks",
                "8 fortnights",
                "8 weeks after birth",
                "-8 weeks",
                "8 weeks before birth plus 1 day",
                "1 September",
                "01/11/2026",
                ""
            })
    void anythingElseIsRefusedWithTheFormsThereAre(String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PathwayLimit.parse(written))
                .withMessageStartingWith("'" + written + "' is no limit such as '8 weeks'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31 April of year 8",
                "29 February of year 8",
                "0 May of year 8",
                "1 Brumaire of year 8",
                "2026-02-29"
            })
    void aDayThatDoesNotExistEveryYearIsRefused(String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PathwayLimit.parse(written))
                .withMessageContaining("that does not exist");
    }

    @ParameterizedTest
    @CsvSource({
        "10 days, 2026-11-01, 2026-11-11",
        "12 weeks before birth, 2026-11-01, 2026-08-09",
        "1 month before birth, 2026-03-31, 2026-03-01",
        "15 months plus 1 day, 2025-08-31, 2026-12-02",
        "18 months, 2025-08-31, 2027-03-01",
        "1 year less 1 day, 2024-02-29, 2025-02-28",
        "1 year, 2024-02-29, 2025-03-01",
        "2026-11-01, 2021-05-05, 2026-11-01",
        // Year 8 of 2026/27 was born from 1 September 2013 to 31 August 2014 (pathway 1 rule 7).
        "1 September of year 8, 2013-09-01, 2026-09-01",
        "1 September of year 8, 2014-08-31, 2026-09-01",
        "1 September of year 8, 2014-09-01, 2027-09-01",
        "31 August of year 8, 2014-08-31, 2027-08-31",
        "31 December of year 0, 2021-12-31, 2026-12-31",
        "1 January of year 0, 2021-12-31, 2027-01-01"
    })
    void aLimitIsADayOfTheChild(String written, LocalDate birth, LocalDate expected) {
        assertThat(PathwayLimits.day(PathwayLimit.parse(written), birth, null, SEPTEMBER))
                .contains(expected);
    }

    @Test
    void aLimitFromEligibilityNeedsTheDayOfIt() {
        PathwayLimit limit = PathwayLimit.parse("21 days after eligible");
        LocalDate birth = LocalDate.of(2026, 3, 1);
        assertThat(PathwayLimits.day(limit, birth, LocalDate.of(2026, 11, 10), SEPTEMBER))
                .contains(LocalDate.of(2026, 12, 1));
        assertThat(PathwayLimits.day(limit, birth, null, SEPTEMBER)).isEmpty();
    }

    @Test
    void theMonthInWhichSchoolYearsBeginIsPolicy() {
        PathwayLimit limit = PathwayLimit.parse("1 August of year 0");
        LocalDate birth = LocalDate.of(2021, 8, 15);
        assertThat(PathwayLimits.day(limit, birth, null, SEPTEMBER)).contains(LocalDate.of(2026, 8, 1));
        assertThat(PathwayLimits.day(limit, birth, null, 8)).contains(LocalDate.of(2026, 8, 1));
        assertThat(PathwayLimits.day(limit, birth.minusDays(15), null, 8)).contains(LocalDate.of(2025, 8, 1));
    }
}

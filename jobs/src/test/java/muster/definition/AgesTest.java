package muster.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AgesTest {

    @Test
    void aBirthdayThatDoesNotExistIsTheFirstOfTheNextMonth() {
        assertThat(Ages.ageReached(LocalDate.of(2025, 8, 31), 18, AgeUnit.MONTHS))
                .isEqualTo("2027-03-01");
        assertThat(Ages.ageReached(LocalDate.of(2024, 2, 29), 1, AgeUnit.YEARS)).isEqualTo("2025-03-01");
        assertThat(Ages.ageReached(LocalDate.of(2024, 2, 29), 4, AgeUnit.YEARS)).isEqualTo("2028-02-29");
        assertThat(Ages.ageReached(LocalDate.of(2026, 1, 31), 3, AgeUnit.MONTHS))
                .isEqualTo("2026-05-01");
    }

    @Test
    void theDayOfBirthIsDayNought() {
        assertThat(Ages.ageReached(LocalDate.of(2025, 4, 8), 12, AgeUnit.WEEKS)).isEqualTo("2025-07-01");
        assertThat(Ages.ageReached(LocalDate.of(2026, 11, 1), 0, AgeUnit.DAYS)).isEqualTo("2026-11-01");
    }

    @Test
    void weekendsAndBankHolidaysAreNotCounted() {
        Set<LocalDate> christmas = Set.of(LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 28));
        assertThat(Ages.addWorkingDays(LocalDate.of(2026, 12, 24), 1, christmas))
                .isEqualTo("2026-12-29");
        assertThat(Ages.addWorkingDays(LocalDate.of(2026, 12, 26), 0, christmas))
                .isEqualTo("2026-12-26");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ages.addWorkingDays(LocalDate.of(2026, 12, 24), -1, christmas));
    }

    @Test
    void anAgeIsReadAndWrittenInWords() {
        assertThat(Age.parse("8 weeks")).isEqualTo(new Age(8, AgeUnit.WEEKS));
        assertThat(Age.parse("1 year").inWords()).isEqualTo("1 year");
        assertThatIllegalArgumentException().isThrownBy(() -> Age.parse("eight weeks"));
    }
}

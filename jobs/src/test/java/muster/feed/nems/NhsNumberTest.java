package muster.feed.nems;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The worked numbers of feeds.md 1.1. */
class NhsNumberTest {

    @ParameterizedTest
    @CsvSource({
        "9912003888,",
        "9912003926,",
        "9000000009,",
        "9449305552,",
        "1112223330, NHS_CHECK_DIGIT",
        "6101231234, NHS_CHECK_DIGIT",
        "999000001, NHS_FORMAT",
        "99900000420, NHS_FORMAT",
        "99900O0042, NHS_FORMAT"
    })
    void checkDigit(String number, String fault) {
        assertThat(NhsNumber.fault(number)).isEqualTo(fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "0", "none", "NULL", "0000000000"})
    void wordsForNone(String text) {
        assertThat(NhsNumber.clean(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"999 000 0042", "999-000-0042", "999\u00a0000\u00a00042", "\u200b9990000042 "})
    void spacesAndHyphensAreTakenOut(String text) {
        assertThat(NhsNumber.clean(text)).isEqualTo("9990000042");
    }
}

package muster.feed.nems;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {

    @Test
    void cleaningFoldsWhiteSpaceDropsTheInvisibleAndStraightensApostrophes() {
        assertThat(Text.clean(" O\u2019Neil\u200b \t\n Ann\u00a0Marie ")).isEqualTo("O'Neil Ann Marie");
        assertThat(Text.clean("plain words")).isEqualTo("plain words");
        assertThat(Text.clean("two  spaces")).isEqualTo("two spaces");
        assertThat(Text.clean("Zo\u00eb")).isEqualTo("Zo\u00eb");
        assertThat(Text.clean(" ")).isNull();
        assertThat(Text.clean("")).isNull();
        assertThat(Text.clean(null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "https://host/STU3/Organization/B86056, B86056",
        "https://host/a/b/, b",
        "https://host/a/b?x=1/2, b",
        "deathNotificationStatus, deathNotificationStatus",
        "'', ''",
        "/, ''",
        "?, ''"
    })
    void lastSegmentOfAUrl(String url, String segment) {
        assertThat(Text.lastSegment(url)).isEqualTo(segment);
    }

    @ParameterizedTest
    @CsvSource({
        "ls1  6up, LS1 6UP",
        "LS16UP, LS1 6UP",
        "E1   1AA, E1 1AA",
        "zzzsecur, ZZZSECUR",
        "zz99 3vz, ZZ99 3VZ",
        "nfa, NFA"
    })
    void postcodesTakeTheirCanonicalFormAndPseudoPostcodesStay(String typed, String canonical) {
        assertThat(Text.postcode(typed)).isEqualTo(canonical);
    }
}

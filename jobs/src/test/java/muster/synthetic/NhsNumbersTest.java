package muster.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NhsNumbersTest {
    @Test
    void theWorkedCheckDigitComesOut() {
        assertThat(NhsNumbers.checkDigit("943476591")).isEqualTo(9);
        assertThat(NhsNumbers.checkDigit("999000000"))
                .as("a number never issued")
                .isEqualTo(-1);
    }

    @Test
    void everyNumberIsValidAndNobodyElses() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            assertNew(seen, NhsNumbers.ofPerson(i));
            assertNew(seen, NhsNumbers.ofPerson(790_000 + i));
            assertNew(seen, NhsNumbers.earlier(i));
            assertNew(seen, NhsNumbers.ofStranger(i));
        }
    }

    @Test
    void peopleStandInTheTestRangeAndThenBeyondIt() {
        assertThat(NhsNumbers.ofPerson(0)).startsWith("999000");
        assertThat(NhsNumbers.ofPerson(799_999)).startsWith("9998");
        assertThat(NhsNumbers.ofPerson(800_000)).startsWith("90000");
    }

    @Test
    void aSpoiledNumberFailsItsCheck() {
        String spoiled = NhsNumbers.spoiled(NhsNumbers.ofPerson(7));
        assertThat(NhsNumbers.checkDigit(spoiled.substring(0, 9))).isNotEqualTo(spoiled.charAt(9) - '0');
    }

    private static void assertNew(Set<String> seen, String number) {
        assertThat(number).hasSize(10);
        assertThat(NhsNumbers.checkDigit(number.substring(0, 9))).isEqualTo(number.charAt(9) - '0');
        assertThat(seen.add(number)).as("given once").isTrue();
    }
}

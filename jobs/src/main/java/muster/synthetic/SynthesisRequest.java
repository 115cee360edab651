package muster.synthetic;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * What to synthesise ({@code contract.md} section 1, {@code synthesise}).
 *
 * @param home the installation's folder; files go to {@code home/synthetic}
 * @param children people known to PDS before the first night, {@value #FEWEST} or more
 * @param from business date of the first night; the others follow day by day
 * @param nights how many nights, one or more
 * @param seed same seed, same bytes
 * @param profile name of {@code config/synthetic/<profile>.yaml}: {@code demo} is dirty at stated rates, {@code clean} has no
 *     fault, {@code pathway} those of the pathway alone
 */
public record SynthesisRequest(Path home, int children, LocalDate from, int nights, long seed, String profile) {
    static final int FEWEST = 300;

    /** @throws IllegalArgumentException if a number is out of its range */
    public SynthesisRequest {
        if (children < FEWEST) {
            throw new IllegalArgumentException(
                    "children: at least " + FEWEST + ", so that every story finds its child");
        }
        if (nights < 1 || nights > 366) {
            throw new IllegalArgumentException("nights: 1 to 366");
        }
    }

    LocalDate date(int night) {
        return from.plusDays(night - 1L);
    }
}

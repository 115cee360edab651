package muster.feed.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** RP-02, SG-20 to SG-23: whatever is done to a sound file, its parser ends soon, with a reason or with every line told. */
class MutationTest {

    private static final long SEED = 20261117;
    private static final int ROUNDS = 1_200;
    private static final long LONGEST_MILLIS = 2_000;

    /** A Parquet file is read by a process of its own, which takes seconds to start. */
    private static final int ROUNDS_OF_PROCESSES = 15;

    private static final long LONGEST_MILLIS_OF_PROCESSES = 60_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Target.class)
    void everySpoiltFileEndsWithEveryLineTold(Target target) throws IOException {
        List<byte[]> sound = target.sound(folder);
        for (byte[] file : sound) {
            assertThat(target.read(folder, file)).as(target + ", sound").isPositive();
        }
        Random random = new Random(SEED);
        Mutator mutator = new Mutator(random);
        int read = 0;
        boolean process = target == Target.PDS_PARQUET;
        int rounds = process ? ROUNDS_OF_PROCESSES : ROUNDS;
        for (int round = 0; round < rounds; round++) {
            byte[] spoilt =
                    mutator.spoilt(sound.get(random.nextInt(sound.size())), sound.get(random.nextInt(sound.size())));
            String which = target + ", seed " + SEED + ", round " + round;
            long start = System.nanoTime();
            try {
                read += target.read(folder, spoilt) >= 0 ? 1 : 0;
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(which, e);
            }
            assertThat((System.nanoTime() - start) / 1_000_000)
                    .as(which)
                    .isLessThan(process ? LONGEST_MILLIS_OF_PROCESSES : LONGEST_MILLIS);
        }
        assertThat(read).as(target + ": spoilt files read to their end").isPositive();
    }
}

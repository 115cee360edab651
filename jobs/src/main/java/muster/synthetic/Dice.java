package muster.synthetic;

import java.util.List;
import java.util.SplittableRandom;

/** Repeatable chance: the same seed, subject and purpose give the same throws on every machine. */
final class Dice {
    private final SplittableRandom random;

    private Dice(long state) {
        this.random = new SplittableRandom(state);
    }

    /** Dice of their own for one subject and one purpose, so that a new purpose changes no other throw. */
    static Dice of(long seed, long subject, String purpose) {
        return new Dice(mix(mix(seed) ^ mix(subject * 0x9E3779B97F4A7C15L + 1) ^ mix(purpose.hashCode())));
    }

    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A whole number from {@code low} to {@code high}, both included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    boolean percent(double chance) {
        return random.nextDouble() * 100.0 < chance;
    }

    boolean permille(int chance) {
        return percent(chance / 10.0);
    }

    double fraction() {
        return random.nextDouble();
    }

    long bits() {
        return random.nextLong();
    }

    <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}

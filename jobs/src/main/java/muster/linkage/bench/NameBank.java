package muster.linkage.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Invented names whose frequencies are as uneven as real ones: the n-th name is borne in proportion to 1 / (n + offset). The
 * common ones are names in use, the long tail is put together from syllables; no combination stands for anybody.
 */
final class NameBank {

    private static final long SAME_NAMES_FOR_ALL_SEEDS = 20261117L;

    private static final List<String> COMMON_FAMILY = words(
            "Smith Jones Taylor Brown Williams Wilson Johnson Davies Patel"
                    + " Wright Walker White Thompson Khan Green Hall Wood Harris Lewis Martin Jackson Clarke Clark Turner Hill Scott"
                    + " Cooper Morris Ward Moore King Ahmed Ali Hussain Begum Singh Kaur Shah Watson Baker Harrison Morgan Young Allen"
                    + " Mitchell James Anderson Phillips Lee Bell Parker Davis Bennett Miller Cook Shaw Cox Richardson Carter"
                    + " O'Brien O'Connor Kowalski Nowak Müller García Nguyễn Çelik Yılmaz Ødegård MacLeod McCarthy Fernández");
    private static final List<String> COMMON_FEMALE = words("Olivia Amelia Isla Ava Lily Ivy Freya Florence Mia Willow"
            + " Isabella Sophia Grace Evie Poppy Ella Rosie Charlotte Sienna Elsie Aisha Fatima Maryam Zainab Zoë Chloë Siân"
            + " Niamh Aoife Zofia Hannah Erin Martha Nancy Thea Violet Maisie Jessica Emily Sofía Ellie Alice Eleanor");
    private static final List<String> COMMON_MALE = words(
            "Noah Muhammad George Oliver Leo Arthur Luca Theodore Oscar Henry"
                    + " Harry Jack Archie Charlie Theo Freddie Alfie Thomas William Joshua Yusuf Ibrahim Ahmad Zayn Arjun José André"
                    + " Seán Rhys Jakub Daniel Ethan Isaac Lucas Mason Reuben Rory Samuel Tobias Finley Elijah Adam Zachary");

    private static final List<String> STARTS =
            words("Al An Ar Bar Ben Bor Cal Car Chan Cor Dal Dan Dar Del Dor El Em Far"
                    + " Fen Gal Gar Han Har Hol Jan Jar Kal Kar Kem Kir Lan Lar Lor Mal Mar Mel Mor Nal Nor Ol Or Pal Par Per Ral Ram"
                    + " Ran Ros Sal San Ser Shan Sol Tam Tar Tor Val Van Ver Wal War Wes Yar Zan");
    private static final List<String> MIDDLES =
            words("a e i o u an en in on ar er ol il am ov ev ad id and ent ing est ers ort eld ick ham");
    private static final List<String> FAMILY_ENDS = words(
            "by don field ford ham ing ington land ley low man more ner son"
                    + " sted ster ston ton ward well wick wood worth ski ova escu idis oglu wala pour zade ez elli eau");
    private static final List<String> FEMALE_ENDS = words("a ia ie ina elle ette ah ira isa lyn ssa een ey");
    private static final List<String> MALE_ENDS = words("an el en ian o on or us ar ius ard eth im ir as");

    private static final int FAMILIES = 20_000;
    private static final int GIVEN_NAMES = 2_500;
    private static final double FAMILY_OFFSET = 9;
    private static final double GIVEN_OFFSET = 12;

    private final List<String> families = bank(COMMON_FAMILY, FAMILY_ENDS, FAMILIES);
    private final List<String> female = bank(COMMON_FEMALE, FEMALE_ENDS, GIVEN_NAMES);
    private final List<String> male = bank(COMMON_MALE, MALE_ENDS, GIVEN_NAMES);
    private final double[] familyShares = shares(FAMILIES, FAMILY_OFFSET);
    private final double[] givenShares = shares(GIVEN_NAMES, GIVEN_OFFSET);

    String family(SplittableRandom random) {
        return families.get(drawn(familyShares, random));
    }

    String given(boolean girl, SplittableRandom random) {
        return (girl ? female : male).get(drawn(givenShares, random));
    }

    private static List<String> bank(List<String> common, List<String> ends, int size) {
        SplittableRandom random = new SplittableRandom(SAME_NAMES_FOR_ALL_SEEDS);
        Set<String> names = new LinkedHashSet<>(common);
        while (names.size() < size) {
            String middle = random.nextInt(3) == 0 ? "" : one(MIDDLES, random);
            names.add(one(STARTS, random)
                    + middle
                    + (random.nextBoolean() ? one(MIDDLES, random) : "")
                    + one(ends, random));
        }
        return new ArrayList<>(names);
    }

    private static String one(List<String> words, SplittableRandom random) {
        return words.get(random.nextInt(words.size()));
    }

    /** Running totals of the shares, ending at 1. */
    private static double[] shares(int size, double offset) {
        double[] totals = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += 1 / (i + offset);
            totals[i] = sum;
        }
        for (int i = 0; i < size; i++) {
            totals[i] /= sum;
        }
        return totals;
    }

    private static int drawn(double[] totals, SplittableRandom random) {
        int found = java.util.Arrays.binarySearch(totals, random.nextDouble());
        return Math.min(found < 0 ? -found - 1 : found, totals.length - 1);
    }

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }
}

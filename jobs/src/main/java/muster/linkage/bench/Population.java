package muster.linkage.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import muster.linkage.bench.InventedPerson.Home;

/**
 * Invented children in households, with what makes them hard to tell apart: brothers and sisters under one roof, twins and
 * triplets (some with names that begin alike), cousins of one name in one street, families that moved or changed their
 * name. The same seed gives the same children.
 */
final class Population {

    private static final int YEARS = 18;
    private static final int HOMES_OF_A_POSTCODE = 15;
    private static final int POSTCODES_OF_AN_OUTWARD = 1_200;
    private static final int PRACTICE_SIZE = 1_500;
    private static final String CONSONANTS = "ABDEFGHJLNPQRSTUWXYZ";
    private static final String[] STREETS = {"High Street", "Church Lane", "Mill Road", "Station Road", "The Green"};

    private final SplittableRandom random;
    private final NameBank names = new NameBank();
    private final Slips slips;
    private final LocalDate today;
    private final int size;
    private final int postcodes;
    private final int practices;
    private final List<InventedPerson> persons = new ArrayList<>();
    private final NumberSeries numbers = new NumberSeries();

    private Population(long seed, int size, LocalDate today) {
        this.random = new SplittableRandom(seed);
        this.slips = new Slips(random.split());
        this.today = today;
        this.size = size;
        this.postcodes = Math.max(50, size / 2 / HOMES_OF_A_POSTCODE * 3);
        this.practices = Math.max(5, size / PRACTICE_SIZE);
    }

    static List<InventedPerson> of(long seed, int size, LocalDate today) {
        Population population = new Population(seed, size, today);
        while (population.persons.size() < size) {
            population.household(population.names.family(population.random), population.home());
        }
        return population.persons;
    }

    private void household(String family, Home home) {
        int first = persons.size();
        boolean renamed = slips.percent(4);
        String previous = renamed ? names.family(random) : null;
        String other = slips.percent(50) ? names.family(random) : family;
        String shown = slips.percent(4) ? family + "-" + other : family;
        Home former = slips.percent(25) ? home() : home;
        LocalDate birth = today.minusDays(random.nextInt(YEARS * 365));
        int children = 1 + random.nextInt(3);
        for (int i = 0; i < children && birth.isBefore(today.plusDays(1)); i++) {
            int born = slips.percent(1.6) ? (slips.percent(3) ? 3 : 2) : 1;
            births(born, shown, previous, other, birth, home, former);
            birth = birth.plusDays(330 + random.nextInt(1500));
        }
        if (slips.percent(3) && persons.size() > first) {
            cousin(persons.get(first));
        }
    }

    private void births(
            int born, String family, String previous, String other, LocalDate birth, Home home, Home former) {
        boolean girl = random.nextBoolean();
        int elder = 0;
        String elderName = null;
        for (int i = 0; i < born && persons.size() < size; i++) {
            if (i > 0 && random.nextInt(3) == 0) {
                girl = !girl;
            }
            String given = names.given(girl, random);
            while (given.equals(elderName)) {
                given = names.given(girl, random);
            }
            InventedPerson before = i == 0 ? bornBefore(home) : null;
            if (before != null && before.girl() == girl && slips.percent(1)) {
                given = before.given();
            }
            if (i > 0 && slips.percent(15)) {
                given = alike(elderName, girl);
            }
            int number = persons.size() + 1;
            if (i == 1) {
                persons.set(elder - 1, asTwinOf(persons.get(elder - 1), number));
            }
            persons.add(person(number, family, previous, other, given, birth, girl, home, former, elder));
            elder = i == 0 ? number : elder;
            elderName = i == 0 ? given : elderName;
        }
    }

    /** Parents like names that go together. */
    private String alike(String elder, boolean girl) {
        for (int attempt = 0; attempt < 200; attempt++) {
            String given = names.given(girl, random);
            if (!given.equals(elder) && given.length() > 2 && elder.startsWith(given.substring(0, 2))) {
                return given;
            }
        }
        return names.given(girl, random);
    }

    private void cousin(InventedPerson child) {
        if (persons.size() >= size) {
            return;
        }
        Home near = new Home(
                (1 + random.nextInt(90)) + child.home().line().replaceFirst("^[0-9]+", ""),
                child.home().postcode());
        LocalDate birth = child.birth().minusDays(random.nextInt(900));
        persons.add(person(
                persons.size() + 1,
                child.family(),
                null,
                child.family(),
                child.given(),
                birth,
                child.girl(),
                near,
                near,
                0));
    }

    private InventedPerson person(
            int number,
            String family,
            String previous,
            String other,
            String given,
            LocalDate birth,
            boolean girl,
            Home home,
            Home former,
            int twinOf) {
        int place = Math.floorMod(home.postcode().hashCode(), practices);
        int practice = (place + (slips.percent(70) ? 0 : random.nextInt(3))) % practices;
        return new InventedPerson(
                number,
                numbers.next(),
                family,
                previous,
                other,
                given,
                middle(girl, twinOf > 0 ? persons.get(twinOf - 1) : bornBefore(home)),
                birth,
                girl,
                home,
                former,
                "%c%05d".formatted('A' + practice % 16, 80_000 + practice),
                twinOf);
    }

    /** Names repeat within a family: a second name may be the first name of the twin, or of whoever was born before. */
    private String middle(boolean girl, InventedPerson elder) {
        return elder != null && slips.percent(2) ? elder.given() : names.given(girl, random);
    }

    /** The last child of the household so far; null where there is none. */
    private InventedPerson bornBefore(Home home) {
        InventedPerson last = persons.isEmpty() ? null : persons.get(persons.size() - 1);
        return last != null && last.home() == home ? last : null;
    }

    private static InventedPerson asTwinOf(InventedPerson p, int twin) {
        return new InventedPerson(
                p.number(),
                p.nhsNumber(),
                p.family(),
                p.previousFamily(),
                p.otherFamily(),
                p.given(),
                p.middle(),
                p.birth(),
                p.girl(),
                p.home(),
                p.formerHome(),
                p.practice(),
                twin);
    }

    private Home home() {
        int code = random.nextInt(postcodes);
        int outward = code / POSTCODES_OF_AN_OUTWARD;
        int inward = code % POSTCODES_OF_AN_OUTWARD * 3;
        String postcode = "" + CONSONANTS.charAt(outward / 9 % CONSONANTS.length())
                + CONSONANTS.charAt((outward / 180 + 3) % CONSONANTS.length())
                + (1 + outward % 9)
                + ' '
                + inward % 10
                + CONSONANTS.charAt(inward / 10 % CONSONANTS.length())
                + CONSONANTS.charAt(inward / 200 % CONSONANTS.length());
        String line = (1 + random.nextInt(60)) + " " + STREETS[code % STREETS.length];
        return new Home(slips.percent(15) ? "Flat " + (1 + random.nextInt(9)) + ", " + line : line, postcode);
    }
}

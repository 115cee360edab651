package muster.linkage.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import muster.linkage.bench.InventedPerson.Home;
import muster.linkage.bench.InventedRecord.Register;

/** What registers write down of invented children: most of it right, all of it by hand. */
final class Registers {

    /** How much goes wrong. */
    enum Dirt {
        /** Most records carry their number; the slips of real registers. */
        REGISTERS,
        /** No number at all, and one or two slips in most records: the kind of dirt of the FEBRL sets 3 and 4. */
        NO_NUMBER
    }

    private static final int NEWBORN_DAYS = 42;

    private final List<InventedPerson> persons;
    private final Dirt dirt;
    private final LocalDate today;
    private final SplittableRandom random;
    private final Slips slips;

    private Registers(List<InventedPerson> persons, Dirt dirt, long seed, LocalDate today) {
        this.persons = persons;
        this.dirt = dirt;
        this.today = today;
        this.random = new SplittableRandom(seed ^ 0x5DEECE66DL);
        this.slips = new Slips(random.split());
    }

    /** One record of each person in turn until there are {@code size}; one in two hundred is of a child PDS does not hold. */
    static List<InventedRecord> of(
            List<InventedPerson> persons,
            List<InventedPerson> strangers,
            int size,
            Dirt dirt,
            long seed,
            LocalDate today) {
        Registers registers = new Registers(persons, dirt, seed, today);
        List<InventedRecord> records = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            boolean stranger = i < strangers.size();
            InventedPerson person = stranger ? strangers.get(i) : persons.get(i % persons.size());
            records.add(registers.record(person, !stranger, registers.register(i)));
        }
        return records;
    }

    /** A second record of a child stands in another register. */
    private Register register(int index) {
        int turn = index < persons.size() ? Math.floorMod(index * 31, 5) : Math.floorMod(index * 31 + 2, 5);
        return turn < 2 ? Register.GP : turn < 4 ? Register.CHIS : Register.HV;
    }

    private InventedRecord record(InventedPerson person, boolean held, Register register) {
        InventedRecord record = new InventedRecord(
                held ? person.number() : 0,
                register,
                held ? person.nhsNumber() : null,
                null,
                held ? "01" : "07",
                person.family(),
                person.given(),
                person.birth(),
                person.girl() ? "2" : "1",
                person.home(),
                register == Register.HV ? null : person.practice());
        record = dirt == Dirt.NO_NUMBER ? without(record) : numbered(record, person);
        record = named(record, person);
        record = born(record);
        return lives(record, person);
    }

    private double often(double percent) {
        return dirt == Dirt.NO_NUMBER ? percent * 4 : percent;
    }

    private static InventedRecord without(InventedRecord r) {
        return number(r, null, null, "07");
    }

    private InventedRecord numbered(InventedRecord r, InventedPerson person) {
        if (r.truth() == 0) {
            return r;
        }
        double chance = random.nextDouble() * 100;
        if (chance < 5) {
            return number(r, null, null, "03");
        }
        if (chance < 6.5) {
            return number(r, null, slips.mistypedNumber(person.nhsNumber()), "02");
        }
        if (chance < 6.8) {
            return number(r, persons.get(random.nextInt(persons.size())).nhsNumber(), null, "01");
        }
        if (person.twinOf() > 0 && slips.percent(1)) {
            return number(r, persons.get(person.twinOf() - 1).nhsNumber(), null, "01");
        }
        return r;
    }

    private static InventedRecord number(InventedRecord r, String number, String asSent, String status) {
        return new InventedRecord(
                r.truth(),
                r.feed(),
                number,
                asSent,
                status,
                r.family(),
                r.given(),
                r.birth(),
                r.sex(),
                r.home(),
                r.practice());
    }

    private InventedRecord named(InventedRecord r, InventedPerson person) {
        String given = person.given();
        String family = person.family();
        boolean newborn = !person.birth().plusDays(NEWBORN_DAYS).isBefore(today);
        double chance = random.nextDouble() * 100;
        if (newborn && slips.percent(30)) {
            given = slips.standIn();
        } else if (chance < often(2)) {
            given = slips.mistyped(given);
        } else if (chance < often(3.2)) {
            given = slips.shortened(given);
        } else if (chance < often(3.6)) {
            given = person.middle();
        } else if (chance < often(3.8)) {
            given = given.substring(0, 1);
        } else if (chance < often(4.2)) {
            given = null;
        }
        chance = random.nextDouble() * 100;
        if (chance < often(1.5)) {
            family = slips.mistyped(family);
        } else if (chance < 4.5) {
            family = person.previousFamily() != null ? person.previousFamily() : person.otherFamily();
        } else if (chance < 5.5) {
            family = family.split("-")[0];
        } else if (chance < 5.8) {
            family = null;
        }
        boolean swapped = given != null && family != null && slips.percent(often(0.5));
        return new InventedRecord(
                r.truth(),
                r.feed(),
                r.nhsNumber(),
                r.asSent(),
                r.status(),
                swapped ? given : family,
                swapped ? family : given,
                r.birth(),
                sex(r),
                r.home(),
                r.practice());
    }

    private String sex(InventedRecord r) {
        return slips.percent(1.5) ? "X" : slips.percent(0.4) ? (r.sex().equals("1") ? "2" : "1") : r.sex();
    }

    private InventedRecord born(InventedRecord r) {
        double chance = random.nextDouble() * 100;
        LocalDate birth = r.birth();
        if (chance < often(0.5)) {
            birth = Slips.swapped(birth);
        } else if (chance < often(1.3)) {
            birth = slips.oneDigit(birth);
        } else if (chance < often(1.5)) {
            birth = birth.minusDays(random.nextInt(400));
        } else if (chance < often(1.8)) {
            birth = null;
        }
        return new InventedRecord(
                r.truth(),
                r.feed(),
                r.nhsNumber(),
                r.asSent(),
                r.status(),
                r.family(),
                r.given(),
                birth,
                r.sex(),
                r.home(),
                r.practice());
    }

    private InventedRecord lives(InventedRecord r, InventedPerson person) {
        Home home = person.home();
        double chance = random.nextDouble() * 100;
        if (chance < 8) {
            home = person.formerHome();
        } else if (chance < 8 + often(2)) {
            home = new Home(home.line(), slips.mistypedPostcode(home.postcode()));
        } else if (chance < 8 + often(4)) {
            home = new Home(slips.mistyped(home.line()), home.postcode());
        } else if (chance < 8 + often(5)) {
            home = new Home(null, null);
        }
        String practice = r.practice();
        if (practice != null && slips.percent(7)) {
            practice = persons.get(random.nextInt(persons.size())).practice();
        }
        return new InventedRecord(
                r.truth(),
                r.feed(),
                r.nhsNumber(),
                r.asSent(),
                r.status(),
                r.family(),
                r.given(),
                r.birth(),
                r.sex(),
                home,
                practice);
    }
}

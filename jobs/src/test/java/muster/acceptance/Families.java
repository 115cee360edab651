package muster.acceptance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Children with what each register says of them, gathered into one night's files. */
final class Families {

    private final Map<String, Person> people = new LinkedHashMap<>();
    private final List<Row> pds = new ArrayList<>();
    private final Map<String, List<Row>> gp = new LinkedHashMap<>();
    private final Map<String, List<Row>> hv = new LinkedHashMap<>();
    private final Map<String, List<Row>> chis = new LinkedHashMap<>();

    Person child(String name, String born, String postcode) {
        Person person = Person.of(born, postcode);
        people.put(name, person);
        return person;
    }

    /** Gives a name to a person whose rows the test writes itself. */
    void remember(String name, Person person) {
        people.put(name, person);
    }

    Person named(String name) {
        Person person = people.get(name);
        if (person == null) {
            throw new IllegalArgumentException("nobody called " + name);
        }
        return person;
    }

    /** The name a test gave to the bearer of a number, else the number. */
    String nameOf(String number) {
        return people.entrySet().stream()
                .filter(entry -> entry.getValue().number().equals(number))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(number);
    }

    Families pds(Row row) {
        pds.add(row);
        return this;
    }

    Families gp(String sender, Row row) {
        gp.computeIfAbsent(sender, s -> new ArrayList<>()).add(row);
        return this;
    }

    Families hv(String sender, Row row) {
        hv.computeIfAbsent(sender, s -> new ArrayList<>()).add(row);
        return this;
    }

    Families chis(String sender, Row row) {
        chis.computeIfAbsent(sender, s -> new ArrayList<>()).add(row);
        return this;
    }

    /** A child whom everybody holds as they should, in Aldermere. */
    Person settled(String name, String born) {
        Person person = child(name, born, ReferenceSets.A);
        pds(PdsExtract.row(person, ReferenceSets.PRACTICE_A, "2024-04-01", 1));
        gp(ReferenceSets.PRACTICE_A, GpReg.row(person, ReferenceSets.PRACTICE_A, "2024-04-01"));
        hv("RHA", HvCase.row(person, "RHA", "2024-04-01"));
        chis("RCA", ChisReg.row(person, "RCA", "2024-04-01"));
        return person;
    }

    Families without(Map<String, List<Row>> register, String sender, String name) {
        register.get(sender)
                .removeIf(row -> row.get("NHS_NUMBER").equals(named(name).number()));
        return this;
    }

    Map<String, List<Row>> gp() {
        return gp;
    }

    Map<String, List<Row>> hv() {
        return hv;
    }

    Map<String, List<Row>> chis() {
        return chis;
    }

    List<Row> pds() {
        return pds;
    }

    /** All lists as full files of this date and sequence. */
    List<Dropped> registers(String asAt, int sequence) {
        List<Dropped> files = new ArrayList<>();
        gp.forEach((sender, rows) -> files.add(GpReg.full(sender, asAt, sequence, rows)));
        hv.forEach((sender, rows) -> files.add(HvCase.full(sender, asAt, sequence, rows)));
        chis.forEach((sender, rows) -> files.add(ChisReg.full(sender, asAt, sequence, rows)));
        return files;
    }
}

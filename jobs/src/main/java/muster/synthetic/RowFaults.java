package muster.synthetic;

import java.io.IOException;
import java.time.LocalDate;
import muster.synthetic.VaccinationFiles.TypeFile;

/**
 * Rows and messages that intake must refuse or warn of, as many a night as the profile says. They are rows of their own, never a
 * child's only record, so that nothing else follows from them.
 */
final class RowFaults {
    private static final int STRANGERS_FROM = 30_000;

    private final Profile profile;
    private final Truth truth;
    private final LocalDate date;
    private final Geography geography;
    private final Dice dice;
    private int ordinal;

    RowFaults(Profile profile, Truth truth, SynthesisRequest request, int night, Geography geography) {
        this.profile = profile;
        this.truth = truth;
        this.date = request.date(night);
        this.geography = geography;
        this.dice = Dice.of(request.seed(), night, "row faults");
        this.ordinal = night * 100;
    }

    private interface Fault {
        void write() throws IOException;
    }

    private void each(String kind, Fault fault) throws IOException {
        for (int i = 0; i < profile.rowFaults(kind); i++) {
            ordinal++;
            fault.write();
        }
    }

    private Who stranger() {
        return new Who(
                NhsNumbers.ofStranger(STRANGERS_FROM + ordinal),
                "Nobody",
                "Known",
                date.minusDays(700 + ordinal % 500),
                2);
    }

    private Address address(Geography.Authority authority) {
        return new Address(1 + ordinal % 90, geography.streets.get(0), geography.place(authority, dice));
    }

    private Geography.Authority authorityOf(FeedFile file) {
        String sender = file.label.sender();
        return geography.authorities.stream()
                .filter(a -> a.hv().equals(sender)
                        || a.subIcb().equals(sender)
                        || a.chis().equals(sender))
                .findFirst()
                .orElseThrow();
    }

    void registers(RegisterFiles files) throws IOException {
        each("registration_duplicate_line", () -> duplicateRegistration(files.firstFull("GPREG")));
        each("registration_no_start_date", () -> registration(files.firstFull("GPREG")));
        each("caseload_check_digit", () -> caseload(files.firstFull("HVCASE"), true));
        each("caseload_impossible_birth_date", () -> caseload(files.firstFull("HVCASE"), false));
        each("register_unknown_status", () -> register(files.firstFull("CHISREG")));
    }

    private void duplicateRegistration(FeedFile file) throws IOException {
        int line = file.row(file.lastNumber, file.lastLocalId, file.lastLine);
        truth.row(date, file.name(), line, "DUPLICATE", "");
    }

    private void registration(FeedFile file) throws IOException {
        Who who = stranger();
        Geography.Authority authority = authorityOf(file);
        GpRow row = new GpRow(
                "FAULT-" + ordinal,
                who,
                address(authority),
                geography.practice(authority, dice),
                null,
                null,
                "3",
                null);
        truth.row(
                date,
                file.name(),
                file.row(who.nhs(), row.localId(), Layouts.gpreg("F", row)),
                "REJECTED",
                "MANDATORY_MISSING");
    }

    private void caseload(FeedFile file, boolean checkDigit) throws IOException {
        Who who = stranger();
        Geography.Authority authority = authorityOf(file);
        if (checkDigit) {
            who = who.withNumber(NhsNumbers.spoiled(who.nhs()));
        }
        HvRow row = new HvRow(
                "FAULT-E" + ordinal,
                "FAULT-P" + ordinal,
                who,
                address(authority),
                authority.hv(),
                "A",
                who.birth().plusDays(14),
                null,
                null,
                geography.practice(authority, dice).code(),
                RecordKind.PLAIN);
        String line = Layouts.hvcase("F", row);
        if (!checkDigit) {
            line = line.replace("," + who.birth() + ",", "," + Layouts.impossible(who.birth()) + ",");
        }
        String reason = checkDigit ? "NHS_CHECK_DIGIT" : "DATE_FORMAT";
        truth.row(date, file.name(), file.row(who.nhs(), row.localId(), line), "APPLIED_WITH_WARNING", reason);
    }

    private void register(FeedFile file) throws IOException {
        Who who = stranger();
        Geography.Chis chis = geography.chis.get(file.label.sender());
        String line = Csv.row("F")
                .add(chis.system())
                .add("FAULT-" + ordinal)
                .add(who.nhs())
                .add("01")
                .add(who.family())
                .add(who.given())
                .add("")
                .add(who.birth())
                .blanks(5)
                .add(who.gender())
                .blanks(10)
                .add(chis.code())
                .add("99")
                .add(date.minusDays(30))
                .blanks(6)
                .add("N")
                .add("")
                .add(date.minusDays(30) + "T09:00:00" + Zones.offset(date.minusDays(30)))
                .toString();
        truth.row(date, file.name(), file.row(who.nhs(), "FAULT-" + ordinal, line), "REJECTED", "UNKNOWN_CODE");
    }

    void extract(FeedFile file) throws IOException {
        each("extract_duplicate_line", () -> {
            if (file.lastLine != null) {
                truth.row(
                        date, file.name(), file.row(file.lastNumber, file.lastLocalId, file.lastLine), "DUPLICATE", "");
            }
        });
        each("extract_check_digit", () -> {
            Who stranger = stranger();
            Who who = stranger.withNumber(NhsNumbers.spoiled(stranger.nhs()));
            Geography.Authority authority = geography.authorities.get(0);
            Pds row = new Pds(
                    who,
                    1,
                    geography.practice(authority, dice),
                    who.birth().plusDays(20),
                    address(authority),
                    who.birth(),
                    null,
                    null,
                    null,
                    0,
                    false,
                    null,
                    false);
            truth.row(
                    date,
                    file.name(),
                    file.row(who.nhs(), who.nhs(), Layouts.pds("ADD", row)),
                    "REJECTED",
                    "NHS_CHECK_DIGIT");
        });
    }

    /** Faulty vaccination rows, made from the last right row of a file of tonight. */
    void vaccinations(VaccinationFiles files) throws IOException {
        for (TypeFile file : files.files()) {
            if (file.last != null) {
                vaccinations(file);
                return;
            }
        }
    }

    private void vaccinations(TypeFile file) throws IOException {
        String[] right = file.last;
        each("vaccination_duplicate_line", () -> say(file, right, "DUPLICATE", ""));
        each(
                "vaccination_duplicate_key",
                () -> say(file, with(right, VaccinationFiles.BATCH, "OTHER"), "REJECTED", "DUPLICATE_KEY"));
        each(
                "vaccination_check_digit",
                () -> say(
                        file,
                        withKey(with(
                                right, VaccinationFiles.NUMBER, NhsNumbers.spoiled(right[VaccinationFiles.NUMBER]))),
                        "REJECTED",
                        "NHS_CHECK_DIGIT"));
        each(
                "vaccination_bad_time",
                () -> say(
                        file,
                        withKey(with(right, VaccinationFiles.GIVEN_AT, "20261345T99000000")),
                        "REJECTED",
                        "DATE_FORMAT"));
        each(
                "vaccination_no_procedure",
                () -> say(file, withKey(with(right, VaccinationFiles.PROCEDURE, "")), "REJECTED", "MANDATORY_MISSING"));
        each(
                "vaccination_delete_unknown",
                () -> say(file, withKey(with(right, VaccinationFiles.ACTION, "DELETE")), "REJECTED", "UNKNOWN_KEY"));
        each(
                "vaccination_update_unknown",
                () -> say(
                        file,
                        withKey(with(right, VaccinationFiles.ACTION, "UPDATE")),
                        "APPLIED_WITH_WARNING",
                        "UNKNOWN_KEY"));
        each(
                "vaccination_child_not_held",
                () -> say(
                        file,
                        withKey(with(right, VaccinationFiles.NUMBER, stranger().nhs())),
                        "APPLIED_WITH_WARNING",
                        "NOT_LINKED"));
    }

    private void say(TypeFile file, String[] cells, String outcome, String reason) throws IOException {
        truth.row(date, file.name(), file.row(cells), outcome, reason);
    }

    private static String[] with(String[] cells, int at, String value) {
        String[] changed = cells.clone();
        changed[at] = value;
        return changed;
    }

    private String[] withKey(String[] cells) {
        return with(cells, VaccinationFiles.UNIQUE_ID, "FAULT-" + ordinal);
    }

    /** A death told for one child in a message routed for another: it must touch neither. And a message cut short. */
    void messages(NemsFiles files, Child patient, Child other, LocalDate asAt) throws IOException {
        Who who = new Who(patient.nhs(), patient.family(), patient.given(asAt), patient.birth(), patient.gender());
        Who routed = new Who(other.nhs(), other.family(), other.given(asAt), other.birth(), other.gender());
        Event death = Event.died(patient, asAt, who, 2, asAt.minusDays(1));
        each(
                "message_wrong_child",
                () -> truth.row(
                        date,
                        files.write(death.kind().code, files.text(death, routed)),
                        1,
                        "REJECTED",
                        "ROUTING_PATIENT_MISMATCH"));
        each("message_broken_xml", () -> {
            String text = files.text(Event.changed(patient, asAt, who), who);
            String name = files.write(Event.Kind.RECORD.code, text.substring(0, text.length() / 2));
            truth.row(date, name, 1, "REJECTED", "XML_INVALID");
        });
    }
}

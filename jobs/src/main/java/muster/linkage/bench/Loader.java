package muster.linkage.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import muster.linkage.bench.InventedRecord.Register;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Puts invented persons and records into the register tables by COPY, as an applied night would have left them. */
final class Loader {

    private static final String PROVIDER = "RXX";
    private static final LocalDate LISTED_FROM = LocalDate.of(2026, 4, 1);
    private static final int BUFFER = 1 << 16;

    private final Connection connection;
    private final String night;

    Loader(Connection connection, LocalDate night) {
        this.connection = connection;
        this.night = "[" + night + ",)";
    }

    /** Persons take the record keys from 1 on. */
    void persons(List<InventedPerson> persons, LocalDate known) throws SQLException {
        copy("register.record (record_key, feed, source_system, organisation_code, source_key, first_night)", out -> {
            for (InventedPerson p : persons) {
                out.row(p.number(), "pds", "PDS", "", p.nhsNumber(), known);
            }
        });
        copy(
                "register.person_history (record_key, nhs_number, family_name, previous_family_name, given_name,"
                        + " person_birth_date, person_stated_gender_code, address_line_1, postcode, last_postcode,"
                        + " general_medical_practice_code, invalid, restricted, on_extract, first_known_date, nights)",
                out -> {
                    for (InventedPerson p : persons) {
                        out.row(
                                p.number(),
                                p.nhsNumber(),
                                p.family(),
                                p.previousFamily(),
                                p.given(),
                                p.birth(),
                                sex(p),
                                p.home().line(),
                                p.home().postcode(),
                                p.home().postcode(),
                                p.practice(),
                                "f",
                                "f",
                                "t",
                                known,
                                night);
                    }
                });
    }

    private static String sex(InventedPerson p) {
        return p.girl() == null ? null : p.girl() ? "2" : "1";
    }

    /** Records take the keys after {@code offset}, in their order. */
    void records(List<InventedRecord> records, int offset, LocalDate known) throws SQLException {
        copy("register.record (record_key, feed, source_system, organisation_code, source_key, first_night)", out -> {
            int key = offset;
            for (InventedRecord r : records) {
                key++;
                out.row(key, feed(r), system(r), organisation(r), "K" + key, known);
            }
        });
        for (Register register : Register.values()) {
            copy(table(register), out -> {
                int key = offset;
                for (InventedRecord r : records) {
                    key++;
                    if (r.feed() == register) {
                        row(out, r, key);
                    }
                }
            });
        }
    }

    private static String feed(InventedRecord r) {
        return switch (r.feed()) {
            case GP -> "gp-registration";
            case HV -> "hv-caseload";
            case CHIS -> "chis-register";
        };
    }

    private static String system(InventedRecord r) {
        return r.feed() == Register.CHIS ? r.source() : feed(r) + ":BENCH";
    }

    private static String organisation(InventedRecord r) {
        return switch (r.feed()) {
            case GP -> r.practice();
            case HV -> PROVIDER;
            case CHIS -> "";
        };
    }

    private static String table(Register register) {
        String person = " nhs_number, nhs_number_as_sent, nhs_number_status_indicator_code, family_name, given_name,"
                + " person_birth_date, person_stated_gender_code, address_line_1, postcode,";
        String end = " row_hash, file_id, line_no, nights)";
        return switch (register) {
            case GP ->
                "register.gp_registration_history (record_key, feed, sender, source_key," + person
                        + " general_medical_practice_code, listed_from_date," + end;
            case HV ->
                "register.hv_caseload_history (record_key, sender, source_key," + person + " organisation_code," + end;
            case CHIS ->
                "register.chis_record_history (record_key, sender, source_key," + person
                        + " general_medical_practice_code, source_system_code, organisation_code, restricted," + end;
        };
    }

    private void row(Out out, InventedRecord r, int key) throws SQLException, IOException {
        List<Object> row = new ArrayList<>();
        row.add(key);
        if (r.feed() == Register.GP) {
            row.add(feed(r));
        }
        row.addAll(Arrays.asList("BENCH", "K" + key, r.nhsNumber(), r.asSent(), r.status(), r.family(), r.given()));
        row.addAll(Arrays.asList(r.birth(), r.sex(), r.home().line(), r.home().postcode()));
        switch (r.feed()) {
            case GP -> row.addAll(Arrays.asList(r.practice(), LISTED_FROM));
            case HV -> row.add(PROVIDER);
            case CHIS -> row.addAll(Arrays.asList(r.practice(), r.source(), "RYY", "f"));
        }
        row.addAll(Arrays.asList("00000000-0000-0000-0000-000000000000", 0, key, night));
        out.row(row.toArray());
    }

    /** Writes rows of one COPY. */
    private interface Rows {
        void to(Out out) throws SQLException, IOException;
    }

    private void copy(String target, Rows rows) throws SQLException {
        CopyIn in = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + target + " from stdin (format csv, null '')");
        try {
            Out out = new Out(in);
            rows.to(out);
            out.flush();
            in.endCopy();
        } catch (IOException e) {
            throw new SQLException(e);
        } finally {
            if (in.isActive()) {
                in.cancelCopy();
            }
        }
    }

    /** One CSV line at a time, sent in larger pieces. */
    private static final class Out {

        private final CopyIn in;
        private final StringBuilder buffer = new StringBuilder(BUFFER);

        Out(CopyIn in) {
            this.in = in;
        }

        void row(Object... values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                buffer.append(i == 0 ? "" : ",");
                if (values[i] instanceof String text) {
                    buffer.append('"').append(text.replace("\"", "\"\"")).append('"');
                } else if (values[i] != null) {
                    buffer.append(values[i]);
                }
            }
            buffer.append('\n');
            if (buffer.length() > BUFFER - 2_000) {
                flush();
            }
        }

        void flush() throws SQLException {
            byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
            in.writeToCopy(bytes, 0, bytes.length);
            buffer.setLength(0);
        }
    }
}

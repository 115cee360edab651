package muster.nightly;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import muster.engine.Clocks;
import muster.engine.RunLedger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * All that is held and derived for one child, in plain words, as known at a night. A restricted child's place is in no
 * output, this one included (SG-05).
 */
@Component
public class Explanation {

    private static final Map<String, String> AGENCIES =
            Map.of("GP", "GP practice", "HV", "Health visiting", "CHIS", "Child health register");

    private static final Map<String, String> STATES = Map.of(
            "OK", "is held as expected",
            "MISSING", "is held by nobody",
            "WRONG_ORGANISATION", "is held by another organisation than the one expected",
            "OVERLAP", "is held by more than one organisation",
            "GHOST", "is still held although the child is not expected any more",
            "UNKNOWN", "cannot be said: the evidence cannot be had",
            "NOT_EXPECTED", "is not expected");

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final RunLedger ledger;

    Explanation(JdbcClient database, TransactionTemplate transaction, RunLedger ledger) {
        this.database = database;
        this.transaction = transaction;
        this.ledger = ledger;
    }

    /**
     * Explains one child.
     *
     * @param nhsNumber ten digits; a replaced number leads to the child of the surviving one
     * @param asked the night whose knowledge is told; null for the last one
     * @return the text; where the number is not held it says so
     */
    public String of(String nhsNumber, LocalDate asked) {
        Optional<LocalDate> night = asked == null ? ledger.lastPublished() : Optional.of(asked);
        if (night.isEmpty()) {
            return "No night has been completed yet.\n";
        }
        return transaction.execute(status -> {
            Clocks.set(database, night.get(), night.get(), false);
            return childOf(nhsNumber)
                    .map(child -> text(child, night.get()))
                    .orElse("This number is not held as known on " + night.get() + ".\n");
        });
    }

    /**
     * Explains what became of one record of a register: by which rule it was compared, with what result, field by field.
     *
     * @param sourceSystem the register, as the export of links names it
     * @param sourceKey the register's own key of the record
     * @param asked the night whose knowledge is told; null for the last one
     */
    public String ofRecord(String sourceSystem, String sourceKey, LocalDate asked) {
        Optional<LocalDate> night = asked == null ? ledger.lastPublished() : Optional.of(asked);
        if (night.isEmpty()) {
            return "No night has been completed yet.\n";
        }
        return transaction.execute(status -> {
            Clocks.set(database, night.get(), night.get(), false);
            List<String> lines = new LinkExplanation(database).ofRecord(sourceSystem, sourceKey);
            StringBuilder text =
                    new StringBuilder("As known on ").append(night.get()).append('\n');
            section(text, "Record " + sourceKey + " of " + sourceSystem, lines);
            said(text, new AnswerExplanation(database).ofRecord(sourceSystem, sourceKey));
            return text.toString();
        });
    }

    private record Child(long key, boolean restricted, boolean replaced) {}

    private Optional<Child> childOf(String nhsNumber) {
        return database.sql("""
                        select child.child_key, child.restricted, number.nhs_number is not null as replaced
                        from (select cast(:number as text) as asked) as given
                        left join identity.number as number on number.nhs_number = given.asked
                        inner join cohort.child as child
                            on child.nhs_number = coalesce(number.surviving_nhs_number, given.asked)
                        """)
                .param("number", nhsNumber)
                .query((row, n) -> new Child(row.getLong(1), row.getBoolean(2), row.getBoolean(3)))
                .optional();
    }

    private String text(Child child, LocalDate night) {
        StringBuilder text = new StringBuilder();
        text.append("As known on ")
                .append(night)
                .append(", child ")
                .append(child.key())
                .append('\n');
        if (child.replaced()) {
            text.append("The number given was replaced on PDS; this is the child of the surviving number.\n");
        }
        if (child.restricted()) {
            text.append("Restricted record: where the child is stands in no output.\n");
        }
        section(text, "Who and where", standing(child));
        section(text, "Under whose care", custody(child));
        section(text, "What each source says", records(child));
        LinkExplanation links = new LinkExplanation(database);
        List<String> probable = links.ofChild(child.key());
        if (!probable.isEmpty()) {
            section(text, "Records without a good number", probable);
        }
        if (!child.restricted()) {
            said(text, new AnswerExplanation(database).ofChild(child.key()));
        }
        section(text, "What PDS has said", messages(child));
        section(text, "Cases", cases(child));
        section(text, "What was done, offered and found", new ToldEvents(database).of(child.key(), child.restricted()));
        PathwayExplanation pathway = new PathwayExplanation(database);
        section(text, "Pathway", pathway.items(child.key(), child.restricted()));
        section(text, "Offers", pathway.offers(child.key(), child.restricted()));
        section(text, "Doses", pathway.doses(child.key()));
        section(text, "Rules in force", rules());
        return text.toString();
    }

    private static void said(StringBuilder text, List<String> lines) {
        if (!lines.isEmpty()) {
            section(text, "What people have said", lines);
        }
    }

    private static void section(StringBuilder text, String heading, List<String> lines) {
        text.append('\n').append(heading).append('\n');
        if (lines.isEmpty()) {
            text.append("  nothing held\n");
        }
        lines.forEach(line -> text.append("  ").append(line).append('\n'));
    }

    private List<String> standing(Child child) {
        return database.sql("""
                        select 'Born ' || coalesce(person_birth_date::text, 'on a date not known') || ', '
                            || lower(life_state) || ', counted as ' || bucket
                            || ', known since ' || first_known_date as line
                        from cohort.child where child_key = :child
                        union all
                        select 'Practice on PDS: ' || coalesce(registered_practice, 'none') || '; lives in authority '
                            || coalesce(resident_la, 'not known') || ' (residence ' || lower(residence_kind)
                            || '); expected at health visiting ' || coalesce(expected_hv, 'nobody') || ', CHIS '
                            || coalesce(expected_chis, 'nobody')
                        from cohort.child where child_key = :child and not restricted
                        """).param("child", child.key()).query(String.class).list();
    }

    private List<String> custody(Child child) {
        return database.sql("""
                        select agency, state, since_date, since_known,
                            case when not :restricted then expected_organisation end as expected,
                            case when not :restricted then holder_organisation end as holder
                        from cohort.custody where child_key = :child order by agency collate "C" desc
                        """)
                .param("child", child.key())
                .param("restricted", child.restricted())
                .query((row, n) -> AGENCIES.get(row.getString("agency")) + ": the child "
                        + STATES.get(row.getString("state"))
                        + part(", expected ", row.getString("expected"))
                        + part(", held by ", row.getString("holder"))
                        + part(", since ", row.getString("since_date"))
                        + (row.getBoolean("since_known") ? "" : " (not earlier known)"))
                .list();
    }

    private static String part(String words, String value) {
        return value == null ? "" : words + value;
    }

    private List<String> records(Child child) {
        return database.sql("""
                        select record.feed, record.first_night, link.method, link.decision,
                            holding.is_open, holding.during::text as during,
                            case when not :restricted then holding.organisation_code end as organisation
                        from identity.link as link
                        inner join register.record as record on record.record_key = link.record_key
                        left join cohort.holding as holding on holding.record_key = link.record_key
                        where link.child_key = :child
                            and not exists (select from register.event as event where event.record_key = link.record_key)
                        order by record.feed, record.record_key
                        """)
                .param("child", child.key())
                .param("restricted", child.restricted())
                .query((row, n) -> row.getString("feed") + part(" of ", row.getString("organisation")) + ": "
                        + (row.getString("during") == null
                                ? "a record"
                                : (row.getBoolean("is_open") ? "open" : "ended") + " " + row.getString("during"))
                        + ", first met " + row.getString("first_night") + ", linked by " + row.getString("method"))
                .list();
    }

    private List<String> messages(Child child) {
        return database.sql("""
                        select message.known_date, message.kind
                        from register.pds_message as message
                        inner join identity.link as link on link.record_key = message.record_key
                        where link.child_key = :child and message.known_date <= engine.known_at()
                        order by message.known_date, message.asserted_at, message.file_id
                        """)
                .param("child", child.key())
                .query((row, n) -> row.getString(1) + "  "
                        + (row.getString(2).equals("EXTRACT") ? "a row of the PDS extract" : row.getString(2)))
                .list();
    }

    private List<String> cases(Child child) {
        return database.sql("""
                        select publish.case_reference(cases.case_number) as reference, cases.type_code, type.title,
                            cases.rule_version, cases.state, cases.raised_date, cases.action_by_date, cases.closed_date,
                            cases.closure_reason, cases.escalation_level,
                            case when :restricted then 'Contact the failsafe lead.'
                                else publish.worded(type.reason_sentence, cases.facts) end as reason
                        from exception.case_clock as cases
                        inner join definition.exception_type as type on type.type_code = cases.type_code
                        where cases.child_key = :child order by cases.case_number
                        """)
                .param("child", child.key())
                .param("restricted", child.restricted())
                .query((row, n) -> row.getString("reference") + " " + row.getString("type_code") + " "
                        + row.getString("title") + " (rule version " + row.getInt("rule_version") + "), "
                        + row.getString("state").toLowerCase(Locale.ROOT) + ", raised "
                        + row.getString("raised_date")
                        + (row.getString("closed_date") == null
                                ? ", act by " + row.getString("action_by_date") + ", level "
                                        + row.getInt("escalation_level")
                                : ", closed " + row.getString("closed_date") + " " + row.getString("closure_reason"))
                        + ". " + row.getString("reason"))
                .list();
    }

    private List<String> rules() {
        return database.sql("""
                        select path || ' version ' || coalesce(nullif(version, ''), '-') || ' ' || left(sha256, 12)
                        from definition.file where nights @> engine.known_at()
                            and (path like 'exceptions/%' or path like 'pathway/%' or path in ('settings.yaml', 'service.yaml'))
                        order by path collate "C"
                        """).query(String.class).list();
    }
}

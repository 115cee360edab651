package muster.nightly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import muster.definition.CodeList;
import muster.engine.Night;
import muster.feed.Reason;
import muster.linkage.Answers;
import muster.linkage.Answers.Answer;
import muster.linkage.Answers.Outcome;
import muster.linkage.Answers.Verdict;
import muster.nightly.ReturnedLists.RowOutcome;
import muster.publish.returned.ReturnedList;
import muster.publish.worklist.ReviewWorkbook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What people answered on a returned review list. Of each row only its key and the three columns for staff are believed;
 * the key says which pair of records was asked about, on which list and of whom.
 */
final class ReviewAnswers {

    private final JdbcClient database;
    private final Answers answers;
    private final Map<String, Choice> choices;

    /**
     * @param listed the drop-down: code list {@code review_answer}
     */
    ReviewAnswers(JdbcClient database, PlatformTransactionManager transactions, CodeList listed) {
        this.database = database;
        // An answer that is refused leaves the rest of its file standing.
        TransactionTemplate within = new TransactionTemplate(transactions);
        within.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.answers = new Answers(database, within);
        this.choices = listed.rows().stream()
                .collect(Collectors.toUnmodifiableMap(row -> (String) row.get("meaning"), Choice::of));
    }

    /** A word of the drop-down; without a verdict it decides nothing. */
    private record Choice(Verdict verdict, boolean reasonNeeded) {
        static Choice of(Map<String, Object> row) {
            String verdict = (String) row.get("verdict");
            return new Choice(
                    verdict == null ? null : Verdict.valueOf(verdict), Boolean.TRUE.equals(row.get("note_required")));
        }
    }

    /** A row that was sent out. */
    private record Sent(
            String rowKey, long recordKey, long otherRecordKey, LocalDate night, String team, String factsDigest) {}

    /**
     * What became of a returned list.
     *
     * @param team whose list it is: to whom most of its rows were sent; null where no row is known
     * @param outcomes one for each row of the file
     */
    record Returned(String team, List<RowOutcome> outcomes) {}

    /**
     * Takes the answers of one file, within the caller's transaction.
     *
     * @param origin kept with each answer, with the row's number
     * @param night the night that reads them and acts on them
     */
    Returned take(List<ReturnedList.Row> rows, String origin, Night night) {
        Map<String, Long> times =
                rows.stream().collect(Collectors.groupingBy(ReturnedList.Row::key, Collectors.counting()));
        Map<String, Sent> sent = sent(times.keySet().toArray(String[]::new));
        String team = team(rows, sent);
        List<RowOutcome> outcomes = new ArrayList<>();
        for (ReturnedList.Row row : rows) {
            Sent known = sent.get(row.key());
            if (row.untouched()) {
                outcomes.add(RowOutcome.unchanged(row.number()));
            } else if (known == null || !known.team().equals(team)) {
                outcomes.add(RowOutcome.refused(row.number(), Reason.UNKNOWN_KEY, null));
            } else if (times.get(row.key()) > 1) {
                outcomes.add(RowOutcome.refused(row.number(), Reason.DUPLICATE_KEY, null));
            } else {
                outcomes.add(answered(row, known, origin + ", row " + row.number(), night));
            }
        }
        return new Returned(team, outcomes);
    }

    private Map<String, Sent> sent(String[] keys) {
        Map<String, Sent> sent = new HashMap<>();
        database.sql("""
                        select row_key, record_key, other_record_key, business_date, recipient_code, facts_digest
                        from publish.review_key where row_key = any (:keys)
                        """)
                .param("keys", keys)
                .query((row, n) -> new Sent(
                        row.getString(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getObject(4, LocalDate.class),
                        row.getString(5),
                        row.getString(6)))
                .list()
                .forEach(each -> sent.put(each.rowKey(), each));
        return sent;
    }

    /** One inbox for all: the keys say whose list it is, and a row of another team's has no business in it. */
    private static String team(List<ReturnedList.Row> rows, Map<String, Sent> sent) {
        Map<String, Long> teams = rows.stream()
                .map(row -> sent.get(row.key()))
                .filter(each -> each != null)
                .collect(Collectors.groupingBy(Sent::team, TreeMap::new, Collectors.counting()));
        return teams.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private RowOutcome answered(ReturnedList.Row row, Sent sent, String origin, Night night) {
        String answer = row.answer(ReviewWorkbook.ANSWER);
        String by = row.answer(ReviewWorkbook.ANSWERED_BY);
        String reason = row.answer(ReviewWorkbook.REASON);
        Choice choice = choices.get(answer);
        if (answer.isEmpty() && reason.isEmpty()) {
            // Initials filled down a whole column answer nothing.
            return RowOutcome.unchanged(row.number());
        } else if (choice == null) {
            return RowOutcome.refused(row.number(), Reason.UNKNOWN_CODE, ReviewWorkbook.ANSWER);
        } else if (by.isEmpty()) {
            return RowOutcome.refused(row.number(), Reason.INITIALS_MISSING, ReviewWorkbook.ANSWERED_BY);
        } else if (by.length() > ReviewWorkbook.LONGEST_INITIALS) {
            return RowOutcome.refused(row.number(), Reason.FIELD_TOO_LONG, ReviewWorkbook.ANSWERED_BY);
        } else if (choice.reasonNeeded() && reason.isEmpty()) {
            return RowOutcome.refused(row.number(), Reason.NOTE_MISSING, ReviewWorkbook.REASON);
        } else if (reason.length() > ReviewWorkbook.LONGEST_NOTE) {
            return RowOutcome.refused(row.number(), Reason.FIELD_TOO_LONG, ReviewWorkbook.REASON);
        }
        LocalDate after = night.businessDate().minusDays(1);
        return choice.verdict() == null
                ? undecided(row, sent, by, reason, origin, after)
                : decided(
                        row,
                        sent,
                        new Answer(sent.recordKey(), sent.otherRecordKey(), choice.verdict(), by, reason, origin),
                        after);
    }

    private RowOutcome decided(ReturnedList.Row row, Sent sent, Answer answer, LocalDate after) {
        try {
            if (answers.isRepeated(answer)) {
                return RowOutcome.unchanged(row.number());
            } else if (saidOtherwiseSince(sent, answer)) {
                return RowOutcome.refused(row.number(), Reason.WORKED_ELSEWHERE, null);
            } else if (!stillAsked(sent)) {
                return RowOutcome.refused(row.number(), Reason.CLOSED_ALREADY, null);
            }
            return answers.say(answer, sent.night(), after) == Outcome.SAID_BEFORE
                    ? RowOutcome.unchanged(row.number())
                    : applied(row, sent);
        } catch (IllegalArgumentException nobodyHereMayDecide) {
            return RowOutcome.refused(row.number(), Reason.CLOSED_ALREADY, null);
        }
    }

    private static RowOutcome applied(ReturnedList.Row row, Sent sent) {
        return row.factsDigest().equals(sent.factsDigest())
                ? new RowOutcome(row.number(), RowOutcome.APPLIED, null, null)
                : new RowOutcome(row.number(), RowOutcome.WARNED, Reason.FACT_CHANGED, null);
    }

    /** Whether another person, knowing no more than this list, said something else of the pair. */
    private boolean saidOtherwiseSince(Sent sent, Answer answer) {
        return database.sql("""
                        select exists (
                            select from identity.answer as said
                            where said.record_key = :record and said.other_record_key = :other
                                and said.after_night >= :night and said.verdict <> :verdict
                                and lower(said.said_by) <> lower(:by))
                        """)
                .param("record", sent.recordKey())
                .param("other", sent.otherRecordKey())
                .param("night", sent.night())
                .param("verdict", answer.verdict().name())
                .param("by", answer.by())
                .query(Boolean.class)
                .single();
    }

    /** Whether the last list that was made asks about the pair. */
    private boolean stillAsked(Sent sent) {
        return database.sql("""
                        select exists (
                            select from publish.review_row_history as asked
                            where asked.record_key = :record and asked.other_record_key = :other
                                and upper_inf(asked.nights))
                        """)
                .param("record", sent.recordKey())
                .param("other", sent.otherRecordKey())
                .query(Boolean.class)
                .single();
    }

    /** Whoever could not tell is shown to the next reader; said again, it is noted once. */
    private RowOutcome undecided(
            ReturnedList.Row row, Sent sent, String by, String reason, String origin, LocalDate after) {
        if (!stillAsked(sent)) {
            return RowOutcome.refused(row.number(), Reason.CLOSED_ALREADY, null);
        }
        int noted = database.sql("""
                        insert into identity.undecided (
                            record_key, other_record_key, said_by, reason, origin, after_night)
                        select :record, :other, :by, :reason, :origin, :after
                        where not exists (
                            select from identity.undecided as held
                            where held.record_key = :record and held.other_record_key = :other
                                and lower(held.said_by) = lower(:by)
                                and (held.reason = :reason or held.after_night = :after))
                        """)
                .param("record", sent.recordKey())
                .param("other", sent.otherRecordKey())
                .param("by", by)
                .param("reason", reason)
                .param("origin", origin)
                .param("after", after)
                .update();
        return noted == 0 ? RowOutcome.unchanged(row.number()) : applied(row, sent);
    }
}

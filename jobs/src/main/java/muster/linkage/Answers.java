package muster.linkage;

import java.time.LocalDate;
import java.util.Optional;
import muster.engine.Clocks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps what people say about whose record a record is. Nothing is changed by an answer itself: the next night reads it,
 * links accordingly and restates what follows; taking it back restores what was ({@code docs/adr/0018}, RP-18, SG-36).
 *
 * <p>Two children of PDS are never merged here: PDS alone says that one number replaces another (SG-06). Nor is anything
 * said about a number that PDS withdrew without a survivor.
 */
public final class Answers {

    /** What was said of a pair of records. */
    public enum Verdict {
        /** Both are of one child. */
        SAME,
        /** They are of two children; not asked again until either record changes. */
        DIFFERENT,
        /** What was said before no longer holds. */
        WITHDRAWN
    }

    /** What became of an answer. */
    public enum Outcome {
        /** The next night acts on it. */
        IN_FORCE,
        /** Another person must say the same first. */
        AWAITS_ANOTHER_PERSON,
        /** The same person had said the same before, and nobody otherwise since; nothing was noted. */
        SAID_BEFORE
    }

    /**
     * One answer.
     *
     * @param recordKey the record asked about
     * @param otherRecordKey the record by which the other child is known: {@code identity.child.origin_record_key}
     * @param by initials or name of who says so
     * @param reason why
     * @param origin COMMAND, or the returned file and row
     */
    public record Answer(
            long recordKey, long otherRecordKey, Verdict verdict, String by, String reason, String origin) {}

    /** Answers of one pair and verdict that nobody has said otherwise since. */
    private static final String STANDING = """
            from identity.answer as said
            where said.record_key = :record and said.other_record_key = :other and said.verdict = :verdict
                and said.answer_no > coalesce((
                    select max(otherwise.answer_no) from identity.answer as otherwise
                    where otherwise.record_key = :record and otherwise.other_record_key = :other
                        and otherwise.verdict <> :verdict
                ), 0)
            """;

    private record Side(boolean person, boolean chis, boolean sensitive) {}

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    /** Makes the keeper over the pool's client. */
    public Answers(JdbcClient database, TransactionTemplate transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /**
     * Notes one answer, given now by somebody who sees what the last night knew.
     *
     * @throws IllegalArgumentException when name or reason is missing, a record is not held, the pair is one that nobody
     *     here may decide, or nothing stands that could be taken back; the text says which, without naming a person
     */
    public Outcome say(Answer answer) {
        return transaction.execute(status -> {
            LocalDate night = lastNight();
            return say(answer, night, night);
        });
    }

    /**
     * Notes one answer.
     *
     * @param seen the night whose knowledge was before whoever answers: a record that has changed since may be asked about
     *     again
     * @param after the answer counts from the first night after this one
     * @throws IllegalArgumentException as {@link #say(Answer)}
     */
    public Outcome say(Answer answer, LocalDate seen, LocalDate after) {
        requireNamed(answer);
        return transaction.execute(status -> {
            database.sql("lock table identity.answer in exclusive mode").update();
            Answer directed = directedNow(answer);
            if (saidBefore(directed)) {
                return Outcome.SAID_BEFORE;
            }
            if (directed.verdict() == Verdict.WITHDRAWN && !stands(directed)) {
                throw new IllegalArgumentException("nothing that was said about these two stands");
            }
            Clocks.set(database, seen, seen, false);
            note(directed, after);
            return inForce(directed) ? Outcome.IN_FORCE : Outcome.AWAITS_ANOTHER_PERSON;
        });
    }

    /** Whether the same person said the same last, and nobody otherwise since: {@link #say} would note nothing. */
    public boolean isRepeated(Answer answer) {
        requireNamed(answer);
        return transaction.execute(status -> saidBefore(directedNow(answer)));
    }

    /** By what is known now: a number withdrawn since somebody saw the pair is for the named lead. */
    private Answer directedNow(Answer answer) {
        LocalDate night = lastNight();
        Clocks.set(database, night, night, false);
        return directed(answer);
    }

    private static void requireNamed(Answer answer) {
        if (answer.by() == null
                || answer.by().isBlank()
                || answer.reason() == null
                || answer.reason().isBlank()) {
            throw new IllegalArgumentException("an answer needs who says so and why");
        }
    }

    private LocalDate lastNight() {
        return database.sql("select business_date from engine.run order by business_date desc limit 1")
                .query(LocalDate.class)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("no night has been completed yet"));
    }

    /** The record that is put to the other's child: never a person's of PDS, of two CHIS records the later one. */
    private Answer directed(Answer answer) {
        Side one = side(answer.recordKey());
        Side other = side(answer.otherRecordKey());
        if (one.sensitive() || other.sensitive()) {
            throw new IllegalArgumentException("this pair is for the named lead alone");
        }
        if (one.person() && other.person()) {
            throw new IllegalArgumentException("two numbers of PDS are merged by PDS alone");
        }
        if (!other.person() && !other.chis() && !one.person() && !one.chis()) {
            throw new IllegalArgumentException("neither record makes a child: name the child's own record");
        }
        // The record whose child stays stands second.
        boolean turned = one.person()
                || one.chis() && other.chis() && answer.recordKey() < answer.otherRecordKey()
                || one.chis() && !other.person() && !other.chis();
        return new Answer(
                turned ? answer.otherRecordKey() : answer.recordKey(),
                turned ? answer.recordKey() : answer.otherRecordKey(),
                answer.verdict(),
                answer.by().strip(),
                answer.reason().strip(),
                answer.origin());
    }

    private Side side(long recordKey) {
        Optional<Side> side = database.sql("""
                        select
                            record.feed = 'pds' as person,
                            record.feed = 'chis-register' as chis,
                            exists (
                                select
                                from register.person as person
                                where person.invalid and person.superseded_by_nhs_number is null
                                    and (
                                        person.record_key = record.record_key
                                        or person.child_key in (
                                            select link.child_key from identity.link_history as link
                                            where link.record_key = record.record_key
                                        )
                                    )
                            ) as sensitive
                        from register.record as record
                        where record.record_key = :key
                        """)
                .param("key", recordKey)
                .query((row, n) -> new Side(row.getBoolean(1), row.getBoolean(2), row.getBoolean(3)))
                .optional();
        return side.orElseThrow(() -> new IllegalArgumentException("a record of that key is not held"));
    }

    /** Whether the same person said so last, so that a file read twice notes nothing twice. */
    private boolean saidBefore(Answer answer) {
        return standing("coalesce(bool_or(lower(said.said_by) = lower(:by)), false)", answer)
                .param("by", answer.by())
                .query(Boolean.class)
                .single();
    }

    private JdbcClient.StatementSpec standing(String what, Answer answer) {
        return database.sql("select " + what + "\n" + STANDING)
                .param("record", answer.recordKey())
                .param("other", answer.otherRecordKey())
                .param("verdict", answer.verdict().name());
    }

    private boolean stands(Answer answer) {
        return database.sql("""
                        select coalesce((
                            select said.verdict <> 'WITHDRAWN' from identity.answer as said
                            where said.record_key = :record and said.other_record_key = :other
                            order by said.answer_no desc limit 1
                        ), false)
                        """)
                .param("record", answer.recordKey())
                .param("other", answer.otherRecordKey())
                .query(Boolean.class)
                .single();
    }

    private void note(Answer answer, LocalDate after) {
        database.sql("""
                        insert into identity.answer (
                            answer_no, record_key, other_record_key, verdict, said_by, reason, origin, persons_needed,
                            compared, after_night)
                        select
                            (select coalesce(max(held.answer_no), 0) + 1 from identity.answer as held),
                            :record, :other, :verdict, :by, :reason, :origin,
                            (
                                select setting.value from definition.setting as setting
                                where setting.name = case
                                    when (select record.feed from register.record as record
                                        where record.record_key = :record) = 'chis-register'
                                        then 'persons_to_merge' else 'persons_to_link' end
                            ),
                            coalesce((select own.digest from identity.likeness as own where own.record_key = :record), '')
                            || ' '
                            || coalesce((select theirs.digest from identity.likeness as theirs
                                where theirs.record_key = :other), ''),
                            :after
                        """)
                .param("record", answer.recordKey())
                .param("other", answer.otherRecordKey())
                .param("verdict", answer.verdict().name())
                .param("by", answer.by())
                .param("reason", answer.reason())
                .param("origin", answer.origin())
                .param("after", after)
                .update();
    }

    private boolean inForce(Answer answer) {
        return answer.verdict() != Verdict.SAME
                || standing("count(distinct lower(said.said_by)) >= max(said.persons_needed)", answer)
                        .query(Boolean.class)
                        .single();
    }
}

package muster.nightly;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What people have said about whose record a record is: who, when, by which way, and why. Of a pair with a restricted child
 * on either side nothing is told, nor of one whose number was withdrawn (SG-05, SG-06).
 */
final class AnswerExplanation {

    private static final String SAID = """
            select record.feed, record.source_key, other_record.feed as other_feed, said.said_by, said.reason, said.origin,
                said.after_night,
                coalesce(listed.meaning, case said.verdict when 'WITHDRAWN' then 'What was said before no longer holds' end)
                    as what
            from (
                select record_key, other_record_key, said_by, reason, origin, after_night, verdict, answer_no
                from identity.answer
                union all
                select record_key, other_record_key, said_by, reason, origin, after_night, null, 0
                from identity.undecided
            ) as said
            inner join register.record as record on record.record_key = said.record_key
            inner join register.record as other_record on other_record.record_key = said.other_record_key
            left join definition.review_answer as listed on listed.verdict is not distinct from said.verdict
            where said.after_night < engine.business_date()
                and not exists (
                    select
                    from identity.link as link
                    inner join cohort.child as child on child.child_key = link.child_key
                    where link.record_key in (said.record_key, said.other_record_key)
                        and (child.restricted or child.bucket = 'INVALIDATED')
                )
                and %s
            order by said.after_night, said.answer_no, said.said_by
            """;

    private final JdbcClient database;

    AnswerExplanation(JdbcClient database) {
        this.database = database;
    }

    /** What was said of the records that are this child's, or are not. */
    List<String> ofChild(long child) {
        return told("""
                exists (
                    select from identity.link as own
                    where own.child_key = :child and own.record_key in (said.record_key, said.other_record_key)
                )
                """, Map.of("child", child));
    }

    /** What was said of one record. */
    List<String> ofRecord(String sourceSystem, String sourceKey) {
        return told("""
                (
                    record.source_system = :system and record.source_key = :key
                    or other_record.source_system = :system and other_record.source_key = :key
                )
                """, Map.of("system", sourceSystem, "key", sourceKey));
    }

    private List<String> told(String which, Map<String, Object> parameters) {
        return database.sql(SAID.formatted(which))
                .params(parameters)
                .query((row, n) -> row.getString("what") + ": " + row.getString("feed") + " record "
                        + row.getString("source_key") + " and a " + row.getString("other_feed") + " record; said by "
                        + row.getString("said_by") + " after the night of " + row.getString("after_night") + " ("
                        + (row.getString("origin").equals("COMMAND") ? "command" : row.getString("origin")) + ")"
                        + (row.getString("reason").isEmpty() ? "" : ": " + row.getString("reason")))
                .list();
    }
}

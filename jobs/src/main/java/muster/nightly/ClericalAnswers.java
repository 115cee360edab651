package muster.nightly;

import java.util.List;
import muster.linkage.Answers;
import muster.linkage.Answers.Answer;
import muster.linkage.Answers.Outcome;
import muster.linkage.Answers.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What an operator says on the command line about whose record a record is, by child or by a register's own key. */
@Component
public class ClericalAnswers {

    private static final String ORIGIN = "COMMAND";

    private final JdbcClient database;
    private final Answers answers;

    ClericalAnswers(JdbcClient database, TransactionTemplate transaction) {
        this.database = database;
        this.answers = new Answers(database, transaction);
    }

    /**
     * Notes that the record is, is not, or is no longer said to be of a child.
     *
     * @param recordKey the record asked about, from {@link #recordOfChild} or {@link #recordOf}
     * @param child the child it is compared with, as exports name it
     * @throws IllegalArgumentException as {@link Answers#say}, and where the child is not held
     */
    public Outcome say(long recordKey, long child, Verdict verdict, String by, String reason) {
        return answers.say(new Answer(recordKey, recordOfChild(child), verdict, by, reason, ORIGIN));
    }

    /** The record by which a child is known. */
    public long recordOfChild(long child) {
        return database.sql("select origin_record_key from identity.child where child_key = :child")
                .param("child", child)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("child " + child + " is not held"));
    }

    /** A register's record by the key the register gives it, as the export of links names both. */
    public long recordOf(String sourceSystem, String sourceKey) {
        List<Long> records = database.sql("""
                        select record_key from register.record
                        where source_system = :system and source_key = :key and feed <> 'pds'
                        """)
                .param("system", sourceSystem)
                .param("key", sourceKey)
                .query(Long.class)
                .list();
        if (records.size() != 1) {
            throw new IllegalArgumentException(
                    records.isEmpty()
                            ? "that register holds no record of this key"
                            : "several organisations use this key: name the child instead");
        }
        return records.get(0);
    }
}

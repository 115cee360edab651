package muster.measure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import muster.engine.Clocks;
import muster.engine.Difference;
import muster.engine.ModelStep;
import muster.engine.Models;
import muster.engine.Night;
import muster.engine.RunLedger;
import muster.engine.SqlModel;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Invented children and doses in the cohort and the register, and nights that count them, in one transaction. */
final class MeasureNights {

    private static final List<String> STEPS = List.of(
            "pathway.scoped_event",
            "pathway.dose",
            "measure.period",
            "measure.due",
            "measure.completion",
            "measure.fine",
            "measure.newborn",
            "measure.newborn_move",
            "measure.screening",
            "measure.screening_count",
            "measure.result");
    private static final String KNOWN_EARLIER = "2026-01-01";

    private final JdbcClient database;
    private final Models models = Models.load();
    private long records;

    MeasureNights(JdbcClient database) {
        this.database = database;
    }

    /** A child registered with that practice and living in that authority; either may be null. */
    record Child(int key, String born, String practice, String residence, String bucket, boolean restricted) {

        static Child of(int key, String born, String practice, String residence) {
            return new Child(key, born, practice, residence, "IN_AREA", false);
        }

        Child in(String newBucket) {
            return new Child(key, born, practice, residence, newBucket, restricted);
        }

        Child withheld() {
            return new Child(key, born, practice, residence, bucket, true);
        }
    }

    /** The area served is the authority A alone: practice GPA stands in it, practice GPB in authority B. */
    void add(Child child) {
        String practiceArea = child.practice() == null ? null : child.practice().substring(2);
        String countedArea = practiceArea == null ? child.residence() : practiceArea;
        database.sql("""
                        insert into cohort.child_history (child_key, person_record_key, person_birth_date, life_state,
                            restricted, bucket, residence_kind, resident_la, resident_sub_icb, resident_icb,
                            registered_practice, practice_la, practice_sub_icb, practice_icb, responsible_la, counted_la,
                            counted_sub_icb, counted_icb, served_by_residence, served_by_practice, first_known_date, nights)
                        values (:key, :key, :born::date, case when :bucket = 'DECEASED' then 'DECEASED' else 'ALIVE' end,
                            :restricted, :bucket, case when :restricted then 'WITHHELD' else 'KNOWN' end,
                            :home, 'S' || :home, 'I' || :home,
                            :practice, :surgery, 'S' || :surgery, 'I' || :surgery,
                            case when not :restricted then :counted end, :counted,
                            'S' || :surgeryInside, 'I' || :surgeryInside,
                            :livesInA, :registeredInA, :known::date, daterange(:known::date, null))
                        """)
                .param("key", child.key())
                .param("born", child.born())
                .param("bucket", child.bucket())
                .param("restricted", child.restricted())
                .param("home", child.restricted() ? null : child.residence(), java.sql.Types.VARCHAR)
                .param("practice", child.restricted() ? null : child.practice(), java.sql.Types.VARCHAR)
                .param("surgery", child.restricted() ? null : practiceArea, java.sql.Types.VARCHAR)
                .param("surgeryInside", practiceArea, java.sql.Types.VARCHAR)
                .param("counted", countedArea, java.sql.Types.VARCHAR)
                .param("livesInA", "A".equals(child.residence()))
                .param("registeredInA", "A".equals(practiceArea))
                .param("known", KNOWN_EARLIER)
                .update();
    }

    /** The state of one agency's care, from that night on. */
    void custody(int child, String agency, String state, LocalDate from) {
        database.sql("""
                        update cohort.custody_history set nights = daterange(lower(nights), :from)
                        where child_key = :child and agency = :agency and upper_inf(nights)
                        """)
                .param("child", child)
                .param("agency", agency)
                .param("from", from)
                .update();
        database.sql("""
                        insert into cohort.custody_history (child_key, agency, state, since_known, nights)
                        values (:child, :agency, :state, true, daterange(:from, null))
                        """)
                .param("child", child)
                .param("agency", agency)
                .param("state", state)
                .param("from", from)
                .update();
    }

    /** Completed doses of one programme. */
    void doses(int child, String programme, String... dates) {
        for (String date : dates) {
            records++;
            database.sql("""
                            insert into register.event_history (record_key, element, child_key, kind, programme, event_date,
                                event_date_precision, outcome_code, withdrawn, row_hash, file_id, line_no, nights)
                            values (:record, '', :child, 'VACC', :programme, :date::date, 'D', 'COMPLETED', false,
                                md5('')::uuid, 0, 0, daterange(:known::date, null))
                            """)
                    .param("record", records)
                    .param("child", child)
                    .param("programme", programme)
                    .param("date", date)
                    .param("known", KNOWN_EARLIER)
                    .update();
        }
    }

    /** Runs the steps of one night and leaves the clocks at it; gives how many row versions it opened and closed. */
    long night(LocalDate date) {
        RunLedger ledger = new RunLedger(database);
        Night night = new Night(date, false, false);
        ledger.begin(night, "test", "test");
        ModelStep step = new ModelStep(database, ledger);
        database.sql("truncate engine.child_in_scope").update();
        database.sql("insert into engine.child_in_scope select distinct child_key from register.event_history"
                        + " where child_key is not null")
                .update();
        long changed = 0;
        for (String name : STEPS) {
            SqlModel model = models.of(name);
            Difference difference = step.run(model, night);
            if (model.kind() != SqlModel.Kind.SCRATCH) {
                changed += difference.opened() + difference.closed();
            }
        }
        return changed;
    }

    /** Reads what was known at a night. */
    void readAsKnownAt(LocalDate date) {
        Clocks.set(database, date, date, false);
    }

    /** The rows of one area and period start as measure to "numerator/denominator"; totals only. */
    Map<String, String> figures(String attribution, String areaType, String areaCode, String type, String start) {
        Map<String, String> figures = new java.util.TreeMap<>();
        database.sql("""
                        select result.measure_id, result.numerator || '/' || result.denominator
                        from measure.result as result
                        where result.attribution = :attribution and result.area_type = :type and result.area_code = :code
                            and result.period_type = :period and result.period_start = :start::date
                            and result.breakdown = ''
                        """)
                .param("attribution", attribution)
                .param("type", areaType)
                .param("code", areaCode)
                .param("period", type)
                .param("start", start)
                .query(row -> {
                    figures.put(row.getString(1), row.getString(2));
                });
        return figures;
    }
}

package muster.nightly;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The pathway of one child in sentences: each item's state, the rule and version it follows from, its days and its
 * evidence; each offer with its number (pathway 5.6); and each dose, with whose word it is and its number in a course or why it
 * does not count (pathway 5.4 and 6).
 */
final class PathwayExplanation {

    private static final Map<String, String> STATES = Map.of(
            "BLOCKED", "waits for what must come before it",
            "DUE", "is due",
            "OVERDUE_AMBER", "is overdue",
            "OVERDUE_RED", "is long overdue",
            "DEFERRED", "is put off",
            "COMPLETED", "is done",
            "DECLINED", "was declined",
            "CLOSED", "is closed",
            "AGED_OUT", "cannot be done any more: the child is past the age for it",
            "SCHEDULE_NOT_HELD", "belongs to a schedule before those held here");

    private static final Map<String, String> FAULTS = Map.of(
            "UNDER_AGE", "does not count: too young",
            "OVER_AGE", "does not count: too old",
            "UNDER_INTERVAL", "does not count: too soon after the dose before",
            "INTERVAL_SHORT", "counts, although a few days too soon",
            "NOT_OF_COURSE", "does not count, but the next dose waits for its interval");

    private final JdbcClient database;

    PathwayExplanation(JdbcClient database) {
        this.database = database;
    }

    /**
     * The items that are due, done or of a schedule not held, in the order of the pathway.
     *
     * @param child the child
     * @param restricted whether who owes an item and the child's school stay unsaid, since they tell where the child is
     */
    List<String> items(long child, boolean restricted) {
        return database.sql("""
                        select item.item_code, item.title, state.state, state.rule_id, state.rule_version, state.due_date,
                            state.target_date, state.latest_date, state.offered_date, state.completed_date, state.outcome,
                            state.outcome_code, state.deferred_until, state.waits_until, state.counted_doses,
                            grade.meaning as grade, grade.dose_meaning as dose_grade, evidence.feed, rule.source,
                            rule.confidence, rule.course, open_item.owner_role, taught.year_group, taught.school_year,
                            taught.listed_on, case when not :restricted then taught.school_urn end as school_urn,
                            case when not :restricted then open_item.owner_organisation end as owner_organisation
                        from pathway.item_state as state
                        inner join definition.pathway_item as item on item.item_code = state.item_code
                        inner join definition.pathway_rule as rule on rule.rule_id = state.rule_id
                        -- What goes by the school year, for a child taught out of its own.
                        left join pathway.schooling as taught
                            on taught.child_key = state.child_key
                            and (
                                item.by_school_year
                                or exists (
                                    select from definition.pathway_limit as day
                                    where day.rule_id = state.rule_id and day.anchor = 'SCHOOL_YEAR'
                                )
                            )
                        left join pathway.open_item as open_item
                            on open_item.child_key = state.child_key and open_item.item_code = state.item_code
                        -- A slot is filled by a dose of its course; any other fact names its record.
                        left join lateral (
                            select min(dose.record_key) as record_key
                            from pathway.course_dose as dose
                            where dose.child_key = state.child_key and dose.course = rule.course
                                and dose.dose_date = state.completed_date and dose.dose_no is not null
                        ) as filled on true
                        left join lateral (
                            select evidence.feed, evidence.grade
                            from pathway.evidence as evidence
                            where evidence.record_key = coalesce(state.record_key, filled.record_key)
                            order by evidence.element
                            limit 1
                        ) as evidence on true
                        left join definition.evidence_grade as grade on grade.code = evidence.grade
                        where state.child_key = :child
                        order by item.position
                        """)
                .param("child", child)
                .param("restricted", restricted)
                .query((row, n) -> item(row))
                .list();
    }

    private static String item(ResultSet row) throws SQLException {
        StringBuilder text = new StringBuilder(row.getString("title"))
                .append(" (")
                .append(row.getString("item_code"))
                .append(") ")
                .append(STATES.get(row.getString("state")));
        String done = row.getString("completed_date");
        text.append(done == null ? "" : ", on " + done);
        add(text, " until ", "DEFERRED".equals(row.getString("state")) ? row.getString("deferred_until") : null);
        add(text, ": ", done == null ? row.getString("outcome") : null);
        add(text, ", said as ", row.getString("outcome_code"));
        text.append('.');
        add(text, " Due ", row.getString("due_date"));
        add(text, ", to be done by ", row.getString("target_date"));
        add(text, ", not after ", row.getString("latest_date"));
        text.append(row.getString("due_date") == null ? "" : ".");
        taught(text, row);
        blocked(text, row);
        add(text, " First offered ", sentence(row.getString("offered_date")));
        String owner = row.getString("owner_organisation");
        add(text, " Owed by ", sentence(row.getString("owner_role"), owner == null ? "" : " " + owner));
        text.append(" Rule ")
                .append(row.getString("rule_id"))
                .append(" version ")
                .append(row.getInt("rule_version"))
                .append(" [")
                .append(row.getString("confidence"))
                .append("]: ")
                .append(row.getString("source"))
                .append('.');
        String grade = row.getString(row.getString("course") == null ? "grade" : "dose_grade");
        add(text, " Evidence from ", sentence(row.getString("feed"), ", " + grade));
        return text.toString();
    }

    private static String sentence(String value, String... more) {
        return value == null ? null : value + String.join("", more) + ".";
    }

    /** The list that has the child in another year group than its birth date. */
    private static void taught(StringBuilder text, ResultSet row) throws SQLException {
        String listed = row.getString("listed_on");
        if (listed != null) {
            int group = row.getInt("year_group");
            int year = row.getInt("school_year");
            String school = row.getString("school_urn");
            text.append(" Taught with ")
                    .append(group == 0 ? "Reception" : "Year " + group)
                    .append(" in the school year from ")
                    .append(year)
                    .append(" by the list ")
                    .append(school == null ? "" : "of school " + school + " ")
                    .append("of ")
                    .append(listed)
                    .append('.');
        }
    }

    private static void blocked(StringBuilder text, ResultSet row) throws SQLException {
        if ("BLOCKED".equals(row.getString("state"))) {
            add(text, " Doses that count so far: ", String.valueOf(row.getInt("counted_doses")));
            add(text, "; the interval since the last dose runs until ", row.getString("waits_until"));
            text.append('.');
        }
    }

    private static void add(StringBuilder text, String before, String value) {
        if (value != null) {
            text.append(before).append(value);
        }
    }

    /** Each dose in the courses in which it counts; one that counts in none, with why. */
    List<String> doses(long child) {
        return database.sql("""
                        select dose.dose_date, programme.meaning as vaccine, course.meaning as course, dose.dose_no,
                            dose.fault, dose.days_since, grade.dose_meaning as grade
                        from pathway.course_dose as dose
                        inner join definition.programme as programme on programme.code = dose.programme
                        inner join definition.course as course on course.course = dose.course
                        left join pathway.evidence as evidence on evidence.record_key = dose.record_key
                        left join definition.evidence_grade as grade on grade.code = evidence.grade
                        -- Why a dose does not count in one course is of no matter where it counts in another.
                        where dose.child_key = :child
                            and (
                                dose.dose_no is not null
                                or not exists (
                                    select from pathway.course_dose as other
                                    where other.child_key = dose.child_key and other.dose_date = dose.dose_date
                                        and other.programme = dose.programme and other.dose_no is not null
                                )
                            )
                        order by dose.dose_date, dose.programme, dose.course
                        """)
                .param("child", child)
                .query((row, n) -> dose(row))
                .list();
    }

    private static String dose(ResultSet row) throws SQLException {
        String fault = row.getString("fault");
        String number = row.getString("dose_no");
        String grade = row.getString("grade");
        return row.getString("dose_date") + " " + row.getString("vaccine")
                + (grade == null ? "" : " (" + grade + ")")
                + ", " + row.getString("course") + ": "
                + (number == null ? "" : "dose " + number + (fault == null ? "" : ", "))
                + (fault == null ? "" : FAULTS.get(fault))
                + (row.getString("days_since") == null
                        ? ""
                        : " (" + row.getString("days_since") + " days after the one before)");
    }

    /**
     * Each offer with its number, in the order of the pathway.
     *
     * @param child the child
     * @param restricted whether who made an offer stays unsaid, since it tells where the child is
     */
    List<String> offers(long child, boolean restricted) {
        return database.sql("""
                        select item.title || ' (' || offer.item_code || '): offer ' || offer.offer_no || ' on '
                            || offer.offered_date
                            || coalesce(', to be held: ' || lower(mechanism.meaning), '')
                            || case when :restricted then ''
                                else coalesce(', by ' || offer.sender_organisation, '') end
                            || '.'
                        from pathway.offer as offer
                        inner join definition.pathway_item as item on item.item_code = offer.item_code
                        left join definition.consultation_mechanism as mechanism on mechanism.code = offer.channel
                        where offer.child_key = :child
                        order by item.position, offer.offer_no
                        """)
                .param("child", child)
                .param("restricted", restricted)
                .query(String.class)
                .list();
    }
}

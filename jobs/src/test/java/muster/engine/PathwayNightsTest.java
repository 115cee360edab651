package muster.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Evaluating only the children who can have changed gives what evaluating everyone gives, row for row: ninety nights of
 * invented children whose facts come, change and go, with a change of the schedule in the middle.
 */
class PathwayNightsTest {

    private static final int NIGHTS = 90;
    private static final int SCHEDULE_CHANGES_ON = 45;
    private static final int CALENDAR_EVERY = 20;
    private static final int CHILDREN = 120;
    private static final int EVENTS_A_NIGHT = 12;
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 20);
    private static final List<String> PROGRAMMES =
            List.of("HEXA", "MENB", "PCV", "ROTA", "MMR", "MMRV", "HIBMENC", "DTAPIPV", "HPV", "BCG");
    private static final List<String> REVIEWS = List.of("08", "09", "10", "11");
    private static final List<String> SPOTS = List.of("01", "0303", "04", "08", "02", "0906");
    private static final List<String> CONDITIONS =
            List.of("PKU", "SCD", "CF", "CHT", "MCADD", "HCU", "MSUD", "GA1", "IVA", "HT1", "SCID");

    private final Models models = Models.load();
    private final TestDatabase database = TestDatabase.shared();
    private final List<SqlModel> pathway =
            Lineage.of(models, database.client(), database.transaction()).inOrder(models.stage("40_pathway")).stream()
                    .filter(model -> !model.isView())
                    .toList();
    private final Random random = new Random(20261122);
    private long records;

    @Test
    void whatIsEvaluatedForSomeIsWhatIsEvaluatedForAll() {
        database.undone(client -> {
            for (int night = 0; night < NIGHTS; night++) {
                LocalDate date = FIRST.plusDays(night);
                client.sql("update engine.run set code_version = '1'").update();
                begin(client, date, night < SCHEDULE_CHANGES_ON ? "before" : "after");
                if (night == SCHEDULE_CHANGES_ON) {
                    changeSchedule(client);
                }
                happen(client, date, night == 0);
                scope(client, date);
                pathway.forEach(model -> new TableWriter(client).write(model));
                long some = count(client, "engine.child_in_scope");
                if (night > 0 && night != SCHEDULE_CHANGES_ON) {
                    assertThat(some).as("children evaluated on " + date).isBetween(1L, CHILDREN / 2L);
                }
                boolean calendar = night > 0 && (night % CALENDAR_EVERY == 0 || night == SCHEDULE_CHANGES_ON);
                everyone(client, date, calendar);
                pathway.forEach(model -> compare(client, model, date, calendar));
            }
            assertThat(count(client, "pathway.schooling_history")).isGreaterThan(count(client, "pathway.schooling"));
            assertThat(count(client, "pathway.open_item_history")).isGreaterThan(count(client, "pathway.open_item"));
        });
    }

    private static void begin(JdbcClient client, LocalDate date, String definitions) {
        Clocks.set(client, new Night(date, false, false));
        client.sql("insert into engine.run (business_date, baseline, full_evaluation, state, code_version,"
                        + " definitions_hash, first_night) values (:date, false, false, 'RUNNING', '1', :hash, :first)")
                .param("date", date)
                .param("hash", definitions)
                .param("first", FIRST)
                .update();
    }

    /** The second MMR falls due earlier, and the new birth visit is overdue later. */
    private static void changeSchedule(JdbcClient client) {
        client.sql("update definition.pathway_limit set amount = amount - 3 where rule_id in ('MMR-2', 'MMRV-PSB')")
                .update();
        client.sql("update definition.pathway_limit set amount = amount + 2 where rule_id = 'HV-NBV'"
                        + " and limit_name = 'AMBER'")
                .update();
        client.sql("update definition.pathway_rule set rule_version = rule_version + 1"
                        + " where rule_id in ('MMR-2', 'MMRV-PSB', 'HV-NBV')")
                .update();
    }

    private void happen(JdbcClient client, LocalDate date, boolean first) {
        if (first) {
            for (int child = 1; child <= CHILDREN; child++) {
                birth(client, child, date, date.minusDays(random.nextInt(child % 3 == 0 ? 5800 : 1500)));
            }
            for (int i = 0; i < CHILDREN * 6; i++) {
                event(client, date, 1 + random.nextInt(CHILDREN));
            }
        }
        for (int i = 0; i < EVENTS_A_NIGHT; i++) {
            event(client, date, 1 + random.nextInt(CHILDREN));
        }
        takeBack(client, date);
        list(client, date, 1 + random.nextInt(CHILDREN));
        move(client, date, 1 + random.nextInt(CHILDREN));
    }

    private void birth(JdbcClient client, long child, LocalDate night, LocalDate born) {
        client.sql("""
                        insert into cohort.child_history (child_key, person_birth_date, person_stated_gender_code,
                            gestation_weeks, life_state, restricted, bucket, residence_kind, served_by_residence,
                            served_by_practice, expected_hv, expected_chis, registered_practice, address_start_date,
                            first_known_date, nights)
                        values (:child, :born, :sex, :weeks, 'ALIVE', false, 'IN_AREA', 'KNOWN', true, true, 'RHV', 'RXA',
                            'A81001', :born, :night, daterange(:night, null))
                        """)
                .param("child", child)
                .param("born", born)
                .param("sex", random.nextBoolean() ? "1" : "2")
                .param("weeks", 32 + random.nextInt(10))
                .param("night", night)
                .update();
    }

    /** A place, a bucket or an address changes. */
    private void move(JdbcClient client, LocalDate night, long child) {
        int closed = client.sql("update cohort.child_history set nights = daterange(lower(nights), :night)"
                        + " where child_key = :child and upper_inf(nights) and lower(nights) < :night")
                .param("night", night)
                .param("child", child)
                .update();
        if (closed == 1) {
            client.sql("""
                            insert into cohort.child_history (child_key, person_birth_date, person_stated_gender_code,
                                gestation_weeks, life_state, restricted, bucket, residence_kind, served_by_residence,
                                served_by_practice, expected_hv, expected_chis, registered_practice, address_start_date,
                                first_known_date, nights)
                            select child_key, person_birth_date, person_stated_gender_code, gestation_weeks, life_state,
                                :restricted, :bucket, residence_kind, served_by_residence, served_by_practice, expected_hv,
                                expected_chis, :practice, :night, first_known_date, daterange(:night, null)
                            from cohort.child_history where child_key = :child and upper(nights) = :night
                            """)
                    .param("restricted", random.nextInt(10) == 0)
                    .param("bucket", random.nextInt(3) == 0 ? "OUT_OF_AREA" : "IN_AREA")
                    .param("practice", random.nextInt(4) == 0 ? null : "A8100" + random.nextInt(9), Types.VARCHAR)
                    .param("night", night)
                    .param("child", child)
                    .update();
        }
    }

    private void event(JdbcClient client, LocalDate night, long child) {
        LocalDate born = client.sql("select person_birth_date from cohort.child where child_key = :child")
                .param("child", child)
                .query(LocalDate.class)
                .single();
        long days = Math.max(1, night.toEpochDay() - born.toEpochDay());
        int age = random.nextInt((int) Math.min(days, random.nextBoolean() ? 200 : 6000));
        switch (random.nextInt(5)) {
            case 0 -> spot(client, night, child, born.plusDays(age % 60));
            case 1 ->
                insert(
                        client,
                        night,
                        child,
                        "HVRV",
                        null,
                        pick(REVIEWS),
                        pick(List.of("00", "01", "02", "05", "07")),
                        "",
                        born.plusDays(age));
            case 2 ->
                insert(
                        client,
                        night,
                        child,
                        "NIPE",
                        null,
                        "NIPE-NB",
                        pick(List.of("PASS", "INC", "DECL")),
                        "SUMMARY",
                        born.plusDays(age % 10));
            case 3 ->
                insert(
                        client,
                        night,
                        child,
                        "VACC",
                        pick(PROGRAMMES),
                        "x",
                        pick(List.of("4", "5", "213257006", "COMPLETED")),
                        "",
                        born.plusDays(age));
            default -> insert(client, night, child, "VACC", pick(PROGRAMMES), "x", "COMPLETED", "", born.plusDays(age));
        }
    }

    private void spot(JdbcClient client, LocalDate night, long child, LocalDate sampled) {
        String status = pick(SPOTS);
        for (String condition : random.nextBoolean() ? CONDITIONS : CONDITIONS.subList(0, 10)) {
            insert(client, night, child, "NBSS", null, condition, status, condition, sampled);
        }
    }

    private void insert(
            JdbcClient client,
            LocalDate night,
            long child,
            String kind,
            String programme,
            String code,
            String outcome,
            String element,
            LocalDate date) {
        client.sql("""
                        insert into register.event_history (record_key, element, child_key, kind, programme, event_code,
                            event_date, event_date_precision, offer_date, outcome_code, outcome_code_scheme, primary_source,
                            withdrawn, row_hash, file_id, line_no, nights)
                        values (:record, :element, :child, :kind, :programme, :code, :date, 'D', :offered, :outcome, :scheme,
                            :primary, false, gen_random_uuid(), 1, 1, daterange(:night, null))
                        """)
                .param("record", ++records)
                .param("element", element)
                .param("child", child)
                .param("kind", kind)
                .param("programme", programme, Types.VARCHAR)
                .param("code", code)
                .param("date", date)
                .param("offered", "HVRV".equals(kind) && random.nextBoolean() ? date.minusDays(7) : null, Types.DATE)
                .param("outcome", outcome)
                .param("scheme", "NBSS".equals(kind) ? "NBS" : "HISTORY")
                .param("primary", random.nextBoolean())
                .param("night", night)
                .update();
    }

    /** A school lists a child, anew or again, in its own year or out of it. */
    private void list(JdbcClient client, LocalDate night, long child) {
        client.sql("update register.school_roll_history set nights = daterange(lower(nights), :night)"
                        + " where child_key = :child and upper_inf(nights) and lower(nights) < :night")
                .param("night", night)
                .param("child", child)
                .update();
        client.sql("""
                        insert into register.school_roll_history (record_key, child_key, family_name, given_name,
                            person_birth_date, school_urn, year_group, listed_on, row_hash, file_id, line_no, nights)
                        select :record, child.child_key, 'x', 'x', child.person_birth_date, '990001',
                            greatest(0, reference.years_later(
                                child.person_birth_date, 0, reference.school_year(:night, 9), 9) + :out)::text,
                            :night, gen_random_uuid(), 1, 1, daterange(:night, null)
                        from cohort.child as child
                        where child.child_key = :child
                        """)
                .param("record", ++records)
                .param("out", random.nextInt(7) - 3)
                .param("night", night)
                .param("child", child)
                .update();
    }

    /** Some records are taken out, and some turn out to be another child's. */
    private void takeBack(JdbcClient client, LocalDate night) {
        for (int i = 0; i < 3; i++) {
            long record = 1 + random.nextInt((int) records);
            int closed = client.sql("update register.event_history set nights = daterange(lower(nights), :night)"
                            + " where record_key = :record and upper_inf(nights) and lower(nights) < :night")
                    .param("night", night)
                    .param("record", record)
                    .update();
            if (closed > 0 && i == 0) {
                client.sql("""
                                insert into register.event_history
                                select (jsonb_populate_record(old, jsonb_build_object(
                                    'child_key', :child, 'nights', daterange(:night, null)))).*
                                from register.event_history as old
                                where old.record_key = :record and upper(old.nights) = :night
                                """)
                        .param("child", 1L + random.nextInt(CHILDREN))
                        .param("night", night)
                        .param("record", record)
                        .update();
            }
        }
    }

    private static void scope(JdbcClient client, LocalDate date) {
        client.sql("truncate engine.child_in_scope").update();
        client.sql("insert into engine.child_in_scope (child_key)\n" + Models.text("40_pathway/scope/child.sql"))
                .update();
        analyse(client, date.equals(FIRST));
    }

    /** As the night does; without statistics the server guesses wide of the mark. */
    private static void analyse(JdbcClient client, boolean facts) {
        client.sql("select engine.analyse('engine', 'child_in_scope')").query().listOfRows();
        if (facts) {
            client.sql("select engine.analyse('cohort', 'child_history'), engine.analyse('register', 'event_history')")
                    .query()
                    .listOfRows();
        }
    }

    /** Everyone is in scope; and where asked, every birth date, as under another program. */
    private static void everyone(JdbcClient client, LocalDate date, boolean calendar) {
        client.sql("truncate engine.child_in_scope").update();
        client.sql("insert into engine.child_in_scope select child_key from cohort.child")
                .update();
        if (calendar) {
            client.sql("update engine.run set code_version = code_version || '+' where business_date = :date")
                    .param("date", date)
                    .update();
        }
    }

    private static void compare(JdbcClient client, SqlModel model, LocalDate date, boolean calendar) {
        if (model.kind() == SqlModel.Kind.SCRATCH) {
            new TableWriter(client).write(model);
        } else if (calendar || model.keys() == null) {
            assertSame(client, model, date);
        }
    }

    private static void assertSame(JdbcClient client, SqlModel model, LocalDate date) {
        String columns = String.join(
                ", ",
                client.sql("select column_name from information_schema.columns where table_schema || '.' || table_name"
                                + " = :table and column_name <> 'nights' order by ordinal_position")
                        .param("table", model.target())
                        .query(String.class)
                        .list());
        new JdbcTemplate(TestDatabase.shared().dataSource())
                .query(
                        "with all_of_them as materialized (select " + columns + " from (\n" + model.select()
                                + "\n) as answer), kept as materialized (select " + columns + " from " + model.target()
                                + ") select (select count(*) from (table all_of_them except table kept) as more),"
                                + " (select count(*) from (table kept except table all_of_them) as less)",
                        row -> {
                            assertThat(row.getLong(1))
                                    .as(model.target() + " lacks rows on " + date)
                                    .isZero();
                            assertThat(row.getLong(2))
                                    .as(model.target() + " has rows too many on " + date)
                                    .isZero();
                        });
    }

    private static long count(JdbcClient client, String table) {
        return client.sql("select count(*) from " + table).query(Long.class).single();
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}

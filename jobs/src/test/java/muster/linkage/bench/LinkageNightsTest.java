package muster.linkage.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import muster.engine.Clocks;
import muster.engine.Difference;
import muster.engine.Lineage;
import muster.engine.ModelStep;
import muster.engine.Models;
import muster.engine.Night;
import muster.engine.RunLedger;
import muster.engine.SqlModel;
import muster.engine.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Nights of linkage on invented children: rightly, only what changed, and never across a closed identity. */
class LinkageNightsTest {

    private static final int PERSONS = 600;
    private static final int RECORDS = 640;

    private final TestDatabase shared = TestDatabase.shared();
    private final Models models = Models.load();
    private final Lineage lineage = Lineage.of(models, shared.client(), shared.transaction());
    private Connection connection;
    private JdbcClient database;
    private LocalDate night = LinkBench.night();

    @BeforeEach
    void population() throws SQLException {
        connection = shared.dataSource().getConnection();
        connection.setAutoCommit(false);
        database = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    @AfterEach
    void nothingStays() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void linksAreRightAndNoTwinsAreMerged() throws SQLException {
        LinkBench.Result result =
                new LinkBench(connection, models, lineage).run(new LinkBench.Request(PERSONS, RECORDS, 5, true));
        assertThat(result.records()).isEqualTo(RECORDS);
        assertThat(result.linked()).isEqualTo(result.right());
        assertThat(result.twinsMerged()).isZero();
        assertThat(result.comparedLinked()).isPositive();
        assertThat(result.right()).isGreaterThan(result.held() * 97 / 100);
    }

    @Test
    void recordsWithoutNumbersAreLinkedByTheirFieldsAlone() throws SQLException {
        LinkBench.Result result =
                new LinkBench(connection, models, lineage).run(new LinkBench.Request(PERSONS, PERSONS, 6, false));
        assertThat(result.compared()).isEqualTo(PERSONS);
        assertThat(result.linked()).isEqualTo(result.right());
        assertThat(result.right()).isGreaterThan(PERSONS * 9L / 10);
    }

    @Test
    void aQuietNightLooksAtNothingAndABusyOneComesToWhatAFullOneComesTo() throws SQLException {
        new LinkBench(connection, models, lineage).run(new LinkBench.Request(PERSONS, RECORDS, 7, true));
        night = night.plusDays(1);
        begin(false);
        link();
        assertThat(rows("work")).hasSizeLessThan(5);
        assertThat(rows("link_history where lower(nights) = engine.business_date()"))
                .isEmpty();
        night = night.plusDays(1);
        begin(false);
        change("person", "family_name = 'Newname', previous_family_name = null", "record_key % 40 = 1");
        change("person", "postcode = 'QX1 1QX', address_line_1 = '1 New Road'", "record_key % 40 = 2");
        change("chis_record", "nhs_number = null, nhs_number_as_sent = null", "record_key % 9 = 3");
        change("gp_registration", "given_name = 'Twin 1'", "record_key % 30 = 6");
        linkAndCompareWithFull();
        night = night.plusDays(3);
        begin(false);
        change("person", "invalid = true", "record_key % 50 = 4");
        change("person", "person_birth_date = person_birth_date + 1", "record_key % 50 = 5");
        change("gp_registration", "nhs_number = null", "record_key % 9 = 7");
        change("hv_caseload", "nhs_number = null, postcode = null", "record_key % 5 = 1");
        change("person", "restricted = true, postcode = null, address_line_1 = null", "record_key % 60 = 8");
        linkAndCompareWithFull();
    }

    @Test
    void SG06_nothingIsLinkedAcrossAClosedIdentity() throws SQLException {
        new LinkBench(connection, models, lineage).prepare(new LinkBench.Request(PERSONS, 1, 9, true));
        begin(true);
        // The old identity, the new one at the same address, and a record without a number that could be either.
        database.sql("update register.person_history set invalid = true where record_key = 10")
                .update();
        database.sql("""
                        update register.person_history as new_one
                        set person_birth_date = old_one.person_birth_date, given_name = old_one.given_name,
                            address_line_1 = old_one.address_line_1, postcode = old_one.postcode,
                            family_name = 'Canary', person_stated_gender_code = old_one.person_stated_gender_code
                        from register.person_history as old_one
                        where old_one.record_key = 10 and new_one.record_key = 20
                        """).update();
        insertRecord(9001, "null", "old_one.family_name");
        insertRecord(9002, "null", "'Canary'");
        insertRecord(9003, "old_one.nhs_number", "'Canary'");
        link();
        String ours = " where record_key in (9001, 9002, 9003)";
        assertThat(rows("candidate" + ours)).isEmpty();
        assertThat(rows("decision" + ours)).isEmpty();
        assertThat(database.sql("""
                        select count(*)
                        from identity.link as link
                        inner join identity.child as child on child.child_key in (link.child_key, link.candidate_child_key)
                        where link.record_key in (9001, 9002, 9003) and child.origin_record_key = 20
                        """).query(Long.class).single()).isZero();
    }

    private void insertRecord(int key, String number, String family) {
        database.sql("insert into register.record values (" + key + ", 'chis-register', 'BENCH', '', 'K" + key
                        + "', engine.business_date())")
                .update();
        database.sql("""
                        insert into register.chis_record_history (record_key, sender, source_key, nhs_number,
                            nhs_number_status_indicator_code, family_name, given_name, person_birth_date,
                            person_stated_gender_code, address_line_1, postcode, source_system_code, organisation_code,
                            restricted, row_hash, file_id, line_no, nights)
                        select %1$d, 'BENCH', 'K%1$d', %2$s, '03', %3$s, old_one.given_name, old_one.person_birth_date,
                            old_one.person_stated_gender_code, old_one.address_line_1, old_one.postcode, 'BENCH', 'RYY',
                            false, gen_random_uuid(), 0, %1$d, daterange(engine.business_date(), null)
                        from register.person_history as old_one where old_one.record_key = 10
                        """.formatted(key, number, family)).update();
    }

    /** Says something else of some records of a register from this night on, as a refresh would write it. */
    private void change(String table, String assignments, String where) {
        String history = "register." + table + "_history";
        database.sql("create temporary table changed on commit drop as select * from " + history
                        + " where upper_inf(nights) and " + where)
                .update();
        database.sql("update " + history + " set nights = daterange(lower(nights), engine.business_date())"
                        + " where upper_inf(nights) and " + where)
                .update();
        database.sql("update changed set nights = daterange(engine.business_date(), null), " + assignments)
                .update();
        database.sql("insert into " + history + " select * from changed").update();
        database.sql("drop table changed").update();
    }

    private void begin(boolean full) {
        Night begun = new Night(night, false, full);
        Clocks.set(database, begun);
        new RunLedger(database).begin(begun, "bench", "bench");
    }

    private Difference link() {
        Difference all = Difference.NONE;
        ModelStep step = new ModelStep(database, new RunLedger(database));
        for (SqlModel model : lineage.inOrder(models.stage("20_identity"))) {
            Difference written = step.run(model, new Night(night, false, false));
            all = all.plus(model.target().equals("identity.work") ? Difference.NONE : written);
        }
        return all;
    }

    private void linkAndCompareWithFull() {
        Difference incremental = link();
        assertThat(incremental.opened()).isPositive();
        List<String> work = rows("work");
        assertThat(work).isNotEmpty();
        database.sql("update engine.run set full_evaluation = true where business_date = engine.business_date()")
                .update();
        assertThat(link())
                .as("what a full evaluation finds beyond the night %s", night)
                .isEqualTo(Difference.NONE);
        assertThat(rows("work")).hasSizeGreaterThan(work.size());
        database.sql("update engine.run set full_evaluation = false where business_date = engine.business_date()")
                .update();
    }

    private List<String> rows(String table) {
        return database.sql("select t::text from identity." + table.replaceFirst("^(\\w+)", "$1 as t") + " order by 1")
                .query(String.class)
                .list();
    }
}

package muster.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The life of a case over nights, as the two models of cases and the view of their clocks make it. */
class CaseLifeTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 17);

    private final Models models = Models.load();
    private final TestDatabase database = TestDatabase.shared();

    @Test
    void aProblemIsOneCaseUntilItIsMendedAndASecondOneWhenItComesBack() {
        database.undone(client -> {
            child(client, null, null);
            finding(client, "FS-102", TUESDAY);
            night(client, TUESDAY, false);
            night(client, TUESDAY.plusDays(1), false);
            assertThat(cases(client)).containsExactly("FS-102 1 OPEN confirmed 2026-11-17");

            mended(client, "FS-102", TUESDAY.plusDays(2));
            night(client, TUESDAY.plusDays(2), false);
            assertThat(cases(client))
                    .as("no evidence, no closing")
                    .containsExactly("FS-102 1 OPEN unconfirmed 2026-11-17");

            evidence(client, "FS-102", "hv_episode_at_expected_provider", TUESDAY.plusDays(3));
            night(client, TUESDAY.plusDays(3), false);
            assertThat(cases(client)).containsExactly("FS-102 1 CLOSED unconfirmed 2026-11-17");

            finding(client, "FS-102", TUESDAY.plusDays(6));
            night(client, TUESDAY.plusDays(6), false);
            assertThat(cases(client))
                    .containsExactly("FS-102 1 CLOSED unconfirmed 2026-11-17", "FS-102 2 OPEN confirmed 2026-11-23");
            assertThat(client.sql("select count(distinct exception_id) from exception.case_event")
                            .query(Long.class)
                            .single())
                    .isEqualTo(2);
        });
    }

    @Test
    void theSameNightAgainChangesNothing() {
        database.undone(client -> {
            child(client, null, null);
            finding(client, "FS-102", TUESDAY);
            night(client, TUESDAY, false);
            List<String> first = cases(client);
            assertThat(night(client, TUESDAY, false)).isEqualTo(Difference.NONE);
            assertThat(cases(client)).isEqualTo(first);
        });
    }

    @Test
    void aCalendarClockReachesTheNextLevelOnItsDay() {
        database.undone(client -> {
            child(client, null, null);
            finding(client, "FS-102", TUESDAY);
            night(client, TUESDAY, false);
            assertThat(clock(client, TUESDAY)).isEqualTo("1 2026-11-24");
            assertThat(clock(client, TUESDAY.plusDays(6))).isEqualTo("1 2026-11-24");
            assertThat(clock(client, TUESDAY.plusDays(7))).isEqualTo("2 2026-12-01");
            assertThat(clock(client, TUESDAY.plusDays(13))).isEqualTo("2 2026-12-01");
            assertThat(clock(client, TUESDAY.plusDays(14))).isEqualTo("3 2026-12-08");
        });
    }

    @Test
    void aWorkingDayClockStandsStillAtWeekendsAndOnBankHolidays() {
        database.undone(client -> {
            // From Wednesday 23 December: 24, 29, 30 and 31 December and 4 January are working days.
            LocalDate wednesday = LocalDate.of(2026, 12, 23);
            client.sql("insert into reference.bank_holiday_history (bank_holiday_date, nights) values"
                            + " ('2026-12-25', '[2026-01-01,)'), ('2026-12-28', '[2026-01-01,)'),"
                            + " ('2027-01-01', '[2026-01-01,)')")
                    .update();
            child(client, null, null);
            finding(client, "FS-203", wednesday);
            night(client, wednesday, false);
            assertThat(clock(client, wednesday)).as("two working days").isEqualTo("1 2026-12-29");
            // The manager hears once the fifth working day lies before tonight.
            assertThat(clock(client, LocalDate.of(2027, 1, 4))).startsWith("1 ");
            assertThat(clock(client, LocalDate.of(2027, 1, 5))).isEqualTo("2 2027-01-11");
        });
    }

    @Test
    void aFirstLoadStartsItsClocksFourWeeksLater() {
        database.undone(client -> {
            child(client, null, null);
            finding(client, "FS-102", TUESDAY);
            night(client, TUESDAY, true);
            assertThat(clock(client, TUESDAY)).isEqualTo("1 2026-12-22");
            assertThat(clock(client, LocalDate.of(2026, 12, 21))).isEqualTo("1 2026-12-22");
            assertThat(clock(client, LocalDate.of(2026, 12, 22))).isEqualTo("2 2026-12-29");
        });
    }

    @Test
    void anInformalDeathPutsTheCaseToSleepAndAReversalWakesIt() {
        database.undone(client -> {
            child(client, null, null);
            finding(client, "FS-102", TUESDAY);
            night(client, TUESDAY, false);
            child(client, "1", TUESDAY.plusDays(1));
            finding(client, "FS-101", TUESDAY.plusDays(1));
            night(client, TUESDAY.plusDays(1), false);
            night(client, TUESDAY.plusDays(2), false);
            assertThat(cases(client)).containsExactly("FS-102 1 SUSPENDED confirmed 2026-11-17");

            child(client, "U", null);
            night(client, TUESDAY.plusDays(3), false);
            assertThat(cases(client))
                    .containsExactly("FS-101 1 OPEN confirmed 2026-11-20", "FS-102 1 OPEN confirmed 2026-11-17");
        });
    }

    @Test
    void anInformalDeathThatNobodyConfirmsWakesTheCaseAfterFourWeeksAndStillRaisesNothing() {
        database.undone(client -> {
            finding(client, "FS-102", TUESDAY);
            child(client, null, null);
            night(client, TUESDAY, false);
            child(client, "1", TUESDAY.plusDays(1));
            finding(client, "FS-101", TUESDAY.plusDays(1));
            night(client, TUESDAY.plusDays(1), false);
            night(client, TUESDAY.plusDays(28), false);
            assertThat(cases(client)).containsExactly("FS-102 1 SUSPENDED confirmed 2026-11-17");
            night(client, TUESDAY.plusDays(29), false);
            assertThat(cases(client)).containsExactly("FS-102 1 OPEN confirmed 2026-11-17");
        });
    }

    private Difference night(JdbcClient client, LocalDate date, boolean baseline) {
        Clocks.set(client, new Night(date, baseline, false));
        TableWriter writer = new TableWriter(client);
        return writer.write(models.of("exception.case_event")).plus(writer.write(models.of("exception.case")));
    }

    /** The one child, alive at two and a half years, with the death status that PDS gives. */
    private static void child(JdbcClient client, String deathStatus, LocalDate known) {
        client.sql("delete from cohort.child_history").update();
        client.sql("""
                        insert into cohort.child_history (child_key, nhs_number, person_birth_date, life_state, restricted,
                            bucket, residence_kind, served_by_residence, served_by_practice, expected_hv, expected_chis,
                            death_status, death_known_date, first_known_date, nights)
                        values (1, '9990000018', '2024-03-05', 'ALIVE', false, 'IN_AREA', 'KNOWN', true, true, 'RHV', 'RXA',
                            :status, :known, '2026-11-02', '[2026-11-02,)')
                        """)
                .param("status", deathStatus, java.sql.Types.VARCHAR)
                .param("known", known, java.sql.Types.DATE)
                .update();
    }

    private static void finding(JdbcClient client, String type, LocalDate since) {
        client.sql("""
                        insert into exception.finding_history (type_code, subject, element, child_key, started_on, facts, nights)
                        values (:type, '1', '', 1, :since, '{}', daterange(:since, null))
                        """).param("type", type).param("since", since).update();
    }

    private static void mended(JdbcClient client, String type, LocalDate night) {
        client.sql("update exception.finding_history set nights = daterange(lower(nights), :night)"
                        + " where type_code = :type and upper_inf(nights)")
                .param("type", type)
                .param("night", night)
                .update();
    }

    private static void evidence(JdbcClient client, String type, String evidence, LocalDate known) {
        client.sql("""
                        insert into exception.evidence_history (evidence, type_code, subject, element, evidence_date, record_key, nights)
                        values (:evidence, :type, '1', '', :known, 40, daterange(:known, null))
                        """)
                .param("evidence", evidence)
                .param("type", type)
                .param("known", known)
                .update();
    }

    private static List<String> cases(JdbcClient client) {
        return client.sql("""
                        select concat_ws(' ', type_code, episode, state,
                            case when confirmed then 'confirmed' else 'unconfirmed' end, raised_date)
                        from exception."case" order by type_code, episode
                        """).query(String.class).list();
    }

    /** Level and date to act by, as the clocks stand at a date. */
    private static String clock(JdbcClient client, LocalDate date) {
        Clocks.set(client, new Night(date, false, false));
        return client.sql("select concat_ws(' ', escalation_level, action_by_date) from exception.case_clock")
                .query(String.class)
                .single();
    }
}

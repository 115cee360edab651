package muster.feed.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that concern some rows only, or several columns: as contacts and results need them (feeds 5.3 and 7.2). */
class EventRowTest {

    private static final String FEED = "hv-contact";
    private static final String NAME = "HVCONT_A00001_20261116_000001_D.csv";

    @TempDir
    Path folder;

    private IntakeHome home;

    @BeforeEach
    void home() throws Exception {
        home = new IntakeHome(folder);
    }

    private static Rows contact(Rows rows, int n, String... changes) {
        String[] usual = {
            "RECORD_ACTION", "A",
            "ORGANISATION_IDENTIFIER_CODE_OF_PROVIDER", "RHA",
            "CARE_CONTACT_IDENTIFIER", "C" + n,
            "LOCAL_PATIENT_IDENTIFIER_EXTENDED", "L" + n,
            "COMMUNITY_CARE_ACTIVITY_TYPE", "08",
            "CARE_CONTACT_DATE", "2026-11-10",
            "ATTENDANCE_STATUS", "5"
        };
        String[] all = new String[usual.length + changes.length];
        System.arraycopy(usual, 0, all, 0, usual.length);
        System.arraycopy(changes, 0, all, usual.length, changes.length);
        return rows.row(n, all);
    }

    private void land(Rows rows) throws Exception {
        home.dropWithControl(FEED, NAME, rows.text());
        home.baseline(IntakeHome.D);
    }

    @Test
    void aDateMayLieAheadOnlyWhereTheCodeAllowsIt() throws Exception {
        Rows rows = Rows.of(FEED);
        contact(rows, 1, "CARE_CONTACT_DATE", "2026-11-18");
        contact(rows, 2, "CARE_CONTACT_DATE", "2026-11-18", "ATTENDANCE_STATUS", "0");
        contact(rows, 3, "CARE_CONTACT_DATE", "2026-11-18", "ATTENDANCE_STATUS", "4");
        contact(rows, 4, "CARE_CONTACT_DATE", "2026-11-17");
        contact(rows, 5, "CARE_CONTACT_DATE", "2026-11-18", "ATTENDANCE_STATUS", "");
        land(rows);
        assertThat(home.lines()).containsExactly("2 REJECTED DATE_FUTURE CARE_CONTACT_DATE");
        assertThat(home.landed("hv_contact", "line_no")).containsExactly("3", "4", "5", "6");
        assertThat(home.landed("hv_contact", "array_to_string(warnings, ';')"))
                .containsExactly("-", "-", "-", "MANDATORY_MISSING");
    }

    @Test
    void oneOfSeveralColumnsIsEnoughAndAWithdrawalNeedsNone() throws Exception {
        Rows rows = Rows.of(FEED);
        contact(rows, 1, "CARE_CONTACT_DATE", "");
        contact(rows, 2, "CARE_CONTACT_DATE", "", "INVITATION_DATE", "2026-11-09");
        contact(rows, 3, "CARE_CONTACT_DATE", "", "RECORD_ACTION", "D");
        land(rows);
        assertThat(home.lines()).containsExactly("2 REJECTED MANDATORY_MISSING CARE_CONTACT_DATE");
        assertThat(home.landed("hv_contact", "line_no")).containsExactly("3", "4");
    }

    @Test
    void aValueThatCannotBeReadWasSentAllTheSame() throws Exception {
        Rows rows = Rows.of(FEED);
        contact(rows, 1, "CARE_CONTACT_DATE", "10/11/2026");
        land(rows);
        assertThat(home.lines()).containsExactly("2 REJECTED DATE_FORMAT CARE_CONTACT_DATE");
    }

    @Test
    void activitiesAreComparedAsNumbers() throws Exception {
        Rows rows = Rows.of(FEED);
        contact(rows, 1, "COMMUNITY_CARE_ACTIVITY_TYPE", "9");
        contact(rows, 2, "COMMUNITY_CARE_ACTIVITY_TYPE", "an");
        contact(rows, 3, "COMMUNITY_CARE_ACTIVITY_TYPE", "13");
        land(rows);
        assertThat(home.landed("hv_contact", "community_care_activity_type")).containsExactly("09", "AN");
        assertThat(home.lines()).containsExactly("4 REJECTED UNKNOWN_CODE COMMUNITY_CARE_ACTIVITY_TYPE");
    }
}

package muster.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import muster.nightly.IntakeHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Events of agencies, delivered over several nights in 30 random orders, some of them twice, end in one state: what is later
 * by its publisher's time holds, and what was taken back stays so whenever its first message comes.
 */
class AgencyOrderAcceptanceTest {

    private static final int ORDERS = 30;
    private static final int NIGHTS = 4;
    private static final LocalDate FIRST_NIGHT = LocalDate.of(2026, 11, 16);
    private static final String HEALTH_VISITING = "1078501000000104";
    private static final String SCHOOL_NURSING = "1078521000000108";

    private static final String STATE = """
            select record.source_system || ' ' || record.source_key as record, event.element, event.nhs_number, event.kind,
                event.event_code, event.outcome_code, event.event_date, event.batch_number, event.withdrawn, event.asserted_at
            from register.event as event
            inner join register.record as record on record.record_key = event.record_key
            union all
            select record.source_system || ' ' || record.source_key, 'caseload', caseload.nhs_number, caseload.episode_status,
                caseload.organisation_code, caseload.sender, caseload.start_date, null, null, null
            from register.hv_caseload as caseload
            inner join register.record as record on record.record_key = caseload.record_key
            order by 1, 2
            """;

    @TempDir
    Path folder;

    private final IntakeHarness harness = new IntakeHarness();

    @Test
    void everyOrderOfDeliveryEndsInOneState() {
        List<Dropped> month = month();
        List<Map<String, Object>> inOrder = delivered(month, 0, new Random(0));
        assertThat(inOrder)
                .extracting(row -> row.get("record").toString().replaceFirst(" https://\\S+", "") + " "
                        + row.get("element") + " " + row.get("outcome_code") + " " + row.get("withdrawn"))
                .containsExactly(
                        "blood-spot-test-outcome-1 B1 PKU 04 false",
                        "newborn-hearing-1 H1  WITHDRAWN true",
                        "professional-contacts-1 E1 caseload NEMS null",
                        "professional-contacts-1 E3 caseload NEMS null",
                        "vaccinations-1 V1  310376006 false",
                        "vaccinations-1 V2  COMPLETED false");
        for (int order = 1; order <= ORDERS; order++) {
            Random dice = new Random(order);
            List<Dropped> shuffled = new ArrayList<>(month);
            shuffled.add(month.get(dice.nextInt(month.size())));
            Collections.shuffle(shuffled, dice);
            assertThat(delivered(shuffled, order, dice))
                    .as("order of seed %s", order)
                    .isEqualTo(inOrder);
        }
    }

    /** New, replaced, taken back; two messages of one moment, told apart by when they were sent or by their content. */
    private static List<Dropped> month() {
        Person child = Person.of("2026-10-03", ReferenceSets.A);
        List<Dropped> month = new ArrayList<>();
        month.add(NemsMessage.birth(child, at(4), 1));
        month.add(AgencyMessage.bloodSpot(child, "B1", "new", at(10), "384331000000103", "428273001"));
        month.add(AgencyMessage.bloodSpot(child, "B1", "new", at(12), "428999001", ""));
        month.add(AgencyMessage.bloodSpot(child, "B1", "new", at(14), "429106008", ""));
        month.add(AgencyMessage.hearing(child, "H1", "new", at(10), "1085431000000105", "1085451000000103"));
        month.add(AgencyMessage.hearing(child, "H1", "delete", at(11), "1085431000000105", "1085451000000103"));
        month.add(AgencyMessage.contacts(child, "E1", "new", at(10), HEALTH_VISITING, "active"));
        month.add(AgencyMessage.contacts(child, "E1", "update", at(15), HEALTH_VISITING, "finished"));
        month.add(AgencyMessage.contacts(child, "E2", "new", at(10), HEALTH_VISITING, "active"));
        month.add(AgencyMessage.contacts(child, "E2", "update", at(12), SCHOOL_NURSING, "active"));
        month.add(AgencyMessage.contacts(child, "E3", "new", at(10), HEALTH_VISITING, "active"));
        month.add(AgencyMessage.contacts(child, "E3", "delete", at(13), HEALTH_VISITING, "active"));
        month.add(AgencyMessage.vaccination(child, "V1", "new", at(14), "A1", false));
        month.add(AgencyMessage.vaccination(child, "V1", "update", at(16), "A1", true));
        month.add(AgencyMessage.vaccination(child, "V2", "new", at(14), "A2", false));
        month.add(AgencyMessage.vaccination(child, "V2", "update", at(14), "A3", false));
        return month;
    }

    private static String at(int day) {
        return "2026-10-%02dT09:00:00+00:00".formatted(day);
    }

    /** Drops the messages in this order over the nights and gives the registers as they then are. */
    private List<Map<String, Object>> delivered(List<Dropped> messages, int order, Random dice) {
        return harness.story(database -> {
            int from = 0;
            for (int night = 0; night < NIGHTS; night++) {
                int to = night == NIGHTS - 1 ? messages.size() : from + dice.nextInt(messages.size() - from + 1);
                harness.night(home(order, night, messages.subList(from, to)), FIRST_NIGHT.plusDays(night), night == 0);
                from = to;
            }
            return state(database);
        });
    }

    private Path home(int order, int night, List<Dropped> messages) {
        try {
            Path home = Files.createDirectories(folder.resolve(order + "-" + night));
            messages.forEach(message -> message.into(home));
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<String, Object>> state(JdbcClient database) {
        return database.sql(STATE).query().listOfRows();
    }
}

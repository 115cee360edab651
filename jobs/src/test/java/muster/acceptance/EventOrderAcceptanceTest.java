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
 * RP-07: a month of events, delivered over several nights in 200 random orders, some of them twice, ends in one state.
 * Only the nights on which things became known differ, and those are left out of the comparison.
 */
class EventOrderAcceptanceTest {

    private static final int ORDERS = 200;
    private static final int NIGHTS = 3;
    private static final LocalDate FIRST_NIGHT = LocalDate.of(2026, 11, 16);
    private static final int FAMILIES = 6;

    private static final String STATE = """
            select nhs_number, family_name, given_name, person_birth_date, address_line_1, postcode, address_start_date,
                general_medical_practice_code, practice_start_date, practice_end_date, last_practice_code, last_postcode,
                removal_date, person_death_date, death_status, death_status_date, restricted, stillbirth_indicator
            from register.person
            order by nhs_number
            """;

    @TempDir
    Path folder;

    private final IntakeHarness harness = new IntakeHarness();

    @Test
    void everyOrderOfDeliveryEndsInOneState() {
        List<Dropped> month = month();
        List<Map<String, Object>> inOrder = delivered(month, 0, new Random(0));
        assertThat(inOrder).hasSize(FAMILIES);
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

    /** Births, moves, changes of practice, a death and its removal, in each family a little later than in the last. */
    private static List<Dropped> month() {
        List<Dropped> month = new ArrayList<>();
        for (int family = 0; family < FAMILIES; family++) {
            Person baby = Person.of(day(family + 1), "AA1 1AA");
            month.add(NemsMessage.birth(baby, at(family + 2, 9), 1));
            month.add(NemsMessage.changeOfGp(baby, "A81001", at(family + 5, 10)));
            month.add(NemsMessage.changeOfAddress(baby.living("AA1 2AA"), at(family + 8, 11)));
            month.add(NemsMessage.changeOfGp(baby, "B81001", at(family + 9, 12)));
            month.add(NemsMessage.changeOfAddress(baby.living("BB1 1BB"), at(family + 12, 8)));
            month.add(NemsMessage.changeOfGp(baby, family % 2 == 0 ? "" : "A81002", at(family + 14, 7)));
            if (family % 3 == 0) {
                month.add(NemsMessage.death(baby, "1", day(family + 16), at(family + 16, 15)));
                month.add(NemsMessage.death(baby, family == 0 ? "U" : "2", day(family + 18), at(family + 18, 15)));
            }
            month.add(NemsMessage.recordChange(baby, at(family + 20, 6)));
        }
        return month;
    }

    private static String day(int day) {
        return "2026-10-%02d".formatted(day);
    }

    private static String at(int day, int hour) {
        return "%sT%02d:00:00+00:00".formatted(day(day), hour);
    }

    /** Drops the messages in this order over the nights and gives the register as it then is. */
    private List<Map<String, Object>> delivered(List<Dropped> messages, int order, Random dice) {
        return harness.story(database -> {
            int from = 0;
            for (int night = 0; night < NIGHTS; night++) {
                int to = night == NIGHTS - 1 ? messages.size() : from + dice.nextInt(messages.size() - from + 1);
                Path home = home(order, night, messages.subList(from, to));
                harness.night(home, FIRST_NIGHT.plusDays(night), night == 0);
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

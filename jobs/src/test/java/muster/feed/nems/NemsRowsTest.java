package muster.feed.nems;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class NemsRowsTest {

    private static final Map<String, Class<?>> JAVA_TYPES = Map.of(
            "text[]",
            List.class,
            "text",
            String.class,
            "date",
            LocalDate.class,
            "timestamptz",
            Instant.class,
            "smallint",
            Integer.class,
            "integer",
            Integer.class,
            "bigint",
            Long.class,
            "boolean",
            Boolean.class);

    @Test
    void columnNamesAreDistinctSnakeCaseWithinPostgresLength() {
        assertThat(NemsRows.COLUMNS).extracting(NemsRows.Column::name).doesNotHaveDuplicates();
        assertThat(NemsRows.COLUMNS).allSatisfy(column -> {
            assertThat(column.name()).matches("[a-z][a-z0-9_]*").hasSizeLessThanOrEqualTo(63);
            assertThat(JAVA_TYPES).containsKey(column.postgresType());
        });
    }

    @Test
    void valuesHaveTheTypeOfTheirColumnAndEveryColumnIsFilledBySomeEvent() {
        Set<String> filled = new TreeSet<>();
        for (String message : new String[] {
            Messages.BIRTH,
            Messages.BIRTH_WITHOUT_MOTHER,
            Messages.ADDRESS,
            Messages.PRACTICE,
            Messages.DEATH,
            Messages.RECORD,
            AgencyMessages.screen(
                    AgencyMessages.HEARING,
                    "new",
                    AgencyMessages.procedure("413083006", "1085431000000105", "2026-03-09")),
            AgencyMessages.contacts("new", "1078501000000104", "active"),
            AgencyMessages.vaccination("new", false),
            AgencyMessages.vaccination("new", true)
        }) {
            NemsEvent event = Messages.event(message);
            for (int i = 0; i < NemsRows.COLUMNS.size(); i++) {
                NemsRows.Column column = NemsRows.COLUMNS.get(i);
                NemsRows.Cell cell = NemsRows.cells(event).get(i);
                assertThat(cell.column()).isEqualTo(column.name());
                if (cell.value() != null) {
                    assertThat(cell.value()).isInstanceOf(JAVA_TYPES.get(column.postgresType()));
                    filled.add(column.name());
                }
            }
        }
        Set<String> empty = new TreeSet<>();
        NemsRows.COLUMNS.forEach(column -> empty.add(column.name()));
        empty.removeAll(filled);
        assertThat(empty)
                .as("columns no test message fills")
                .containsExactlyInAnyOrder(
                        "source_name",
                        "person_birth_date_partial",
                        "confidentiality_code",
                        "organisation_identifier_provenance",
                        "previous_address_line_3",
                        "previous_address_line_4",
                        "previous_address_line_5");
    }

    @Test
    void theFifthAddressLineTakesTheRest() {
        Map<String, Object> row = new HashMap<>();
        NemsRows.cells(Messages.event(Messages.ADDRESS)).forEach(cell -> row.put(cell.column(), cell.value()));
        assertThat(row).containsEntry("address_line_4", "Westshire").containsEntry("address_line_5", "England, Earth");
        assertThat(row)
                .containsEntry("previous_address_line_2", "Harbury")
                .containsEntry("previous_address_line_3", null);
    }

    @Test
    void warningsAreJoinedBySemicolons() {
        Map<String, Object> row = new HashMap<>();
        NemsRows.cells(Messages.event(Messages.BIRTH_WITHOUT_MOTHER))
                .forEach(cell -> row.put(cell.column(), cell.value()));
        assertThat(row).containsEntry("warning_codes", "BIRTH_WEIGHT_RANGE;DEATH_BEFORE_BIRTH;BIRTH_ORDER_DISAGREES");
    }
}

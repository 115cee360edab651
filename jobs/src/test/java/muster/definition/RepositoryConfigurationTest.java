package muster.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A walk over every shipped definition. */
class RepositoryConfigurationTest {

    private final Definitions definitions = RepositoryDefinitions.definitions();

    @Test
    void everyShippedDefinitionIsSound() {
        assertThat(RepositoryDefinitions.problems()).isEmpty();
        assertThatCode(() -> DefinitionLoader.load(null)).doesNotThrowAnyException();
    }

    @Test
    void everySelectThatADefinitionNamesExists() {
        assertThat(RepositoryDefinitions.problems()).noneMatch(SqlFiles::saysMissing);
    }

    @Test
    void codesAndTitlesStandOnceAndMatchTheFileNames() {
        assertThat(definitions.exceptions()).extracting(ExceptionDefinition::id).doesNotHaveDuplicates();
        assertThat(definitions.exceptions())
                .extracting(ExceptionDefinition::title)
                .doesNotHaveDuplicates();
        for (ExceptionDefinition exception : definitions.exceptions()) {
            String start =
                    "50_exception/" + exception.id().toLowerCase(Locale.ROOT).replace('-', '_');
            assertThat(exception.sql()).startsWith(start);
        }
    }

    @Test
    void theCatalogueOfTheFirstReleaseIsComplete() {
        assertThat(definitions.exceptions())
                .extracting(ExceptionDefinition::id)
                .containsExactly(
                        "FS-101", "FS-102", "FS-103", "FS-104", "FS-107", "FS-108", "FS-203", "FS-206", "FS-305",
                        "FS-308", "FS-312", "FS-602");
    }

    @Test
    void aBlankPlaceOfARestrictedChildRaisesNothing() {
        Set<String> suppressed = definitions.exceptions().stream()
                .filter(e -> e.whenRestricted() == ExceptionDefinition.WhenRestricted.SUPPRESSED)
                .map(ExceptionDefinition::id)
                .collect(Collectors.toSet());
        assertThat(suppressed).containsExactlyInAnyOrder("FS-101", "FS-102", "FS-103", "FS-108");
        assertThat(definitions.exception("FS-104").owner().restrictedRole()).isEqualTo("RESTRICTED_LEAD");
    }

    @Test
    void aRestrictedOutputHasNoColumnThatTellsAPlace() {
        assertThat(definitions.output("worklist-restricted").sheets())
                .flatExtracting(OutputDefinition.Sheet::columns)
                .extracting(OutputDefinition.Column::header)
                .doesNotContain("Last known address", "Postcode", "Last known GP practice", "HV team", "School");
    }

    @Test
    void onlyTheTypesWithoutTheirOwnReasonsTakeTheDefaultOnes() {
        assertThat(definitions.manualReasons(definitions.exception("FS-101")))
                .containsExactly("GP_DECLINED", "ALT_AGREEMENT");
        assertThat(definitions.manualReasons(definitions.exception("FS-102"))).containsExactly("NOT_OURS", "OTHER");
    }

    @Test
    void aClockIsItsOwnOrThatOfTheSeverity() {
        assertThat(definitions.clock(definitions.exception("FS-101")))
                .extracting(ExceptionDefinition.ClockLevel::dueAfter)
                .containsExactly(28, 56, 84);
        assertThat(definitions.clock(definitions.exception("FS-203")))
                .extracting(ExceptionDefinition.ClockLevel::dueAfter)
                .containsExactly(2, 10, 15);
        assertThat(definitions.clock(definitions.exception("FS-206")))
                .extracting(ExceptionDefinition.ClockLevel::reachedAfter)
                .containsExactly(0, 1, 2);
    }

    @Test
    void everyRemovalCodeStandsInOneGroup() {
        Map<Object, Long> groups = definitions.codeList("removal_reason").rows().stream()
                .collect(Collectors.groupingBy(row -> row.get("removal_group"), Collectors.counting()));
        assertThat(groups)
                .containsEntry("LEFT_POPULATION", 4L)
                .containsEntry("ARMED_FORCES", 6L)
                .containsEntry("NO_GP", 11L)
                .containsEntry("WHEREABOUTS_UNKNOWN", 6L)
                .containsEntry("ADMINISTRATIVE", 5L);
    }

    @Test
    void ageBandsLeaveNoAgeOut() {
        List<Map<String, Object>> bands = definitions.codeList("age_band").rows();
        LocalDate birth = LocalDate.of(2020, 2, 29);
        for (int i = 1; i < bands.size(); i++) {
            assertThat(age(birth, bands.get(i), "from")).isEqualTo(age(birth, bands.get(i - 1), "before"));
        }
    }

    private static LocalDate age(LocalDate birth, Map<String, Object> band, String end) {
        return Ages.ageReached(
                birth, (Integer) band.get(end + "_amount"), AgeUnit.valueOf((String) band.get(end + "_unit")));
    }

    @Test
    void aSlotIsDueBeforeItIsAmberAndAmberBeforeItIsRed() {
        LocalDate birth = LocalDate.of(2025, 1, 31);
        for (VaccinationSlot slot : definitions.slots()) {
            if (slot.dueAge() != null) {
                assertThat(Ages.ageReached(birth, slot.dueAge()))
                        .as(slot.rule())
                        .isBefore(Ages.ageReached(birth, slot.amber()));
                assertThat(Ages.ageReached(birth, slot.amber()))
                        .as(slot.rule())
                        .isBefore(Ages.ageReached(birth, slot.red()));
            }
        }
    }
}

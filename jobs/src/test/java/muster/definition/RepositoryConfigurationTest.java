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
                        "FS-308", "FS-312", "FS-401", "FS-402", "FS-403", "FS-404", "FS-405", "FS-406", "FS-409",
                        "FS-411", "FS-412", "FS-413", "FS-501", "FS-502", "FS-503", "FS-504", "FS-505", "FS-506",
                        "FS-507", "FS-508", "FS-509", "FS-510", "FS-511", "FS-602");
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
    void everyItemOfThePathwayThatTheDomainNamesIsThere() {
        assertThat(definitions.items())
                .extracting(PathwayItem::item)
                .contains(
                        "HV-ANC",
                        "HV-NBV",
                        "HV-68W",
                        "HV-12M",
                        "HV-225",
                        "SCR-NIPE-NB",
                        "SCR-NHSP",
                        "SCR-NBS",
                        "SCR-NBS-RES",
                        "SCR-NBS-LET",
                        "SCR-NBS-MI",
                        "SCR-NIPE-INF",
                        "VAC-BCG",
                        "VAC-CU-MMRV",
                        "VAC-NIRS",
                        "SCH-VIS",
                        "SCH-NCMP-R",
                        "SCH-NCMP-6",
                        "REV-LAC-I");
    }

    @Test
    void thePneumococcalDoseOnRecordDecidesTheOrderOfTheSummerOf2025() {
        assertThat(orderOf(LocalDate.of(2025, 4, 7), "PCV_FROM_2025_07"))
                .containsExactlyInAnyOrder("MENB-2-NEW-MOVED", "PCV-1-NEW-MOVED");
        assertThat(orderOf(LocalDate.of(2025, 4, 7), ""))
                .containsExactlyInAnyOrder("MENB-2-OLD-LAST", "PCV-1-OLD-LAST");
        assertThat(orderOf(LocalDate.of(2025, 4, 8), "")).containsExactlyInAnyOrder("MENB-2-NEW", "PCV-1-NEW");
        assertThat(orderOf(LocalDate.of(2025, 4, 8), "PCV_BEFORE_2025_07"))
                .containsExactlyInAnyOrder("MENB-2-OLD-KEPT", "PCV-1-OLD-KEPT");
        assertThat(orderOf(LocalDate.of(2025, 7, 1), "")).containsExactlyInAnyOrder("MENB-2-NEW", "PCV-1-NEW");
    }

    /** Rules of the second MenB and the first pneumococcal dose that a child has. */
    private List<String> orderOf(LocalDate birth, String eligibility) {
        return definitions.items().stream()
                .flatMap(item -> item.rules().stream())
                .filter(rule -> rule.rule().matches("(MENB-2|PCV-1)-.*"))
                .filter(rule -> rule.bornFrom() == null || !birth.isBefore(rule.bornFrom()))
                .filter(rule -> rule.bornTo() == null || !birth.isAfter(rule.bornTo()))
                .filter(rule -> rule.eligible() == null || rule.eligible().equals(eligibility))
                .filter(rule -> !eligibility.equals(rule.unless()))
                .map(PathwayRule::rule)
                .toList();
    }
}

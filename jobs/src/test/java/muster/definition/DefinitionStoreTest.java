package muster.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class DefinitionStoreTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 17);

    @TempDir
    Path home;

    private static DefinitionDatabase database;
    private static JdbcTemplate jdbc;

    @BeforeAll
    static void start() throws IOException {
        database = new DefinitionDatabase();
        jdbc = database.jdbc();
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @BeforeEach
    void emptyTables() throws IOException {
        database.prepare();
    }

    @Test
    void theTablesSayWhatTheFilesSay() {
        assertThat(save(shipped(), FIRST)).isTrue();

        assertThat(rows("select type_code from definition.exception_type"))
                .hasSameSizeAs(shipped().exceptions());
        assertThat(rows("select item_code from definition.exception_item where type_code = 'FS-502' order by position"))
                .containsExactly("HV-68W", "HV-12M", "HV-225");
        assertThat(
                        number(
                                "select value from definition.exception_parameter where type_code = 'FS-101' and name = 'raise_after'"))
                .isEqualTo(28);
        assertThat(rows("select severity, from_age_amount, from_age_unit, also_open from definition.exception_severity"
                        + " where type_code = 'FS-101' order by position"))
                .containsExactly("2|42|DAYS|null", "2|null|null|FS-102");
        assertThat(rows("select reason_code from definition.manual_closure where type_code = 'FS-101' order by 1"))
                .containsExactly("ALT_AGREEMENT", "GP_DECLINED");
        assertThat(rows("select evidence from definition.closes_on where type_code = 'FS-305' and general order by 1"))
                .doesNotContain("child_deceased");
        assertThat(rows("select evidence from definition.closes_on where type_code = 'FS-602'"))
                .isEmpty();
        assertThat(rows("select born_from, born_to from definition.measure where measure_id = 'COVER-24M-HIBMENC'"))
                .containsExactly("-infinity|2024-06-30");
        assertThat(
                        number(
                                "select min_interval_days from definition.measure_dose where measure_id = 'COVER-24M-MMR2' and dose_no = 2"))
                .isEqualTo(28);
        assertThat(rows("select held from definition.chis_record_status where code = '30'"))
                .containsExactly("t");
        assertThat(number("select value from definition.setting where name = 'service_age_out_birthday'"))
                .isEqualTo(20);
        assertThat(
                        number(
                                "select count(*) from definition.output_column where output_id = 'worklist' and sheet = 'Worklist'"))
                .isEqualTo(20);
    }

    @Test
    void theTablesHoldThePathway() {
        save(shipped(), FIRST);

        assertThat(rows(
                        "select item_code, item_type, tracked, why_not_tracked is null, older from definition.pathway_item"
                                + " where item_code in ('HV-ANC', 'VAC-8W-HEXA', 'VAC-NIRS') order by position"))
                .containsExactly(
                        "HV-ANC|HV|t|t|NOT_APPLICABLE",
                        "VAC-8W-HEXA|VAC|t|t|NOT_HELD",
                        "VAC-NIRS|VAC|f|f|NOT_APPLICABLE");
        assertThat(number("select max(position) from definition.pathway_item"))
                .isEqualTo(shipped().items().size());
        assertThat(rows(
                        "select born_from, born_to, effective_from, effective_to, eligible, unless, waits_for, course, dose_no,"
                                + " corrected, responsible_role from definition.pathway_rule"
                                + " where rule_id in ('SCR-NHSP', 'MENB-2-NEW') order by rule_id"))
                .containsExactly(
                        "2025-04-08|infinity|2025-07-01|infinity|null|PCV_BEFORE_2025_07|null|MENB|2|f|GP_PRACTICE",
                        "-infinity|infinity|-infinity|infinity|null|null|null|null|null|t|HEARING_SCREENING");
        assertThat(rows(
                        "select limit_name, anchor, amount, unit, extra_days, year_group, month, day_of_month, fixed_date"
                                + " from definition.pathway_limit where (rule_id, limit_name) in (('HV-ANC', 'DUE'),"
                                + " ('SCR-NBS', 'LATEST'), ('SCR-NBS-MI', 'RED'), ('HPV-1', 'TARGET'), ('MMRV-CU', 'DUE'))"
                                + " order by anchor, limit_name"))
                .containsExactly(
                        "DUE|BIRTH|-12|WEEKS|0|null|null|null|null",
                        "LATEST|BIRTH|1|YEARS|-1|null|null|null|null",
                        "DUE|DAY|null|null|0|null|null|null|2026-11-01",
                        "RED|ELIGIBLE|21|DAYS|0|null|null|null|null",
                        "TARGET|SCHOOL_YEAR|null|null|0|8|8|31|null");
        assertThat(rows(
                        "select programme from definition.course_programme where course = 'PRESCHOOL' and starts_interval"
                                + " order by 1"))
                .containsExactly("HEXA", "PENTA");
    }

    @Test
    void nothingChangesWhenNoFileDid() {
        save(shipped(), FIRST);
        assertThat(save(shipped(), FIRST.plusDays(1))).isFalse();
        assertThat(save(shipped(), FIRST.plusDays(1))).isFalse();
        assertThat(number("select count(distinct business_date) from definition.used"))
                .isEqualTo(2);
        assertThat(number("select count(*) from definition.file where not upper_inf(nights)"))
                .isZero();
    }

    @Test
    void aChangedFileKeepsItsHistoryAndReplacesTheTables() throws IOException {
        save(shipped(), FIRST);
        Path file = home.resolve("exceptions/fs_102_no_health_visitor.yaml");
        Files.createDirectories(file.getParent());
        String text = Files.readString(Path.of("config/exceptions/fs_102_no_health_visitor.yaml"));
        Files.writeString(file, text.replace("value: 5", "value: 6"));
        Definitions changed = DefinitionLoader.read(ConfigTree.of(home), ConfigTree.of(null))
                .definitions()
                .orElseThrow();

        assertThat(save(changed, FIRST.plusDays(2))).isTrue();
        assertThat(save(changed, FIRST.plusDays(2))).isFalse();

        assertThat(rows("select nights, from_home from definition.file where path like '%fs_102%' order by nights"))
                .containsExactly("[2026-11-17,2026-11-19)|f", "[2026-11-19,)|t");
        assertThat(number("select value from definition.exception_parameter where type_code = 'FS-102'"))
                .isEqualTo(6);
        assertThat(rows("select count(distinct sha256) from definition.used where path like '%fs_102%'"))
                .containsExactly("2");
    }

    @Test
    void everyTableAndColumnIsExplained() {
        save(shipped(), FIRST);
        assertThat(rows("select relation.relname || '.' || coalesce(attribute.attname, '')"
                        + " from pg_class as relation"
                        + " inner join pg_namespace as namespace on namespace.oid = relation.relnamespace"
                        + " inner join pg_attribute as attribute on attribute.attrelid = relation.oid"
                        + "     and attribute.attnum > 0 and not attribute.attisdropped"
                        + " where namespace.nspname = 'definition' and relation.relkind = 'r'"
                        + " and (obj_description(relation.oid) is null"
                        + "     or col_description(relation.oid, attribute.attnum) is null)"))
                .isEmpty();
    }

    @Test
    void codeListTablesHaveTheColumnsOfTheirSchema() {
        for (CodeListSchema schema : CodeListSchema.all().values()) {
            List<String> columns = jdbc.queryForList(
                    "select column_name::text from information_schema.columns where table_schema = 'definition'"
                            + " and table_name = ? order by ordinal_position",
                    String.class,
                    schema.name());
            assertThat(columns)
                    .as(schema.name())
                    .isEqualTo(
                            schema.columns().stream().map(CodeListColumn::name).toList());
        }
    }

    private static Definitions shipped() {
        return RepositoryDefinitions.definitions();
    }

    private static boolean save(Definitions definitions, LocalDate night) {
        return new TransactionTemplate(new DataSourceTransactionManager(database.dataSource()))
                .execute(status -> DefinitionStore.save(jdbc, definitions, night));
    }

    private static Integer number(String sql) {
        return jdbc.queryForObject(sql, Integer.class);
    }

    private static List<String> rows(String sql) {
        return jdbc.query(sql, (row, i) -> {
            StringBuilder text = new StringBuilder();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                text.append(column == 1 ? "" : "|").append(row.getString(column));
            }
            return text.toString();
        });
    }
}

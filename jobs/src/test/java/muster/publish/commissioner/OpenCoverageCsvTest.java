package muster.publish.commissioner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import muster.publish.disclosure.AreaKey;
import muster.publish.disclosure.Releases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The open file says what reports 8 and rulings 7 say, and every cell keeps what its description promises. */
class OpenCoverageCsvTest {
    private static final OpenCoverageCsv OPEN = new OpenCoverageCsv(
            ExampleRelease.context(),
            "Demonstration",
            Map.of(ExampleRelease.ICB, "Northmere, Eastvale", ExampleRelease.LA, "Northmere"));

    @TempDir
    Path folder;

    private static List<ControlledMeasure> figures() {
        return ControlledMeasures.of(Releases.profile("open"), ExampleRelease.cells(), List.of(), List.of())
                .figures();
    }

    @Test
    void writesOneRowForEachFigure() throws IOException {
        assertThat(OPEN.write(figures().stream(), folder)).isEqualTo(figures().size());

        String csv = Files.readString(folder.resolve("muster_open-coverage_2026-27-q1_v1.csv"));
        assertThat(csv.split("\r\n", -1))
                .startsWith(
                        "period_type,period_start,period_end,area_type,area_code,area_name,attribution,indicator_id,"
                                + "indicator_name,breakdown,breakdown_value,numerator,denominator,value,lower_ci,"
                                + "upper_ci,unit,threshold,value_status,data_quality,definition_version,published")
                .contains(
                        "quarter,2026-04-01,2026-06-30,icb,NX1,\"Northmere, Eastvale\",REG,COVER-24M-MMR1,"
                                + "MMR/MMRV first dose at 24 months,all,all,6105,6981,87.45,86.65,88.21,percent,95.0,"
                                + "p,,2026.3,2026-11-18",
                        // Eight eligible children are fewer than twenty, so neither count is shown.
                        "quarter,2026-04-01,2026-06-30,la,E06000999,Northmere,RESP,COVER-24M-MMR1,"
                                + "MMR/MMRV first dose at 24 months,all,all,,,,,,percent,95.0,c,,2026.3,2026-11-18",
                        "quarter,2026-04-01,2026-06-30,icb,NX1,\"Northmere, Eastvale\",RES,POP-CARE-CHIS,"
                                + "Children on the CHIS register,all,all,,,,,,percent,,x,,2026.3,2026-11-18");
        assertThat(csv).doesNotContain(".part").endsWith("\r\n");
    }

    @Test
    void keepsWhatItsDescriptionPromises() throws IOException {
        OPEN.write(figures().stream(), folder);
        Path file = folder.resolve(OPEN.fileName());
        JsonNode description = new ObjectMapper()
                .readTree(folder.resolve(OPEN.fileName() + "-metadata.json").toFile());
        JsonNode columns = description.at("/tableSchema/columns");
        assertThat(description.get("url").asText()).isEqualTo(file.getFileName().toString());

        Set<String> keys = new HashSet<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : csv) {
                for (int i = 0; i < columns.size(); i++) {
                    assertThat(row.getHeader().get(i))
                            .isEqualTo(columns.get(i).get("name").asText());
                    requireKept(columns.get(i), row.getField(i));
                }
                StringBuilder key = new StringBuilder();
                description.at("/tableSchema/primaryKey").forEach(name -> key.append(row.getField(name.asText()))
                        .append('|'));
                assertThat(keys.add(key.toString())).as("key %s", key).isTrue();
            }
        }
    }

    private static void requireKept(JsonNode column, String cell) {
        if (cell.isEmpty()) {
            assertThat(column.path("required").asBoolean()).as("%s", column).isFalse();
            return;
        }
        JsonNode type = column.get("datatype");
        switch (type.get("base").asText()) {
            case "date" -> assertThat(LocalDate.parse(cell)).isNotNull();
            case "integer" -> assertThat(Long.parseLong(cell)).isGreaterThanOrEqualTo(0);
            case "decimal" -> assertThat(new BigDecimal(cell)).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
            default -> assertThat(cell).matches(type.path("format").asText("(?s).+"));
        }
    }

    @Test
    void refusesFormulasDisorderAndPractices() {
        OpenCoverageCsv formula = new OpenCoverageCsv(
                ExampleRelease.context(), "Demonstration", Map.of(ExampleRelease.ICB, "=A1", ExampleRelease.LA, "A"));
        List<ControlledMeasure> figures = figures();
        MeasureCell practice =
                MeasureCell.counted(ExampleRelease.MMR1, "REG", new AreaKey("PRACTICE", "X00001"), 50, 100);
        List<ControlledMeasure> practices = ControlledMeasures.of(
                        Releases.profile("open"), List.of(practice), List.of(), List.of())
                .figures();

        assertThatThrownBy(() -> formula.write(figures.stream(), folder)).hasMessageContaining("formula");
        assertThatThrownBy(() -> OPEN.write(Stream.of(figures.get(1), figures.get(0)), folder))
                .hasMessageContaining("out of order");
        assertThatThrownBy(() -> OPEN.write(practices.stream(), folder)).hasMessageContaining("practice");
    }
}

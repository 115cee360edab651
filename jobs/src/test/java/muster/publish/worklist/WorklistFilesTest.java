package muster.publish.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import muster.publish.outbox.Outbox;
import muster.publish.outbox.OutputDeclaration;
import muster.publish.outbox.Publication;
import muster.publish.outbox.PublicationLedger;
import muster.publish.outbox.PublishedFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorklistFilesTest {

    @TempDir
    Path home;

    private final List<IssuedKey> issued = new ArrayList<>();
    private WorklistFiles<WorklistRow, IssuedKey> files;

    @BeforeEach
    void aWriterOfTenCasesAFile() throws IOException {
        Path temporary = Files.createDirectory(home.resolve("temporary"));
        files = new WorklistFiles<>(
                new WorklistWorkbook(InventedWorklist.reasons(), InventedWorklist.KEY, temporary), "chis", 10);
    }

    @Test
    void aLongListIsSplitInItsOwnOrder() throws IOException {
        assertThat(write(25, 25).stream().map(PublishedFile::name))
                .containsExactly(
                        "worklists/muster_worklist_chis-rxa_2027-01-15_v1_part1of3.xlsx",
                        "worklists/muster_worklist_chis-rxa_2027-01-15_v1_part2of3.xlsx",
                        "worklists/muster_worklist_chis-rxa_2027-01-15_v1_part3of3.xlsx");
        assertThat(issued.stream().map(IssuedKey::caseRef))
                .isEqualTo(InventedWorklist.rows(25).stream()
                        .map(WorklistRow::caseRef)
                        .toList());
    }

    @Test
    void anEmptyListIsStillAFile() throws IOException {
        assertThat(write(0, 0)).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("worklists/muster_worklist_chis-rxa_2027-01-15_v1.xlsx");
            assertThat(file.rows()).isZero();
        });
    }

    @Test
    void aWrongCountIsRefused() {
        assertThatThrownBy(() -> write(12, 10)).isInstanceOf(IllegalArgumentException.class);
    }

    private List<PublishedFile> write(int rows, long count) throws IOException {
        return files.write(
                publication(),
                "worklist",
                "RXA",
                "worklists",
                InventedWorklist.header(false),
                InventedWorklist.rows(rows).iterator(),
                count,
                issued::add);
    }

    private Publication publication() throws IOException {
        return new Outbox(home.resolve("outbox"), Map.of("worklist", new Declared()), new NothingPublished())
                .open(InventedWorklist.DAY, "2027-01-15");
    }

    private record Declared() implements OutputDeclaration {
        @Override
        public String id() {
            return "worklist";
        }

        @Override
        public String audience() {
            return "CHIS";
        }

        @Override
        public String tier() {
            return "T1";
        }

        @Override
        public String marking() {
            return "OFFICIAL-SENSITIVE";
        }

        @Override
        public List<String> columns() {
            return List.of();
        }
    }

    private static final class NothingPublished implements PublicationLedger {
        @Override
        public boolean isPublished(LocalDate businessDate) {
            return false;
        }

        @Override
        public void markPublished(LocalDate businessDate, String manifestSha256) {
            throw new IllegalStateException("These tests publish nothing");
        }
    }
}

package muster.publish.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 17);

    @TempDir
    Path home;

    private final Ledger ledger = new Ledger();

    @Test
    void aNightIsAbsentUntilItIsWhole() throws Exception {
        Outbox outbox = outbox();
        Publication publication = outbox.open(DAY, "2026-11-17");
        publication.write(file("b.txt", "RXB"), text("two\n", 2));
        publication.write(file("a.txt", "RXA"), text("one\n", 1));
        assertThat(outbox.folderOf(DAY)).doesNotExist();

        publication.publish();

        Path folder = outbox.folderOf(DAY);
        assertThat(folder.resolve("worklists/a.txt")).hasContent("one");
        JsonNode manifest =
                new ObjectMapper().readTree(folder.resolve("manifest.json").toFile());
        assertThat(manifest.get("files").findValuesAsText("name"))
                .containsExactly("worklists/a.txt", "worklists/b.txt");
        JsonNode line = manifest.get("files").get(0);
        assertThat(line.properties().stream().map(Map.Entry::getKey))
                .containsExactly("name", "sha256", "rows", "audience", "recipient", "tier", "marking");
        assertThat(line.get("sha256").asText()).isEqualTo(sha256(folder.resolve("worklists/a.txt")));
        assertThat(line.get("rows").asLong()).isEqualTo(1);
        assertThat(line.get("recipient").asText()).isEqualTo("RXA");
        assertThat(line.get("tier").asText()).isEqualTo("T1");
        assertThat(ledger.published).containsEntry(DAY, sha256(folder.resolve("manifest.json")));
        assertThat(names(home)).containsExactly("2026-11-17");
    }

    @Test
    void whatIsPublishedIsOpenToItsOwnerAlone() throws IOException {
        Outbox outbox = outbox();
        publishOne(outbox, "one\n");
        Path folder = outbox.folderOf(DAY);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("worklists/a.txt"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aNightThatDiedWhileWritingIsBegunAgain() throws IOException {
        Outbox outbox = outbox();
        Publication dead = outbox.open(DAY, "2026-11-17");
        dead.write(file("half.txt", "RXA"), text("half\n", 1));
        assertThatThrownBy(() -> dead.write(file("broken.txt", "RXA"), out -> {
                    out.write('x');
                    throw new IOException("disk full");
                }))
                .isInstanceOf(IOException.class);

        publishOne(outbox, "whole\n");

        assertThat(names(outbox.folderOf(DAY).resolve("worklists"))).containsExactly("a.txt");
        assertThat(names(home)).containsExactly("2026-11-17");
    }

    @Test
    void aFolderRenamedButNeverCommittedIsReplaced() throws IOException {
        Outbox outbox = outbox();
        ledger.failing = true;
        assertThatThrownBy(() -> publishOne(outbox, "first\n")).hasMessage("the commit was lost");
        assertThat(outbox.folderOf(DAY)).isDirectory();

        ledger.failing = false;
        publishOne(outbox, "second\n");

        assertThat(outbox.folderOf(DAY).resolve("worklists/a.txt")).hasContent("second");
        assertThat(names(home)).containsExactly("2026-11-17");
    }

    @Test
    void whatDeadNightsLeftIsRemovedAtTheNextStart() throws IOException {
        Files.createDirectories(home.resolve(".staging-2026-11-16/worklists"));
        Files.createDirectories(home.resolve(".replaced-2026-11-15"));
        publishOne(outbox(), "one\n");
        assertThat(names(home)).containsExactly("2026-11-17");
    }

    @Test
    void aPublishedFolderIsNeverTouchedAgain() throws IOException {
        Outbox outbox = outbox();
        publishOne(outbox, "first\n");
        assertThatThrownBy(() -> outbox.open(DAY, "2026-11-17"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("already published");
        assertThat(outbox.folderOf(DAY).resolve("worklists/a.txt")).hasContent("first");
    }

    @Test
    void everyFileIsOfADeclaredOutputForExactlyOneRecipient() throws IOException {
        Publication publication = outbox().open(DAY, "2026-11-17");
        assertThatThrownBy(() -> publication.write(new OutputFile("surprise", "RXA", "", "a.txt"), text("", 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'surprise' is not declared");
        for (String recipient : new String[] {null, "", " ", "RXA,RXB", "RXA RXB", "RXA;RXB"}) {
            assertThatThrownBy(() -> file("a.txt", recipient)).isInstanceOf(IllegalArgumentException.class);
        }
        publication.write(file("a.txt", "RXA"), text("", 0));
        assertThatThrownBy(() -> publication.write(file("a.txt", "RXB"), text("", 0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> publication.write(new OutputFile("worklist", "RXA", "", "manifest.json"), text("", 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesCannotLeaveTheNightsFolder() {
        for (String name : List.of("../a.txt", "/a.txt", "a/b.txt", "a b.txt", ".a", "a.part", "")) {
            assertThatThrownBy(() -> file(name, "RXA")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void fileNamesSortAndHoldNoPersonalData() {
        assertThat(OutputName.of("worklist")
                        .area("CHIS", "NX1")
                        .date(DAY)
                        .version(1)
                        .part(1, 1)
                        .extension("xlsx"))
                .isEqualTo("muster_worklist_chis-nx1_2026-11-17_v1.xlsx");
        assertThat(OutputName.of("worklist")
                        .area("chis", "NX1")
                        .date(DAY)
                        .version(1)
                        .part(2, 3)
                        .extension("xlsx"))
                .isEqualTo("muster_worklist_chis-nx1_2026-11-17_v1_part2of3.xlsx");
        assertThat(OutputName.of("commissioner-report")
                        .area("ICB", "NX1")
                        .period("2026-27-q3")
                        .date(LocalDate.of(2027, 1, 14))
                        .version(1)
                        .extension("pdf"))
                .isEqualTo("muster_commissioner-report_icb-nx1_2026-27-q3_2027-01-14_v1.pdf");
        assertThatThrownBy(() -> OutputName.of("Work list")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OutputName.of("worklist").area("chis", "9990000018"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("9990000018");
    }

    private Outbox outbox() {
        return new Outbox(home, Map.of("worklist", new Declared()), ledger);
    }

    private static void publishOne(Outbox outbox, String content) throws IOException {
        Publication publication = outbox.open(DAY, "2026-11-17");
        publication.write(file("a.txt", "RXA"), text(content, 1));
        publication.publish();
    }

    private static OutputFile file(String name, String recipient) {
        return new OutputFile("worklist", recipient, "worklists", name);
    }

    private static FileBody text(String content, long rows) {
        return out -> {
            out.write(content.getBytes(StandardCharsets.UTF_8));
            return rows;
        };
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
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

    private static final class Ledger implements PublicationLedger {
        private final Map<LocalDate, String> published = new HashMap<>();
        private boolean failing;

        @Override
        public boolean isPublished(LocalDate businessDate) {
            return published.containsKey(businessDate);
        }

        @Override
        public void markPublished(LocalDate businessDate, String manifestSha256) {
            if (failing) {
                throw new IllegalStateException("the commit was lost");
            }
            published.put(businessDate, manifestSha256);
        }
    }
}

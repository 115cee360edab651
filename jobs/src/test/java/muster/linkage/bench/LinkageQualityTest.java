package muster.linkage.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import muster.engine.Lineage;
import muster.engine.Models;
import muster.engine.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How right linkage is on a few thousand records of fixed seeds: nothing may make it worse unseen. */
class LinkageQualityTest {

    private static final Path MAPPING = Path.of("config", "bench", "febrl.yaml");

    @TempDir
    Path folder;

    private final TestDatabase shared = TestDatabase.shared();
    private final Models models = Models.load();
    private final Lineage lineage = Lineage.of(models, shared.client(), shared.transaction());
    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = shared.dataSource().getConnection();
        connection.setAutoCommit(false);
    }

    @AfterEach
    void nothingStays() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void registersAsTheyAre() throws SQLException {
        LinkBench.Result result = bench().run(new LinkBench.Request(3_000, 3_000, 4711, true));
        assertThat(result.linked() - result.right()).as("wrong links").isZero();
        assertThat(result.twinsMerged()).isZero();
        assertThat(f1(result.right(), result.linked(), result.held())).isGreaterThan(0.99);
        assertThat(result.review()).isLessThan(result.records() / 100);
    }

    /** One duplicate of each person, as in set 4 of FEBRL. */
    @Test
    void dirtWithoutIdentifiers() throws SQLException, IOException {
        dirtIsLinked(new DirtySet.Request(2_000, 2_000, 1, 2, 0, 4712), 0.88, 0.985);
    }

    /** Up to five duplicates of a person, as in set 3. */
    @Test
    void dirtWithoutIdentifiersSeveralOfAPerson() throws SQLException, IOException {
        dirtIsLinked(new DirtySet.Request(1_000, 1_500, 5, 2, 0, 4713), 0.88, 0.985);
    }

    /** Four errors in every record: birth dates and names seldom survive. */
    @Test
    void muchDirtWithoutIdentifiers() throws SQLException, IOException {
        dirtIsLinked(new DirtySet.Request(2_000, 2_000, 1, 2, 4, 4714), 0.78, 0.965);
    }

    private void dirtIsLinked(DirtySet.Request request, double leastAutomatic, double leastWithReview)
            throws SQLException, IOException {
        LinkBench.Result result = bench().run(invented(request));
        assertThat(result.held()).isEqualTo(request.duplicates());
        assertThat(result.linked() - result.right()).as("wrong links").isZero();
        assertThat(result.twinsMerged()).isZero();
        assertThat(f1(result.right(), result.linked(), result.held()))
                .as("F1 of the links made by themselves")
                .isGreaterThan(leastAutomatic);
        assertThat(f1(result.right() + result.reviewRight(), result.linked() + result.reviewRight(), result.held()))
                .as("F1 with what waits for a person answered rightly")
                .isGreaterThan(leastWithReview);
    }

    @Test
    void theSameRequestGivesTheSameFilesAndMoreThanThereCanBeIsRefused() throws IOException {
        DirtySet.Request request = new DirtySet.Request(200, 300, 5, 2, 4, 1);
        DirtySet.write(request, folder.resolve("a.csv"), folder.resolve("b.csv"));
        DirtySet.write(request, folder.resolve("c.csv"), folder.resolve("d.csv"));
        assertThat(folder.resolve("c.csv")).hasSameBinaryContentAs(folder.resolve("a.csv"));
        assertThat(folder.resolve("d.csv")).hasSameBinaryContentAs(folder.resolve("b.csv"));
        assertThat(Files.readAllLines(folder.resolve("b.csv"))).hasSize(301);
        assertThatThrownBy(() -> DirtySet.write(
                        new DirtySet.Request(2, 3, 1, 2, 4, 1), folder.resolve("e.csv"), folder.resolve("f.csv")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** The published files have a space after each comma; dates that are none are missing; one file may hold both. */
    @Test
    void filesAsFebrlWritesThem() throws IOException {
        Path both = Files.writeString(folder.resolve("both.csv"), """
                rec_id, given_name, surname, street_number, address_1, address_2, suburb, postcode, state, date_of_birth, soc_sec_id
                rec-7-org, anna, invented, 8, made up road, , nowhere, 4223, xyz, 19151111, 1000001
                rec-7-dup-1, ana, invented, , made up road, , nowhere, 4223, xyz, 19151341, 1000001
                rec-9-dup-0, , , , , , , , , ,
                """);
        MappedSet set = MappedSet.read(ColumnMapping.read(MAPPING), both, both);
        assertThat(set.persons()).singleElement().satisfies(person -> {
            assertThat(person.given()).isEqualTo("anna");
            assertThat(person.birth()).isEqualTo("1915-11-11");
            assertThat(person.home().line()).isEqualTo("8 made up road");
        });
        assertThat(set.records()).hasSize(2);
        assertThat(set.records().get(0)).satisfies(record -> {
            assertThat(record.truth()).isEqualTo(1);
            assertThat(record.birth()).isNull();
            assertThat(record.home().line()).isEqualTo("made up road");
            assertThat(record.source()).isEqualTo("BENCH1");
        });
        assertThat(set.records().get(1)).satisfies(record -> {
            assertThat(record.truth()).isZero();
            assertThat(record.given()).isNull();
        });
    }

    @Test
    void aFileWithoutAColumnOfTheMappingIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file.csv"), "rec_id,surname\nrec-1-org,x\n");
        assertThatThrownBy(() -> MappedSet.read(ColumnMapping.read(MAPPING), file, file))
                .hasMessageContaining("given_name");
    }

    private MappedSet invented(DirtySet.Request request) throws IOException {
        Path original = folder.resolve("original.csv");
        Path duplicates = folder.resolve("duplicates.csv");
        DirtySet.write(request, original, duplicates);
        return MappedSet.read(ColumnMapping.read(MAPPING), original, duplicates);
    }

    private LinkBench bench() {
        return new LinkBench(connection, models, lineage);
    }

    private static double f1(long right, long links, long held) {
        double precision = (double) right / links;
        double recall = (double) right / held;
        return 2 * precision * recall / (precision + recall);
    }
}

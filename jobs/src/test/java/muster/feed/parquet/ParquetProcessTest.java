package muster.feed.parquet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import muster.definition.feed.IntakeSettings.ParquetLimits;
import muster.feed.FileRefusedException;
import muster.feed.Reason;
import muster.feed.hostile.Parsing;
import muster.feed.parquet.child.FrameKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the child does, the night goes on: one file is refused, in bounded time and memory. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ParquetProcessTest {

    private static final int MOST = 1 << 20;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "hangs, LIMIT_EXCEEDED",
        "fills its memory, LIMIT_EXCEEDED",
        "dies, PARQUET_INVALID",
        "claims gigabytes, LIMIT_EXCEEDED",
        "claims less than nothing, PARQUET_INVALID",
        "says an unknown word, PARQUET_INVALID",
        "stops within a row, PARQUET_INVALID"
    })
    void aChildThatGoesWrongRefusesTheFile(String mode, Reason reason) throws IOException {
        // Its start counts as well: enough of it on a busy machine.
        try (ParquetProcess process = start(mode, mode.equals("hangs") ? 20 : 120)) {
            FileRefusedException refusal = catchThrowableOfType(FileRefusedException.class, () -> process.next(MOST));
            assertThat(refusal.reason()).isEqualTo(reason);
            assertThat(process.body().length).isLessThanOrEqualTo(MOST);
        }
    }

    @Test
    void aChildThatDoesNotStartSaysNothingOfTheFile() {
        assertThatThrownBy(() -> start("mute", 60)).isInstanceOf(IOException.class);
    }

    @Test
    void aChildIsTakenAwayWithItsReader() throws IOException {
        ParquetProcess process = start("hangs", 600);
        process.close();
        assertThatThrownBy(() -> process.next(MOST)).isInstanceOf(FileRefusedException.class);
        assertThat(ProcessHandle.current().children()).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void theChildSeesNothingOfOurEnvironment() throws IOException {
        assertThat(System.getenv()).hasSizeGreaterThan(1);
        // One variable, the form of file names: its kind is the last but one.
        try (ParquetProcess process = start("tells its surroundings", 60)) {
            assertThat(process.next(MOST)).isEqualTo(FrameKind.BROKEN);
        }
    }

    @Test
    void theChildAloneSeesTheLibrary() {
        noClasses()
                .that()
                .resideOutsideOfPackage("muster.feed.parquet.child..")
                .and()
                // What the synthesiser writes is its own; what anybody sends is read by the child.
                .doNotHaveFullyQualifiedName("muster.synthetic.ParquetExtract")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.parquet..", "blue.strategic..", "io.airlift..", "org.apache.hadoop..")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("muster"));
    }

    private ParquetProcess start(String mode, int seconds) throws IOException {
        ParquetLimits limits = Parsing.DEFINITIONS.settings().parquet();
        return ParquetProcess.start(
                Files.writeString(folder.resolve("mode"), mode),
                new ParquetLimits(
                        limits.maxFooterBytes(),
                        limits.maxRowGroupBytes(),
                        64,
                        seconds,
                        limits.maxGrowth(),
                        limits.freeBytes()),
                OddChild.class);
    }
}

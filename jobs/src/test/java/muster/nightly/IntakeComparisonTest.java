package muster.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeComparisonTest {
    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 18);
    private static final String KEY = """
            night,file_name,line_number,outcome,reason_code,rows,check
            2026-11-17,a.csv,9,REJECTED,DATE_FORMAT,1,MUST
            2026-11-18,a.csv,2,REJECTED,DATE_FORMAT,1,MUST
            2026-11-18,a.csv,3,APPLIED_WITH_WARNING,DUAL_REGISTRATION,1,MAY
            2026-11-18,a.csv,,NO_CHANGE,,7,MUST
            2026-11-18,unread.csv,4,REJECTED,DATE_FORMAT,1,MUST
            """;
    private static final String HEAD = """
            file_name,feed,line_number,outcome,reason_code,field,rows
            a.csv,x,,READ,,,12
            a.csv,x,,APPLIED,,,4
            """;

    @TempDir
    Path folder;

    @Test
    void theSameIsExactAndFilesNobodyReadsAreNamed() throws IOException {
        IntakeComparison compared =
                compare("a.csv,x,2,REJECTED,DATE_FORMAT;NAME_MISSING,DAY,1\na.csv,x,,NO_CHANGE,,,7\n");
        assertThat(compared.exact()).isTrue();
        assertThat(compared.agreed()).isEqualTo(2);
        assertThat(compared.unread()).containsExactly("unread.csv");
    }

    @Test
    void anotherReasonIsMissedAndUnexpected() throws IOException {
        IntakeComparison compared = compare("a.csv,x,2,REJECTED,DATE_FUTURE,DAY,1\na.csv,x,,NO_CHANGE,,,7\n");
        assertThat(compared.exact()).isFalse();
        assertThat(compared.missed()).containsExactly("a.csv 2 REJECTED DATE_FORMAT 1");
        assertThat(compared.unexpected()).containsExactly("a.csv 2 REJECTED DATE_FUTURE 1");
    }

    @Test
    void anotherCountOfUnchangedRowsIsMissed() throws IOException {
        assertThat(compare("a.csv,x,2,REJECTED,DATE_FORMAT,DAY,1\na.csv,x,,NO_CHANGE,,,6\n")
                        .missed())
                .containsExactly("a.csv  NO_CHANGE  7");
    }

    private IntakeComparison compare(String rows) throws IOException {
        Path truth = Files.writeString(folder.resolve("truth.csv"), KEY);
        Path exported = Files.writeString(folder.resolve("export.csv"), HEAD + rows);
        return IntakeComparison.of(NIGHT, truth, exported);
    }
}

package muster.publish.commissioner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CommissionerReportPdfTest {
    private final CommissionerReportPdf pdf = new CommissionerReportPdf();

    @Test
    void draft() throws Exception {
        Files.write(Path.of("/tmp/rp/icb.pdf"), pdf.render(ExampleRelease.icb()));
        Files.write(Path.of("/tmp/rp/la.pdf"), pdf.render(ExampleRelease.authority()));
        Files.write(Path.of("/tmp/rp/icb2.pdf"), pdf.render(ExampleRelease.icb())); assertThat(java.util.Arrays.equals(Files.readAllBytes(Path.of("/tmp/rp/icb.pdf")), Files.readAllBytes(Path.of("/tmp/rp/icb2.pdf")))).isTrue();
    }
}

package muster.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import muster.synthetic.Synthesiser;
import muster.synthetic.SynthesisRequest;

/** Runs the synthesiser with a progress bar on the terminal. */
final class Synthesis {

    private Synthesis() {}

    /** Writes the feeds and returns the folder they are in. */
    static Path write(Path home, int children, LocalDate from, int nights, long seed, String profile)
            throws IOException {
        try (ProgressBar bar = new ProgressBarBuilder().setTaskName("Synthesise").setUpdateIntervalMillis(500).build()) {
            Synthesiser.write(new SynthesisRequest(home, children, from, nights, seed, profile), (what, done, total) -> {
                bar.maxHint(total);
                bar.stepTo(done);
                bar.setExtraMessage(what);
            });
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
        return home.resolve("synthetic");
    }
}

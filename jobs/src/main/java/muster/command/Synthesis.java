package muster.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import muster.synthetic.ProgressListener;
import muster.synthetic.SynthesisRequest;
import muster.synthetic.Synthesiser;

/** Runs the synthesiser: with a progress bar on a terminal, with one line where nobody watches. */
final class Synthesis {

    private Synthesis() {}

    /** Writes the feeds and returns the folder they are in. */
    static Path write(Path home, int children, LocalDate from, int nights, long seed, String profile)
            throws IOException {
        HomeOption.requireWritable(home);
        SynthesisRequest request = new SynthesisRequest(home, children, from, nights, seed, profile);
        try (Bar bar = new Bar()) {
            Synthesiser.write(request, bar);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
        return home.resolve("synthetic");
    }

    /** Appears with the first progress, so that a refused request shows none. */
    private static final class Bar implements ProgressListener, AutoCloseable {

        private ProgressBar bar;
        private boolean begun;

        @Override
        public void progress(String what, long done, long total) {
            if (!begun) {
                begin();
            }
            if (bar != null) {
                bar.maxHint(total);
                bar.stepTo(done);
                bar.setExtraMessage(what);
            }
        }

        private void begin() {
            begun = true;
            if (System.console() == null) {
                System.err.println("Inventing children and writing their feeds");
            } else {
                bar = new ProgressBarBuilder()
                        .setTaskName("Synthesise")
                        .setUpdateIntervalMillis(500)
                        .build();
            }
        }

        @Override
        public void close() {
            if (bar != null) {
                bar.close();
            }
        }
    }
}

package muster.synthetic;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import muster.synthetic.FeedFile.Label;

/**
 * A night's PDS extract ({@code feeds.md} 3.11), on some nights in Parquet, on others with its columns in another order and case:
 * everybody as ADD on the first night, afterwards what is new or changed. On the
 * first night the restricted records that nobody refreshed come in a file of their own, whose control file tells its older date.
 */
final class PdsFile implements Closeable {
    private static final String PDS_OPERATOR = "X26";

    private final LocalDate date;
    private final Truth truth;
    private final FeedFile main;
    private final FeedFile stale;

    PdsFile(Path nightFolder, LocalDate date, int night, Profile profile, Truth truth) throws IOException {
        Path folder = nightFolder.resolve("pds-extract");
        this.date = date;
        this.truth = truth;
        String stem = "pds_extract_%s_-_MUSTER".formatted(FeedFile.basic(date));
        if (profile.parquetOn(night)) {
            this.main = FeedFile.parquet(folder.resolve(stem + ".parquet"), Layouts.PDS_EXTRACT);
        } else {
            boolean odd = night % 2 == 0;
            this.main = FeedFile.named(
                    folder.resolve(stem + ".csv"),
                    null,
                    odd ? backwards(Layouts.PDS_EXTRACT).toUpperCase(Locale.ROOT) : Layouts.PDS_EXTRACT);
            if (odd) {
                main.arranged(PdsFile::backwards);
            }
        }
        this.stale = night == 1 ? openStale(folder) : null;
    }

    /** The columns in the opposite order: the names tell which is which, and their case tells nothing. */
    private static String backwards(String line) {
        List<String> cells = Csv.cells(line);
        Collections.reverse(cells);
        return String.join(",", cells);
    }

    private FeedFile openStale(Path folder) throws IOException {
        LocalDate retrieved = FaultStories.lastRetrieved(date);
        Label label = new Label("PDSEXT", PDS_OPERATOR, retrieved, 1, false);
        String name = "pds_restricted_%s_-_MUSTER.csv".formatted(FeedFile.basic(retrieved));
        return FeedFile.named(folder.resolve(name), label, Layouts.PDS_EXTRACT);
    }

    void write(Child child, World before, World now) throws IOException {
        boolean old = child.kind() == StoryKind.RESTRICTED_NOT_REFRESHED && stale != null;
        write(old ? stale : main, before, now.earlierNumber, now.sentAgain);
        write(old ? stale : main, before, now.pds, now.sentAgain);
    }

    private void write(FeedFile file, World before, Pds row, boolean sentAgain) throws IOException {
        if (row == null) {
            return;
        }
        Pds held = held(before, row.who().nhs());
        String number = row.who().nhs();
        if (held == null) {
            file.row(number, number, Layouts.pds("ADD", row));
        } else if (!held.equals(row)) {
            file.row(number, number, Layouts.pds("AMENDED", row));
        } else if (sentAgain) {
            file.row(number, number, Layouts.pds("ADD", row));
            file.unchanged++;
        }
    }

    private static Pds held(World before, String number) {
        for (Pds row : new Pds[] {before.pds, before.earlierNumber}) {
            if (row != null && row.who().nhs().equals(number)) {
                return row;
            }
        }
        return null;
    }

    FeedFile main() {
        return main;
    }

    @Override
    public void close() throws IOException {
        main.close();
        truth.unchanged(date, main.name(), main.unchanged);
        if (stale != null) {
            stale.close();
        }
    }
}

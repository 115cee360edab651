package muster.nightly;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import muster.definition.feed.FeedDefinition;
import muster.definition.feed.FeedDefinitions;
import muster.definition.feed.FeedFiles.AcknowledgementForm;
import muster.engine.Night;
import muster.feed.Reason;
import muster.publish.acknowledgement.NationalVaccinationAcknowledgement;
import muster.publish.acknowledgement.NationalVaccinationAcknowledgement.Form;
import muster.publish.outbox.OutputFile;
import muster.publish.outbox.Publication;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The answers that the national vaccination format asks for (feeds 8.1), beside our own acknowledgement: for each file
 * looked at an infrastructure acknowledgement, and for each file taken a business one with a row for every refused row.
 * A file that waits or is held has no answer yet. The time received is the night; nothing reads the clock.
 */
@Component
class VaccinationAcknowledgementOutputs {

    private static final String OUTPUT = "vaccination-acknowledgement";
    private static final String FOLDER = "acknowledgements";
    private static final DateTimeFormatter RECEIVED = DateTimeFormatter.ofPattern("uuuuMMdd'T00000000'");
    private static final int ROWS_AT_A_TIME = 5_000;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final FeedDefinitions feeds;

    VaccinationAcknowledgementOutputs(JdbcClient database, TransactionTemplate transaction, FeedDefinitions feeds) {
        this.database = database;
        this.transaction = transaction;
        this.feeds = feeds;
    }

    /** One file that has an answer. */
    private record Answered(long fileId, String name, String sender, String sha256, boolean taken) {

        /** The same for the same file, wherever and whenever it is answered. */
        String id() {
            return UUID.nameUUIDFromBytes((name + "|" + sha256).getBytes(StandardCharsets.UTF_8))
                    .toString();
        }
    }

    /** Writes the answers of the night. */
    void write(Publication publication, Night night) throws IOException {
        Set<String> names = new HashSet<>();
        for (FeedDefinition feed : feeds.feeds().values()) {
            if (feed.files().acknowledgement() == AcknowledgementForm.NATIONAL_VACCINATION) {
                for (Answered file : answered(feed, night.businessDate())) {
                    write(publication, night, file, Form.INFRASTRUCTURE, names);
                    if (file.taken()) {
                        write(publication, night, file, Form.BUSINESS, names);
                    }
                }
            }
        }
    }

    private void write(Publication publication, Night night, Answered file, Form form, Set<String> names)
            throws IOException {
        String received = RECEIVED.format(night.businessDate());
        OutputFile output = new OutputFile(OUTPUT, file.sender(), FOLDER, free(names, file, form, received));
        publication.write(output, out -> {
            NationalVaccinationAcknowledgement answer =
                    new NationalVaccinationAcknowledgement(out, form, file.id(), received);
            if (form == Form.INFRASTRUCTURE) {
                answer.file(file.taken());
            } else {
                refusedRows(answer, file);
            }
            answer.close();
            return answer.records();
        });
    }

    /** What is not named as the format asks names no sender to answer. */
    private List<Answered> answered(FeedDefinition feed, LocalDate night) {
        Pattern named = feed.files().compiled();
        return database.sql("""
                        select file_id, name, sender, coalesce(sha256, '') as sha256,
                            state in ('TAKEN', 'LANDED', 'APPLIED') as taken
                        from engine.file
                        where business_date = :night and feed = :feed and sender is not null
                            and state not in ('WAITING', 'HELD')
                        order by file_id
                        """).param("night", night).param("feed", feed.feed()).query(Answered.class).list().stream()
                .filter(file -> named.matcher(file.name()).matches())
                .toList();
    }

    private void refusedRows(NationalVaccinationAcknowledgement answer, Answered file) {
        transaction.executeWithoutResult(status -> database.sql("""
                        select line_no, reason_codes from engine.line
                        where file_id = :id and outcome = 'REJECTED' and line_no is not null
                        order by line_no
                        """)
                .withFetchSize(ROWS_AT_A_TIME)
                .param("id", file.fileId())
                .query((RowCallbackHandler) row -> {
                    String[] codes = (String[]) row.getArray("reason_codes").getArray();
                    // The header is line 1.
                    answer.refused(row.getLong("line_no") - 1, words(codes));
                }));
    }

    private static String words(String[] codes) {
        return Arrays.stream(codes)
                .map(code -> code + ": " + Reason.valueOf(code).message())
                .collect(Collectors.joining(" "));
    }

    /** As the national service names its answers; what comes twice in a night gets a number. */
    private static String free(Set<String> names, Answered file, Form form, String received) {
        String stem = file.name().substring(0, file.name().lastIndexOf('.')) + "_" + form.inName() + "_" + received;
        String name = stem;
        for (int copy = 2; !names.add(name); copy++) {
            name = stem + "-" + copy;
        }
        return name + ".csv";
    }
}

package muster.synthetic;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** The answer key in {@code HOME/synthetic/truth}; its columns stand in the README written beside it. */
final class Truth implements Closeable {
    private static final String README = """
            The answer key of this synthesis
            =========================            Each file: CSV, UTF-8, header, LF. night = the business date of the night.

            exceptions.csv  night,type_code,nhs_number,element,state
              Every exception of the types FS-101, 102, 103, 104, 107, 108, 203, 206, 305, 308, 312, 401 to 406, 409, 411 to 413, 501 to
              511 and 602 that must exist after the night, state OPEN or CLOSED; no other exception of these types may exist, but for
              the types of natural.csv. A closed one is listed on every later night. FS-505 is never injected: no
              feed tells which babies are at risk of hepatitis B.
              nhs_number: the child's number as at that night (after FS-203, the surviving one); empty for FS-602.
              element: what tells two cases of one type apart, where a child could have more: the holding provider for FS-103, HV or
              CHIS for FS-107, the listing practice for FS-108, HV:<provider> or CHIS:<organisation> for FS-305; <feed>:<sender>
              for FS-602; else empty (for FS-4xx and 5xx, and for FS-206, whose record has no name outside the database).

            natural.csv  type_code
              Types that come about by themselves too, where a profile leaves care to chance: doses missed, reviews late, screens
              declined. Of them the key lists what is injected, and that must be found; how many more there are it does not say.

            cohort.csv  night,nhs_number,bucket,gp_state,hv_state,chis_state
              One row for each child known after the night. Superseded numbers have no row.

            intake.csv  night,file_name,line_number,outcome,reason_code,rows,check
              Each line, and each file, that is not simply applied. line_number empty: the file as a whole, or all unchanged rows
              together (outcome NO_CHANGE, their number in rows). Where several reasons hold, reason_code is the deciding one.
              check: MUST, or MAY where a reader may decide at another stage (DUAL_REGISTRATION). Warnings on the consistency
              of an extract row (restricted children have neither practice nor reason for removal) have no code and are not listed.

            links.csv  night,feed,source_key,nhs_number,kind
              Whose each register record is, as at that night; a record is listed again only where that became another number.
              nhs_number empty: of nobody whom PDS holds. Records that no line names are of nobody either. kind: what makes it hard
              to say; PLAIN where nothing does. A record may be left alone or for a person, never linked to another child.

            canaries.csv  nhs_number,kind,family_name,given_name,address_line_1
              Marked children, whose texts occur nowhere else: kind RESTRICTED, DECEASED, MERGED, CROSS_BORDER, LEFT_ENGLAND, TWIN,
              FORMULA, MARKUP, LOOKED_AFTER, OPTED_OUT or ORDINARY. A text found where its child may not be shown has leaked.

            identities.csv  night,closed_nhs_number,new_nhs_number
              On that night PDS takes the one number out of use without a survivor, and a child of the same birth date, address and
              doses comes under the other. Nothing but the sources' own words may hold the two together (SG-06).

            To run these nights: copy synthetic/<date>/* to inbox/ before each, and config/service.yaml to HOME/config/.
            """;

    private final BufferedWriter exceptions;
    private final BufferedWriter cohort;
    private final BufferedWriter intake;
    private final BufferedWriter links;
    private final BufferedWriter canaries;
    private final BufferedWriter identities;

    /** @param natural types of which the key does not hold all */
    Truth(Path folder, List<String> natural) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("README.txt"), README);
        exceptions = open(folder, "exceptions.csv", "night,type_code,nhs_number,element,state");
        try (BufferedWriter types = open(folder, "natural.csv", "type_code")) {
            for (String type : natural) {
                line(types, type);
            }
        }
        cohort = open(folder, "cohort.csv", "night,nhs_number,bucket,gp_state,hv_state,chis_state");
        intake = open(folder, "intake.csv", "night,file_name,line_number,outcome,reason_code,rows,check");
        identities = open(folder, "identities.csv", "night,closed_nhs_number,new_nhs_number");
        links = open(folder, "links.csv", "night,feed,source_key,nhs_number,kind");
        canaries = open(folder, "canaries.csv", "nhs_number,kind,family_name,given_name,address_line_1");
    }

    void child(LocalDate night, World world) throws IOException {
        Verdict verdict = Verdict.of(world, night);
        String number = world.who.nhs();
        line(cohort, night.toString(), number, verdict.bucket(), verdict.gp(), verdict.hv(), verdict.chis());
        for (World.Expected expected : world.exceptions) {
            line(exceptions, night.toString(), expected.type(), number, expected.element(), expected.state());
        }
    }

    /** Whose a register record is. */
    void link(LocalDate night, String feed, String sourceKey, String number, RecordKind kind) throws IOException {
        line(links, night.toString(), feed, sourceKey, number, kind.name());
    }

    /** A marked child; a text of its row that is found where it may not be has leaked. */
    void canary(Child child) throws IOException {
        line(
                canaries,
                child.nhs(),
                child.canary().name(),
                child.family(),
                child.newName(),
                child.home().line1());
    }

    /** Two numbers that nothing may hold together. */
    void identities(LocalDate night, String closed, String anew) throws IOException {
        line(identities, night.toString(), closed, anew);
    }

    void shrunk(LocalDate night, String subject) throws IOException {
        line(exceptions, night.toString(), "FS-602", "", subject, "OPEN");
    }

    /** A line that is not simply applied. */
    void row(LocalDate night, String file, int lineNumber, String outcome, String reason) throws IOException {
        line(intake, night.toString(), file, Integer.toString(lineNumber), outcome, reason, "1", "MUST");
    }

    /** The same, where another stage may say so instead. */
    void rowPerhaps(LocalDate night, String file, int lineNumber, String outcome, String reason) throws IOException {
        line(intake, night.toString(), file, Integer.toString(lineNumber), outcome, reason, "1", "MAY");
    }

    void unchanged(LocalDate night, String file, int rows) throws IOException {
        if (rows > 0) {
            line(intake, night.toString(), file, "", "NO_CHANGE", "", Integer.toString(rows), "MUST");
        }
    }

    /** A right file, closed: a repetition where it says nothing else than one before, else with its unchanged rows. */
    void taken(LocalDate night, FeedFile file, Senders senders) throws IOException {
        if (senders.repeats(file)) {
            file(night, file.name(), "DUPLICATE", "DUPLICATE_FILE");
        } else {
            unchanged(night, file.name(), file.unchanged);
        }
    }

    /** A file that is not taken. */
    void file(LocalDate night, String file, String outcome, String reason) throws IOException {
        line(intake, night.toString(), file, "", outcome, reason, "0", "MUST");
    }

    @Override
    public void close() throws IOException {
        exceptions.close();
        cohort.close();
        intake.close();
        links.close();
        canaries.close();
        identities.close();
    }

    private static BufferedWriter open(Path folder, String name, String header) throws IOException {
        BufferedWriter writer = Files.newBufferedWriter(folder.resolve(name));
        writer.write(header + "\n");
        return writer;
    }

    private static void line(BufferedWriter writer, String... cells) throws IOException {
        writer.write(String.join(",", cells));
        writer.write('\n');
    }
}

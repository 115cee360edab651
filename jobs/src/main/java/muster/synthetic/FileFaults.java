package muster.synthetic;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import muster.synthetic.FeedFile.Label;
import muster.synthetic.Profile.FileFault;

/**
 * Files that intake must not take, each beside the right ones: cut short, sent again, with a wrong header, out of sequence, or
 * without their control file. None disturbs the sequence of the right files.
 */
final class FileFaults {
    private static final int BEYOND_THE_GAP = 5;

    private final Path synthetic;
    private final SynthesisRequest request;
    private final Profile profile;
    private final Truth truth;

    FileFaults(Path synthetic, SynthesisRequest request, Profile profile, Truth truth) {
        this.synthetic = synthetic;
        this.request = request;
        this.profile = profile;
        this.truth = truth;
    }

    /** Adds the night's damaged files; the right ones are closed already. */
    void add(int night, RegisterFiles registers, VaccinationFiles vaccinations, RegisterFiles nightBefore)
            throws IOException {
        LocalDate date = request.date(night);
        FileFault fault = on("truncated", night);
        if (fault != null) {
            truncated(date, registers.of(fault.feed(), fault.sender()));
        }
        fault = on("repeated", night);
        if (fault != null && nightBefore != null) {
            repeated(date, nightBefore.of(fault.feed(), fault.sender()), night);
        }
        if (on("wrong_header", night) != null) {
            wrongHeader(date, vaccinations);
        }
        fault = on("sequence_gap", night);
        if (fault != null) {
            strange(
                    night,
                    fault,
                    registers.of(fault.feed(), fault.sender()).label.sequence() + BEYOND_THE_GAP,
                    true);
        }
        fault = on("no_control_file", night);
        if (fault != null) {
            strange(night, fault, profile.firstSequenceNumber(), false);
        }
    }

    private FileFault on(String kind, int night) {
        FileFault fault = profile.fileFaults().get(kind);
        return fault != null && fault.on(night, request.nights()) ? fault : null;
    }

    /** The next number in sequence, half of the rows, the whole file's control totals. */
    private void truncated(LocalDate date, FeedFile whole) throws IOException {
        Label label = whole.label;
        Label next = new Label(label.feed(), label.sender(), label.asAt(), label.sequence() + 1, label.full());
        Path path = whole.path.resolveSibling(next.fileName());
        int keep = 1 + whole.rows() / 2;
        try (BufferedReader from = Files.newBufferedReader(whole.path);
                BufferedWriter to = Files.newBufferedWriter(path)) {
            for (int i = 0; i < keep; i++) {
                to.write(from.readLine() + "\r\n");
            }
        }
        Files.writeString(
                FeedFile.controlPath(path),
                FeedFile.controlHeader() + "\r\n" + whole.controlRow(next.sequence()) + "\r\n");
        truth.file(date, next.fileName(), "REJECTED", "CONTROL_TOTAL");
    }

    /** Last night's file lies there once more, name and content. */
    private void repeated(LocalDate date, FeedFile before, int night) throws IOException {
        Path folder = synthetic
                .resolve(request.date(night).toString())
                .resolve(RegisterFiles.FOLDERS.get(before.label.feed()));
        Files.copy(before.path, folder.resolve(before.name()));
        Path control = FeedFile.controlPath(before.path);
        Files.copy(control, folder.resolve(control.getFileName()));
        truth.file(date, before.name(), "DUPLICATE", "DUPLICATE_FILE");
    }

    private void wrongHeader(LocalDate date, VaccinationFiles vaccinations) throws IOException {
        String name = vaccinations.fileName("MMR", "190000");
        Files.createDirectories(vaccinations.folder());
        Files.writeString(
                vaccinations.folder().resolve(name),
                VaccinationFiles.HEADER.replace("PERSON_DOB", "DATE_OF_BIRTH") + "\n");
        truth.file(date, name, "REJECTED", "HEADER_MISMATCH");
    }

    /** A caseload delta of one row about nobody; held for its number, or waiting for its control file. */
    private void strange(int night, FileFault fault, int sequence, boolean controlled) throws IOException {
        LocalDate date = request.date(night);
        Path folder = synthetic.resolve(date.toString()).resolve(RegisterFiles.FOLDERS.get(fault.feed()));
        Label label = new Label(fault.feed(), fault.sender(), date.minusDays(1), sequence, false);
        Who who = new Who(NhsNumbers.ofStranger(44_000 + night), "Nobody", "Known", date.minusDays(600), 2);
        String line = Csv.row("A")
                .add("FAULT-P" + sequence)
                .add(who.nhs())
                .add("01")
                .add(who.family())
                .add(who.given())
                .add(who.birth())
                .add(who.gender())
                .add("JA1 0AA")
                .blanks(5)
                .add(fault.sender())
                .add(fault.sender() + "-T1")
                .add("FAULT-E" + sequence)
                .add("A")
                .add(date.minusDays(20))
                .blanks(2)
                .add("2")
                .add("")
                .add("N")
                .toString();
        try (FeedFile file = controlled
                ? FeedFile.controlled(folder, label, Layouts.HVCASE)
                : FeedFile.named(folder.resolve(label.fileName()), null, Layouts.HVCASE)) {
            file.row(who.nhs(), "FAULT-P" + sequence, line);
        }
        truth.file(
                date,
                label.fileName(),
                controlled ? "HELD" : "WAITING",
                controlled ? "SEQUENCE_GAP" : "CONTROL_FILE_MISSING");
    }
}

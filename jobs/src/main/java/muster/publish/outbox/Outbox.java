package muster.publish.outbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The folder from which a night's files are collected: {@code outbox/<D>/} is complete or absent, never half
 * (contract 2 and 4). A night writes into a staging folder beside it, and {@link Publication#publish()} gives that
 * folder its final name in one step.
 */
public final class Outbox {

    private static final String STAGING = ".staging-";
    private static final String REPLACED = ".replaced-";

    private final Path folder;
    private final Map<String, ? extends OutputDeclaration> declarations;
    private final PublicationLedger ledger;

    /**
     * @param folder {@code HOME/outbox}; created where absent
     * @param declarations every output that may be published, by its id
     * @param ledger which nights are committed as published
     */
    public Outbox(Path folder, Map<String, ? extends OutputDeclaration> declarations, PublicationLedger ledger) {
        this.folder = folder;
        this.declarations = Map.copyOf(declarations);
        this.ledger = ledger;
    }

    /**
     * Begins the publication of one night, on an empty staging folder. What any interrupted night left is removed,
     * since it holds personal data that nobody will collect; the run's lock keeps a second night out.
     *
     * @param runId the run that publishes, named in the manifest
     * @throws IllegalStateException if the night is already committed as published; its folder is not touched
     */
    public Publication open(LocalDate businessDate, String runId) throws IOException {
        if (ledger.isPublished(businessDate)) {
            throw new IllegalStateException("The night of " + businessDate + " is already published");
        }
        Path staging = folder.resolve(STAGING + businessDate);
        Durable.createFolder(folder);
        for (Path left : leftovers()) {
            Durable.deleteFolder(left);
        }
        Durable.createFolder(staging);
        return new Publication(staging, businessDate, runId, declarations, this::commit);
    }

    /** Where the files of a published night lie. */
    public Path folderOf(LocalDate businessDate) {
        return folder.resolve(businessDate.toString());
    }

    private List<Path> leftovers() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> {
                        String name = entry.getFileName().toString();
                        return name.startsWith(STAGING) || name.startsWith(REPLACED);
                    })
                    .toList();
        }
    }

    private void commit(Path staging, LocalDate businessDate, String manifestSha256) throws IOException {
        Path replaced = folder.resolve(REPLACED + businessDate);
        Path published = folderOf(businessDate);
        if (Files.exists(published)) {
            // Renamed by a night that died before its commit: nobody was told of it, so it gives way.
            Durable.rename(published, replaced);
        }
        Durable.rename(staging, published);
        Durable.syncFolder(folder);
        ledger.markPublished(businessDate, manifestSha256);
        Durable.deleteFolder(replaced);
    }
}

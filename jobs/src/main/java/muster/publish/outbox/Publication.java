package muster.publish.outbox;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One night's files while they are being written. Each is written under a name ending {@code .part}, forced to disk
 * and renamed; {@code manifest.json} comes last, then the whole folder takes its final name. Not for several threads.
 */
public final class Publication {

    /** Gives the finished staging folder its final name and commits. */
    interface Commit {
        void run(Path staging, LocalDate businessDate, String manifestSha256) throws IOException;
    }

    private static final String MANIFEST = "manifest.json";

    private final Path staging;
    private final LocalDate businessDate;
    private final String runId;
    private final Map<String, ? extends OutputDeclaration> declarations;
    private final Commit commit;
    private final SortedMap<String, PublishedFile> files = new TreeMap<>();

    Publication(
            Path staging,
            LocalDate businessDate,
            String runId,
            Map<String, ? extends OutputDeclaration> declarations,
            Commit commit) {
        this.staging = staging;
        this.businessDate = businessDate;
        this.runId = runId;
        this.declarations = declarations;
        this.commit = commit;
    }

    /**
     * Writes one file.
     *
     * @return its line of the manifest
     * @throws IllegalArgumentException if the output is not declared, or the name is already taken tonight
     */
    public PublishedFile write(OutputFile file, FileBody body) throws IOException {
        OutputDeclaration declared = declarationOf(file);
        requireNewName(file.path());
        Path target = staging.resolve(file.path());
        Durable.createFolder(target.getParent());
        MessageDigest digest = sha256();
        long rows = writeBytes(target, digest, body);
        PublishedFile published = new PublishedFile(
                file.path(),
                hex(digest),
                rows,
                declared.audience(),
                file.recipient(),
                declared.tier(),
                declared.marking(),
                Files.size(target));
        files.put(file.path(), published);
        return published;
    }

    /** The files written so far, by name. */
    public List<PublishedFile> files() {
        return List.copyOf(files.values());
    }

    /**
     * Writes the manifest, gives the folder its final name and commits "published". After a failure nothing is
     * published, and the next night begins again.
     */
    public void publish() throws IOException {
        MessageDigest digest = sha256();
        writeBytes(staging.resolve(MANIFEST), digest, out -> Manifest.write(out, businessDate, runId, files.values()));
        for (Path folder : folders()) {
            Durable.syncFolder(folder);
        }
        commit.run(staging, businessDate, hex(digest));
    }

    private OutputDeclaration declarationOf(OutputFile file) {
        OutputDeclaration declared = declarations.get(file.outputId());
        if (declared == null) {
            throw new IllegalArgumentException("Output '" + file.outputId()
                    + "' is not declared: add it to config/outputs/ with its audience, tier, marking and columns");
        }
        return declared;
    }

    private void requireNewName(String path) {
        if (path.equals(MANIFEST) || files.containsKey(path)) {
            throw new IllegalArgumentException("Two files of one night cannot both be named " + path);
        }
    }

    private List<Path> folders() throws IOException {
        try (var walk = Files.walk(staging)) {
            return walk.filter(Files::isDirectory).toList();
        }
    }

    private static long writeBytes(Path target, MessageDigest digest, FileBody body) throws IOException {
        Path part = Durable.createFile(target.resolveSibling(target.getFileName() + ".part"));
        long rows;
        try (OutputStream out = new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(part)), digest)) {
            rows = body.writeTo(out);
        }
        Durable.syncFile(part);
        Durable.rename(part, target);
        return rows;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}

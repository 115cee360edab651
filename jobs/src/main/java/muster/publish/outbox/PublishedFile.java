package muster.publish.outbox;

/**
 * One line of {@code manifest.json} (contract 4).
 *
 * @param name path from the night's folder, with forward slashes
 * @param sha256 lower-case hexadecimal digest of the bytes
 * @param rows rows of data that the file carries, as its writer counted them
 * @param audience kind of reader, from the declaration
 * @param recipient the one organisation or holder it is for
 * @param tier release tier, from the declaration
 * @param marking protective marking, from the declaration
 * @param bytes size of the file; not in the manifest, shown by the run report
 */
public record PublishedFile(
        String name,
        String sha256,
        long rows,
        String audience,
        String recipient,
        String tier,
        String marking,
        long bytes) {}

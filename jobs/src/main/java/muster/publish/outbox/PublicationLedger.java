package muster.publish.outbox;

import java.time.LocalDate;

/**
 * The committed word on which nights are published. The folder alone cannot tell: a crash may fall between the
 * rename and the commit, and then the folder is made again (design.md, order of a night).
 */
public interface PublicationLedger {

    /** Whether a committed night already published this business date. */
    boolean isPublished(LocalDate businessDate);

    /**
     * Commits "published" once the folder has its final name.
     *
     * @param manifestSha256 lower-case hexadecimal digest of {@code manifest.json}
     */
    void markPublished(LocalDate businessDate, String manifestSha256);
}

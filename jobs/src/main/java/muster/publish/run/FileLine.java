package muster.publish.run;

/**
 * What became of one dropped file. The outcomes of its rows add up to those read (rulings 8).
 *
 * @param name base name as dropped
 * @param feed feed it belongs to
 * @param sender code of the sender; empty where the format names none
 * @param state ACCEPTED, REJECTED, HELD, WAITING or DUPLICATE
 * @param reason codes that decided, joined by {@code ;}; empty where none
 * @param read rows of data read
 * @param applied rows simply applied
 * @param warned rows applied with a warning
 * @param noChange rows that said nothing new
 * @param stale rows older than what is held
 * @param duplicate rows that came twice
 * @param skipped rows that were no business of ours
 * @param rejected rows refused
 * @param sha256 digest of the file, lower-case hexadecimal; empty where it was never opened
 * @param seconds time spent on it
 */
public record FileLine(
        String name,
        String feed,
        String sender,
        String state,
        String reason,
        long read,
        long applied,
        long warned,
        long noChange,
        long stale,
        long duplicate,
        long skipped,
        long rejected,
        String sha256,
        double seconds) {

    /** Whether every row read has an outcome. */
    public boolean addsUp() {
        return read == applied + warned + noChange + stale + duplicate + skipped + rejected;
    }

    /** Whether a person may have to look: the file was refused or held. */
    public boolean needsAttention() {
        return state.equals("REJECTED") || state.equals("HELD");
    }
}

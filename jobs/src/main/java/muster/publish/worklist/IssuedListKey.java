package muster.publish.worklist;

/**
 * A row key that a list for the owner of cases carries, to be kept so that a returned row is known again (reports.md 5.5).
 *
 * @param rowKey the key
 * @param rowId what the row is, as {@code publish.list_row} has it
 * @param exceptionId the case; null for a contact or an arrival
 * @param childKey the child
 * @param itemCode pathway item that it is about; null for none
 * @param factsDigest fingerprint of the row's facts as sent ({@link FactDigest})
 */
public record IssuedListKey(
        String rowKey, String rowId, String exceptionId, long childKey, String itemCode, String factsDigest) {}

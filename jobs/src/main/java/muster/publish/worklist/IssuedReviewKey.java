package muster.publish.worklist;

/**
 * A row key that a review list carries, to be kept with its pair.
 *
 * @param rowKey the key
 * @param recordKey the record asked about
 * @param otherRecordKey the record by which the other child is known
 * @param factsDigest fingerprint of the row's facts as sent ({@link FactDigest})
 */
public record IssuedReviewKey(String rowKey, long recordKey, long otherRecordKey, String factsDigest) {}

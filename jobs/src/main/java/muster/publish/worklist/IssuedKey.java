package muster.publish.worklist;

/**
 * A row key that a list carries, to be kept with its case so that a returned row is known and a foreign one refused
 * (reports.md 5.5).
 *
 * @param rowKey the key
 * @param caseId the case it stands for
 * @param caseRef the case's reference
 */
public record IssuedKey(String rowKey, String caseId, String caseRef) {}

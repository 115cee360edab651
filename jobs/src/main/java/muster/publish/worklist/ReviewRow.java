package muster.publish.worklist;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;

/**
 * One row of a review list: a record, the child it may be of, and all that speaks for and against. Field names are the
 * column names of {@code publish.review_row}.
 *
 * @param recordKey the record asked about
 * @param otherRecordKey the record by which the other child is known
 * @param recordSource its source and the source's own key
 * @param record what it says
 * @param otherSource by whom the other child is known
 * @param other what is held of that child
 * @param reason code: why a person is asked
 * @param said what people have said so far; null for nothing
 * @param comparison how far each field agrees, a line each; null where the two were not compared
 * @param foundBy rule that brought the two together; null where a person did
 * @param matchWeight log2 of the odds that they are one child; null where not compared
 * @param modelVersion version of the weights; null where not compared
 */
public record ReviewRow(
        long recordKey,
        long otherRecordKey,
        String recordSource,
        Side record,
        String otherSource,
        Side other,
        String reason,
        String said,
        String comparison,
        String foundBy,
        BigDecimal matchWeight,
        Integer modelVersion)
        implements ListRow {

    /** What one side says of its child; what it does not say is null. */
    public record Side(
            String familyName,
            String givenName,
            LocalDate birthDate,
            String nhsNumber,
            String address,
            String postcode) {

        private String name() {
            return WorklistWords.child(familyName, givenName);
        }

        private String place() {
            String line = WorklistWords.orEmpty(address);
            String code = WorklistWords.orEmpty(postcode);
            return line.isEmpty() || code.isEmpty() ? line + code : line + ", " + code;
        }
    }

    /** What names the pair in its row key. */
    String pair() {
        return "review|" + recordKey + "|" + otherRecordKey;
    }

    /**
     * The value of a fact column: text or a date; null for an empty cell.
     *
     * @param field the column's field in {@code config/outputs/review.yaml}
     */
    @Override
    public Object value(String field) {
        return switch (field) {
            case "record_source" -> recordSource + ". Compared with: " + otherSource + ".";
            case "reason" -> sentence(ReviewReasons.words(reason));
            case "said" -> WorklistWords.orEmpty(said);
            case "record_name" -> record.name();
            case "other_name" -> other.name();
            case "record_birth_date" -> record.birthDate();
            case "other_birth_date" -> other.birthDate();
            case "record_nhs_number" -> WorklistWords.nhsNumber(record.nhsNumber());
            case "other_nhs_number" -> WorklistWords.nhsNumber(other.nhsNumber());
            case "record_address" -> record.place();
            case "other_address" -> other.place();
            case "comparison" ->
                comparison == null ? "Not compared: nothing links the two but what was said." : comparison;
            case "worked_out_by" -> workedOutBy();
            default -> throw new IllegalArgumentException("A review list has no field '" + field + "'");
        };
    }

    private String workedOutBy() {
        return foundBy == null
                ? "A person."
                : "Found by " + foundBy + ". Together " + matchWeight.toPlainString() + " (linkage model version "
                        + modelVersion + ").";
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1) + ".";
    }
}

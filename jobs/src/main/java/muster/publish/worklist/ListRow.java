package muster.publish.worklist;

/** A row of a list whose columns {@code config/outputs} declares. */
interface ListRow {

    /**
     * The value of a fact column: text, a date or an integer; null for an empty cell.
     *
     * @param field the column's field in {@code config/outputs}
     * @throws IllegalArgumentException if the row has no such field
     */
    Object value(String field);
}

package muster.publish.returned;

import java.util.List;

/** Takes the rows of a file as text, sheet by sheet. */
interface RowSink {

    /** Begins a sheet. */
    void sheet();

    /**
     * Takes one row.
     *
     * @param number from 1
     * @param cells from the first column on; an empty cell is empty text
     */
    void row(int number, List<String> cells);
}

package muster.publish.returned;

import java.util.ArrayList;
import java.util.List;

/** Finds the list among the sheets of a file: the first sheet with the headers of one, below title lines or not. */
final class ListRows implements RowSink {

    /** Thrown through the parser, which knows no checked exceptions of ours. */
    static final class TooManyRows extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** A header further down is none: our lists have it in the fourth row. */
    private static final int HEADER_WITHIN = 20;

    private final List<ListLayout> layouts;
    private final int mostRows;
    private final List<ReturnedList.Row> rows = new ArrayList<>();
    private ListLayout found;
    private ListLayout.Positions positions;
    private int seen;
    private boolean done;

    ListRows(List<ListLayout> layouts, int mostRows) {
        this.layouts = layouts;
        this.mostRows = mostRows;
    }

    @Override
    public void sheet() {
        done = found != null;
        seen = 0;
    }

    @Override
    public void row(int number, List<String> cells) {
        if (done || cells.stream().allMatch(String::isBlank)) {
            return;
        }
        seen++;
        if (found != null) {
            add(positions.row(number, cells));
        } else if (seen <= HEADER_WITHIN) {
            find(cells);
        }
    }

    /** Several lists ask for the same replies: of those that fit, the one whose facts stand there is meant. */
    private void find(List<String> cells) {
        for (ListLayout layout : layouts) {
            layout.match(cells)
                    .filter(match -> positions == null || match.columns() > positions.columns())
                    .ifPresent(match -> {
                        found = layout;
                        positions = match;
                    });
        }
    }

    private void add(ReturnedList.Row row) {
        if (rows.size() == mostRows) {
            throw new TooManyRows();
        }
        rows.add(row);
    }

    /** The list; null where no sheet has the headers of one. */
    ReturnedList list() {
        return found == null ? null : new ReturnedList(found.outputId(), rows);
    }
}

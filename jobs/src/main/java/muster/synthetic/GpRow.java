package muster.synthetic;

import java.time.LocalDate;
import muster.synthetic.Geography.Practice;

/** A row of a registration list ({@code feeds.md} 4.3). An ended row stands in deltas only; a full list leaves it out. */
record GpRow(
        String localId,
        Who who,
        Address address,
        Practice practice,
        LocalDate start,
        LocalDate end,
        String type,
        String reason) {
    boolean open() {
        return end == null;
    }

    GpRow ended(LocalDate date, String why) {
        return new GpRow(localId, who, address, practice, start, date, type, why);
    }

    GpRow as(Who value) {
        return new GpRow(localId, value, address, practice, start, end, type, reason);
    }

    GpRow at(Address value) {
        return new GpRow(localId, who, value, practice, start, end, type, reason);
    }
}

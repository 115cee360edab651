package muster.synthetic;

import java.time.LocalDate;

/** A caseload episode ({@code feeds.md} 5.2). */
record HvRow(
        String request,
        String localId,
        Who who,
        Address address,
        String provider,
        String status,
        LocalDate start,
        LocalDate end,
        String endReason,
        String practice) {
    boolean open() {
        return status.equals("A");
    }

    HvRow finished(LocalDate date, String why) {
        return new HvRow(request, localId, who, address, provider, "F", start, date, why, practice);
    }

    HvRow as(Who value) {
        return new HvRow(request, localId, value, address, provider, status, start, end, endReason, practice);
    }

    HvRow at(Address value) {
        return new HvRow(request, localId, who, value, provider, status, start, end, endReason, practice);
    }
}

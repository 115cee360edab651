package muster.synthetic;

import java.time.LocalDate;

/** A caseload episode ({@code feeds.md} 5.2); {@code kind}: what makes it hard to say whose it is. */
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
        String practice,
        RecordKind kind) {
    boolean open() {
        return status.equals("A");
    }

    HvRow finished(LocalDate date, String why) {
        return new HvRow(request, localId, who, address, provider, "F", start, date, why, practice, kind);
    }

    HvRow of(RecordKind value) {
        return new HvRow(request, localId, who, address, provider, status, start, end, endReason, practice, value);
    }

    HvRow as(Who value) {
        return new HvRow(request, localId, value, address, provider, status, start, end, endReason, practice, kind);
    }

    HvRow at(Address value) {
        return new HvRow(request, localId, who, value, provider, status, start, end, endReason, practice, kind);
    }
}

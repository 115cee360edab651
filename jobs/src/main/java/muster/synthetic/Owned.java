package muster.synthetic;

import java.util.ArrayList;
import java.util.List;

/** A record that a register has: what the answer key calls it, and what makes it hard to say whose it is. */
record Owned(String feed, String sourceKey, RecordKind kind) {
    String key() {
        return feed + ' ' + sourceKey;
    }

    static List<Owned> of(World world, Geography geography) {
        List<Owned> records = new ArrayList<>();
        for (GpRow row : world.gp) {
            boolean list = geography.sendsList(row.practice());
            String feed = list ? "gp-gpr4" : "gp-registration";
            String key = list ? Integer.toString(Gpr4Files.recordNumber(row)) : row.localId();
            records.add(new Owned(feed, key, kind(row.who())));
        }
        for (HvRow row : world.hv) {
            records.add(new Owned("hv-caseload", row.request(), row.kind()));
        }
        for (ChisRow row : world.chis) {
            records.add(new Owned("chis-register", row.sourceId(), kind(row.who())));
        }
        return records;
    }

    private static RecordKind kind(Who who) {
        if (who.nhs().isEmpty()) {
            return RecordKind.NUMBER_MISSING;
        }
        if (!NhsNumbers.valid(who.nhs())) {
            return RecordKind.NUMBER_WRONG_DIGIT;
        }
        return who.status().equals(Who.VERIFIED) ? RecordKind.PLAIN : RecordKind.NUMBER_UNVERIFIED;
    }
}

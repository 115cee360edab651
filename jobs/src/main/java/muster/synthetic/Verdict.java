package muster.synthetic;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import muster.synthetic.Geography.Authority;

/**
 * What a night must conclude about a child, for the answer key: bucket and the three states of {@code contract.md} section 5,
 * by {@code rulings.md} 5. It reads only what the synthesiser itself wrote, never the readers' rules.
 */
record Verdict(String bucket, String gp, String hv, String chis) {
    static Verdict of(World world, LocalDate date) {
        boolean outside = world.home != null
                && !world.home.place().authority().served()
                && (world.practice == null || !world.practice.authority().served());
        String bucket = !world.life.equals("ALIVE") ? world.life : outside ? "OUT_OF_AREA" : "IN_AREA";
        if (!bucket.equals("IN_AREA")) {
            return new Verdict(
                    bucket,
                    gone(world.gp.stream().anyMatch(GpRow::open)),
                    gone(world.hv.stream().anyMatch(HvRow::open)),
                    gone(world.chis.stream().anyMatch(ChisRow::open)));
        }
        return new Verdict(bucket, gp(world), hv(world, date), chis(world));
    }

    private static String gone(boolean recordOpen) {
        return recordOpen ? "GHOST" : "NOT_EXPECTED";
    }

    private static String gp(World world) {
        if (world.armedForces) {
            return "NOT_EXPECTED";
        }
        List<GpRow> open = world.gp.stream().filter(GpRow::open).toList();
        if (world.secret) {
            return open.isEmpty() ? "UNKNOWN" : "OK";
        }
        if (world.practice == null) {
            return open.isEmpty() ? "MISSING" : "WRONG_ORGANISATION";
        }
        if (!world.practice.authority().served() || open.stream().anyMatch(row -> row.practice() == world.practice)) {
            return "OK";
        }
        return open.isEmpty() ? "MISSING" : "WRONG_ORGANISATION";
    }

    private static String hv(World world, LocalDate date) {
        if (!date.isBefore(world.who.birth().plusYears(5))) {
            return "NOT_EXPECTED";
        }
        Set<String> holders = new TreeSet<>();
        world.hv.stream()
                .filter(HvRow::open)
                .filter(row -> isOf(row.who(), world))
                .forEach(row -> holders.add(row.provider()));
        if (world.secret) {
            return holders.isEmpty() ? "UNKNOWN" : "OK";
        }
        Authority authority = world.home.place().authority();
        return authority.served() ? held(holders, authority.hv()) : "UNKNOWN";
    }

    private static String chis(World world) {
        Set<String> holders = new TreeSet<>();
        world.chis.stream()
                .filter(ChisRow::primary)
                .forEach(row -> holders.add(row.chis().code()));
        if (world.secret) {
            return holders.isEmpty() ? "UNKNOWN" : "OK";
        }
        Authority expecting = world.practice == null ? world.home.place().authority() : world.practice.authority();
        return expecting.served() ? held(holders, expecting.chis()) : "UNKNOWN";
    }

    private static String held(Set<String> holders, String expected) {
        if (holders.size() > 1) {
            return "OVERLAP";
        }
        if (holders.isEmpty()) {
            return "MISSING";
        }
        return holders.contains(expected) ? "OK" : "WRONG_ORGANISATION";
    }

    /** A row under a borrowed number is not the child's: its birth date tells. */
    private static boolean isOf(Who who, World world) {
        return who.birth().equals(world.who.birth());
    }
}

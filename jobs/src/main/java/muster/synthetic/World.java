package muster.synthetic;

import java.util.ArrayList;
import java.util.List;
import muster.synthetic.Geography.Practice;

/** What one night shows of one child: the sources' rows, the night's events, and what Muster must conclude. Filled by {@link Stage}. */
final class World {
    /** An exception that must exist after the night; {@code state} OPEN or CLOSED. */
    record Expected(String type, String element, String state) {}

    /** ALIVE, STILLBORN, DECEASED, LEFT_ENGLAND or INVALIDATED. */
    String life = "ALIVE";
    /** False until the night on which the child comes into the population. */
    boolean known = true;
    /** Who PDS says it is. */
    Who who;
    /** Where the child lives and is registered by all that PDS has told, extract and events. */
    Address home;

    Practice practice;
    boolean secret;
    boolean armedForces;
    /** Rows of the extract as PDS would give them; null for nobody. */
    Pds pds;

    Pds earlierNumber;
    boolean sentAgain;
    final List<GpRow> gp = new ArrayList<>(2);
    final List<HvRow> hv = new ArrayList<>(2);
    final List<ChisRow> chis = new ArrayList<>(2);
    final List<Event> events = new ArrayList<>(1);
    final List<Expected> exceptions = new ArrayList<>(1);

    static World unknown() {
        World world = new World();
        world.known = false;
        return world;
    }

    void leaveNoRecord() {
        pds = null;
        gp.clear();
        hv.clear();
        chis.clear();
    }

    void open(String type, String element) {
        exceptions.add(new Expected(type, element, "OPEN"));
    }

    /** Open while the part lasts, closed from the night on which it is mended. */
    void raise(Part part, int night, String element) {
        exceptions.add(new Expected(part.kind().exception(), element, part.over(night) ? "CLOSED" : "OPEN"));
    }
}

package muster.synthetic;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What each sender of a register sent last: the sequence number, and the rows of its last full file. */
final class Senders {
    private final Profile profile;
    private final Map<String, Integer> sequences = new HashMap<>();
    private final Map<String, Integer> lastFull = new HashMap<>();
    private final Map<String, Set<String>> seen = new HashMap<>();
    private final Map<String, String> newest = new HashMap<>();

    Senders(Profile profile) {
        this.profile = profile;
    }

    int nextSequence(String feed, String sender) {
        return sequences.merge(feed + ":" + sender, profile.firstSequenceNumber(), (held, first) -> held + 1);
    }

    /** Full on the first night, and afterwards unless the profile makes the sender send deltas. */
    boolean sendsFull(String feed, String sender, int night) {
        return night == 1 || !profile.sendsDelta(feed, sender);
    }

    /**
     * Notes a file's content; true where intake takes it for a repetition: a delta seen before, a full file like the last one.
     */
    boolean repeats(FeedFile file) {
        String key = file.label.feed() + ":" + file.label.sender();
        Set<String> earlier = seen.computeIfAbsent(key, any -> new HashSet<>());
        boolean repeats = file.label.full() ? file.sha256().equals(newest.get(key)) : earlier.contains(file.sha256());
        if (!repeats) {
            earlier.add(file.sha256());
            newest.put(key, file.sha256());
        }
        return repeats;
    }

    /** Notes a full file's rows; true where they are fewer than the last one's by more than the profile's share. */
    boolean shrank(String feed, String sender, int rows) {
        Integer before = lastFull.put(feed + ":" + sender, rows);
        return before != null && (before - rows) * 1000L > (long) before * profile.shrinkPermille();
    }
}

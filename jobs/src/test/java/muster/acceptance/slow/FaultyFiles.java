package muster.acceptance.slow;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Generates the files of many senders over several nights, with faults of rows and of files, all from one seed. */
public final class FaultyFiles {

    private static final int SHARE_OF_BAD_ROWS = 10;
    private static final int SHARE_OF_BAD_FILES = 8;

    private final Random random;
    private final FaultyRows rows;
    private final FaultySources sources;
    private final List<Sender> senders = new ArrayList<>();

    /** @param seed the same seed gives the same files */
    public FaultyFiles(long seed, int practices, int providers, int services) {
        this.random = new Random(seed);
        this.rows = new FaultyRows(random);
        this.sources = new FaultySources(random, rows);
        for (int i = 1; i <= practices; i++) {
            senders.add(new Sender(SlowLayout.GP, "P%05d".formatted(i)));
        }
        for (int i = 1; i <= providers; i++) {
            senders.add(new Sender(SlowLayout.HV, "H%05d".formatted(i)));
        }
        for (int i = 1; i <= services; i++) {
            senders.add(new Sender(SlowLayout.CHIS, "C%05d".formatted(i)));
        }
    }

    /** One sender and what its own system holds. */
    private static final class Sender {
        private final SlowLayout layout;
        private final String code;
        private long sequence;
        private List<Map<String, String>> list = new ArrayList<>();
        private SlowFile newest;

        Sender(SlowLayout layout, String code) {
            this.layout = layout;
            this.code = code;
        }
    }

    /** The files of a night. */
    public List<SlowFile> night(LocalDate date, boolean first, int extracts, int vaccinations) {
        List<SlowFile> files = new ArrayList<>(sources.extracts(date, extracts));
        files.addAll(sources.vaccinations(date, vaccinations));
        for (Sender sender : senders) {
            if (first) {
                files.add(firstFull(sender, date));
            } else if (random.nextInt(100) < 94) {
                files.addAll(later(sender, date));
            }
        }
        sources.nightIsOver();
        return files;
    }

    private String number(Sender sender) {
        return sender.layout == SlowLayout.GP ? sources.numberOfItsOwn() : sources.number();
    }

    private SlowFile firstFull(Sender sender, LocalDate date) {
        sender.sequence = random.nextInt(50) + 1;
        int size = 6 + random.nextInt(22);
        for (int i = 0; i < size; i++) {
            sender.list.add(rows.sound(sender.layout, sender.code, date, number(sender)));
        }
        sender.newest = file(sender, date, sender.sequence, 'F', sender.list, List.of());
        return sender.newest;
    }

    private List<SlowFile> later(Sender sender, LocalDate date) {
        if (random.nextInt(100) < SHARE_OF_BAD_FILES) {
            return List.of(badFile(sender, date));
        }
        List<SlowFile> files = new ArrayList<>();
        files.add(random.nextInt(10) < 6 ? delta(sender, date) : full(sender, date));
        if (random.nextInt(12) == 0) {
            files.add(delta(sender, date));
        }
        return files;
    }

    private SlowFile delta(Sender sender, LocalDate date) {
        List<Map<String, String>> changes = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
            Map<String, String> row = change(sender, date);
            if (row != null) {
                changes.add(row);
            }
        }
        if (random.nextInt(15) == 0 && !changes.isEmpty()) {
            changes.add(new LinkedHashMap<>(changes.get(0)));
        }
        sender.sequence++;
        sender.newest = file(sender, date, sender.sequence, 'D', changes, changes);
        return sender.newest;
    }

    /** One change of the sender's list, as a row of a delta; each record is touched once a file. */
    private Map<String, String> change(Sender sender, LocalDate date) {
        int kind = random.nextInt(10);
        if (kind < 4 || sender.list.isEmpty()) {
            Map<String, String> added = rows.sound(sender.layout, sender.code, date, number(sender));
            sender.list.add(added);
            return acted(added, random.nextInt(8) == 0 ? "U" : "A");
        }
        if (kind == 4) {
            return acted(rows.sound(sender.layout, sender.code, date, number(sender)), "D");
        }
        int at = random.nextInt(sender.list.size());
        Map<String, String> held = sender.list.remove(at);
        if (kind == 5) {
            return acted(held, "D");
        }
        Map<String, String> changed = kind == 6 ? held : rows.changed(sender.layout, held, date);
        sender.list.add(changed);
        return acted(changed, "U");
    }

    private static Map<String, String> acted(Map<String, String> row, String action) {
        Map<String, String> acted = new LinkedHashMap<>(row);
        acted.put("RECORD_ACTION", action);
        return acted;
    }

    private SlowFile full(Sender sender, LocalDate date) {
        for (int i = 0; i < 1 + sender.list.size() / 10; i++) {
            sender.list.set(
                    random.nextInt(sender.list.size()),
                    rows.changed(sender.layout, sender.list.get(random.nextInt(sender.list.size())), date));
        }
        if (random.nextInt(4) == 0) {
            sender.list.remove(random.nextInt(sender.list.size()));
        }
        sender.list.add(rows.sound(sender.layout, sender.code, date, number(sender)));
        sender.sequence++;
        sender.newest = file(sender, date, sender.sequence, 'F', sender.list, List.of());
        return sender.newest;
    }

    /** A file with some of its rows spoilt, under a control file that agrees with it. */
    private SlowFile file(
            Sender sender,
            LocalDate date,
            long sequence,
            char type,
            List<Map<String, String>> list,
            List<Map<String, String>> mayRepeat) {
        List<String> titles = sender.layout.names();
        StringBuilder text = new StringBuilder(String.join(",", titles)).append("\r\n");
        if (random.nextInt(20) == 0) {
            text.append("Required")
                    .append(",Optional".repeat(titles.size() - 1))
                    .append("\r\n");
        }
        for (Map<String, String> each : list) {
            Map<String, String> row = new LinkedHashMap<>(each);
            row.put("RECORD_ACTION", type == 'F' ? "F" : each.getOrDefault("RECORD_ACTION", "A"));
            boolean bad = random.nextInt(100) < SHARE_OF_BAD_ROWS;
            text.append(bad ? rows.spoilt(sender.layout, row, date) : rows.line(sender.layout, row))
                    .append("\r\n");
            if (!mayRepeat.isEmpty() && random.nextInt(40) == 0) {
                text.append(String.join(",", titles)).append("\r\n");
            }
        }
        if (random.nextInt(10) == 0) {
            text.append(",".repeat(titles.size() - 1)).append("\r\n");
        }
        byte[] body = encoded(text.toString());
        return controlled(sender, date, sequence, type, body);
    }

    private byte[] encoded(String text) {
        boolean fits = Charset.forName("windows-1252").newEncoder().canEncode(text);
        if (fits && random.nextInt(6) == 0) {
            return text.getBytes(Charset.forName("windows-1252"));
        }
        return ((random.nextInt(8) == 0 ? "\uFEFF" : "") + text).getBytes(StandardCharsets.UTF_8);
    }

    private static SlowFile controlled(Sender sender, LocalDate date, long sequence, char type, byte[] body) {
        return new SlowFile(
                sender.layout.feed(),
                "%s_%s_%s_%06d_%s.csv"
                        .formatted(
                                sender.layout.control(),
                                sender.code,
                                date.toString().replace("-", ""),
                                sequence,
                                type),
                body,
                FaultyControl.of(sender.layout, sender.code, date, sequence, type, body));
    }

    /** A file that must not be taken; its sender's numbering does not move on, unless it repeats what was taken. */
    private SlowFile badFile(Sender sender, LocalDate date) {
        SlowFile sound = file(sender, date, sender.sequence + 1, 'F', sender.list, List.of());
        switch (random.nextInt(9)) {
            case 0:
                return new SlowFile(sound.feed(), sound.name(), sound.body(), FaultyControl.off(sound.control(), 7));
            case 1:
                return new SlowFile(sound.feed(), sound.name(), sound.body(), FaultyControl.off(sound.control(), 8));
            case 2:
                return new SlowFile(sound.feed(), sound.name(), sound.body(), FaultyControl.off(sound.control(), 9));
            case 3:
                byte[] cut = java.util.Arrays.copyOf(sound.body(), sound.body().length * 3 / 4);
                return new SlowFile(sound.feed(), sound.name(), cut, sound.control());
            case 4:
                return file(sender, date, sender.sequence + 2 + random.nextInt(3), 'F', sender.list, List.of());
            case 5:
                return file(sender, date, sender.sequence, 'D', sender.list, List.of());
            case 6:
                sender.sequence++;
                char type = sender.newest.name().charAt(sender.newest.name().length() - 5);
                return controlled(sender, date, sender.sequence, type, sender.newest.body());
            case 7:
                String title =
                        sender.layout == SlowLayout.CHIS ? "RECORD_STATUS_DATE" : "NHS_NUMBER_STATUS_INDICATOR_CODE";
                byte[] renamed = new String(sound.body(), StandardCharsets.ISO_8859_1)
                        .replaceFirst(title, "SOMETHING_ELSE")
                        .getBytes(StandardCharsets.ISO_8859_1);
                return controlled(sender, date, sender.sequence + 1, 'F', renamed);
            default:
                List<Map<String, String>> few = sender.list.subList(0, sender.list.size() / 2);
                return file(sender, date, sender.sequence + 1, 'F', few, List.of());
        }
    }
}

package muster.feed.gpr4;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import muster.definition.feed.IntakeSettings;
import muster.feed.FileRefusedException;
import muster.feed.Reason;
import muster.feed.delimited.FieldText;

/**
 * A patient of a practice list: line 1 and line 2 as one record of 27 fields, split at {@code ~}. The format has no
 * quoting and no escape, so a {@code ~} in the data shows as a field too many.
 */
final class ListRecord implements FieldText {

    /** Fields of line 1, of which the first two are {@code DOW} and {@code 1}. */
    static final int FIRST_FIELDS = 16;

    /** Fields of line 2, of which the first two are {@code DOW} and {@code 2}. */
    static final int SECOND_FIELDS = 11;

    private static final byte SEPARATOR = '~';
    private static final byte[] FIRST = "DOW~1~".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SECOND = "DOW~2~".getBytes(StandardCharsets.US_ASCII);

    private final IntakeSettings limits;
    private byte[] buffer = new byte[1 << 10];
    private int length;
    private final int[] starts;
    private final int[] ends;
    private final boolean[] nonAscii;
    private int fields;
    private int firstFields;
    private int controlField;
    private long line;

    ListRecord(IntakeSettings limits) {
        this.limits = limits;
        this.starts = new int[limits.maxColumns() + 1];
        this.ends = new int[limits.maxColumns() + 1];
        this.nonAscii = new boolean[limits.maxColumns() + 1];
    }

    /** Begins a record with one line, whichever it is. */
    void begin(ListLines lines) {
        length = 0;
        fields = 0;
        controlField = -1;
        line = lines.number();
        append(lines);
        firstFields = fields;
    }

    /** Adds the second line. */
    void add(ListLines lines) {
        append(lines);
    }

    private void append(ListLines lines) {
        int from = length;
        if (from + lines.length() > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, from + lines.length()));
        }
        System.arraycopy(lines.bytes(), 0, buffer, from, lines.length());
        length = from + lines.length();
        int start = from;
        for (int i = from; i <= length; i++) {
            if (i == length || buffer[i] == SEPARATOR) {
                field(start, i);
                start = i + 1;
            }
        }
    }

    private void field(int start, int end) {
        if (fields >= limits.maxColumns() || end - start > limits.maxFieldBytes()) {
            throw new FileRefusedException(Reason.LIMIT_EXCEEDED, "More or longer fields in a line than the limit.");
        }
        starts[fields] = start;
        ends[fields] = end;
        nonAscii[fields] = false;
        for (int i = start; i < end; i++) {
            nonAscii[fields] |= buffer[i] < 0;
            boolean control = (buffer[i] >= 0 && buffer[i] < ' ' && buffer[i] != '\t') || buffer[i] == 0x7F;
            if (control && controlField < 0) {
                controlField = fields;
            }
        }
        fields++;
    }

    /** True where a line says of itself that it is line 1; one that says neither is known by its number of fields. */
    static boolean startsPatient(ListLines lines) {
        return begins(lines, FIRST) || (!begins(lines, SECOND) && fieldsOf(lines) == FIRST_FIELDS);
    }

    private static boolean begins(ListLines lines, byte[] start) {
        return lines.length() >= start.length && Arrays.equals(lines.bytes(), 0, start.length, start, 0, start.length);
    }

    private static int fieldsOf(ListLines lines) {
        int count = 1;
        for (int i = 0; i < lines.length(); i++) {
            count += lines.bytes()[i] == SEPARATOR ? 1 : 0;
        }
        return count;
    }

    /** True where the lines are {@code DOW~1} with 16 fields and {@code DOW~2} with 11. */
    boolean isComplete() {
        return firstFields == FIRST_FIELDS && fields == FIRST_FIELDS + SECOND_FIELDS;
    }

    /** True where both lines say what they are. */
    boolean isMarked() {
        return begins(0, FIRST) && begins(firstFields, SECOND);
    }

    private boolean begins(int field, byte[] start) {
        int at = starts[field];
        return length - at >= start.length && Arrays.equals(buffer, at, at + start.length, start, 0, start.length);
    }

    /** A field as text. */
    String text(int field) {
        return field < fields
                ? new String(buffer, starts[field], ends[field] - starts[field], StandardCharsets.UTF_8).strip()
                : "";
    }

    @Override
    public byte[] buffer() {
        return buffer;
    }

    @Override
    public int fields() {
        return fields;
    }

    @Override
    public int start(int field) {
        return starts[field];
    }

    @Override
    public int end(int field) {
        return ends[field];
    }

    @Override
    public boolean nonAscii(int field) {
        return nonAscii[field];
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public int controlField() {
        return controlField;
    }
}

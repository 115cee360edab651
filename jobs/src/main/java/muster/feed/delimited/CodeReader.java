package muster.feed.delimited;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import muster.definition.feed.CodeList;
import muster.definition.feed.FeedColumn;
import muster.feed.Reason;
import muster.feed.RowWriter;

/** Reads a coded value: any spelling the code list knows becomes its code; the case of letters is of no account. */
final class CodeReader extends ColumnReader {

    private final byte[][] values;
    private final byte[][] codes;
    private final int[] positions;
    private final int mask;

    CodeReader(FeedColumn column, int index, CodeList list) {
        super(column, index);
        int capacity = Integer.highestOneBit(list.codeOfValue().size() * 4) * 2;
        values = new byte[capacity][];
        codes = new byte[capacity][];
        positions = new int[capacity];
        mask = capacity - 1;
        for (Map.Entry<String, String> entry : list.codeOfValue().entrySet()) {
            put(entry.getKey(), entry.getValue(), list.codes().indexOf(entry.getValue()));
        }
    }

    private void put(String value, String code, int position) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        int at = hash(bytes, 0, bytes.length) & mask;
        while (values[at] != null) {
            at = (at + 1) & mask;
        }
        values[at] = bytes;
        codes[at] = code.getBytes(StandardCharsets.UTF_8);
        positions[at] = position;
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = 0x811C9DC5;
        for (int i = from; i < to; i++) {
            hash = (hash ^ lower(bytes[i])) * 0x01000193;
        }
        return hash ^ (hash >>> 15);
    }

    private static byte lower(byte b) {
        return b >= 'A' && b <= 'Z' ? (byte) (b + 32) : b;
    }

    private static boolean same(byte[] lowerCase, Slice text) {
        if (lowerCase.length != text.length()) {
            return false;
        }
        for (int i = 0; i < lowerCase.length; i++) {
            if (lowerCase[i] != lower(text.bytes[text.from + i])) {
                return false;
            }
        }
        return true;
    }

    @Override
    void readText(Slice text, RowState row, RowWriter out) throws IOException {
        int at = hash(text.bytes, text.from, text.to) & mask;
        while (values[at] != null) {
            if (same(values[at], text)) {
                row.has(index, column.role());
                row.number[index] = positions[at];
                out.text(codes[at], 0, codes[at].length);
                return;
            }
            at = (at + 1) & mask;
        }
        bad(reasonOr(Reason.UNKNOWN_CODE), text, row, out);
    }
}

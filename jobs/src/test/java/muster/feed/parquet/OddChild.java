package muster.feed.parquet;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import muster.feed.parquet.child.FrameKind;

/** A child that does what its standard input tells: what a file might bring the real one to do. */
public final class OddChild {

    private static final int ENOUGH_TO_FILL_ANY_MEMORY = 1 << 20;

    private OddChild() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        String mode = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        DataOutputStream out = new DataOutputStream(System.out);
        if (!mode.equals("mute")) {
            frame(out, 0, FrameKind.STARTED.ordinal());
        }
        switch (mode) {
            case "hangs" -> Thread.sleep(Long.MAX_VALUE);
            case "fills its memory" -> fill();
            case "dies" -> Runtime.getRuntime().halt(17);
            case "claims gigabytes" -> frame(out, Integer.MAX_VALUE, FrameKind.ROW.ordinal());
            case "claims less than nothing" -> frame(out, -1, FrameKind.ROW.ordinal());
            case "says an unknown word" -> frame(out, 0, 99);
            case "stops within a row" -> frame(out, 100, FrameKind.ROW.ordinal());
            case "tells its surroundings" -> {
                out.writeInt(0);
                out.writeByte(FrameKind.values().length - 1 - System.getenv().size());
            }
            default -> Runtime.getRuntime().halt(18);
        }
        out.flush();
    }

    private static void frame(DataOutputStream out, int length, int kind) throws IOException {
        out.writeInt(length);
        out.writeByte(kind);
        out.flush();
    }

    private static void fill() {
        List<byte[]> kept = new ArrayList<>();
        while (kept.size() < Integer.MAX_VALUE) {
            kept.add(new byte[ENOUGH_TO_FILL_ANY_MEMORY]);
        }
    }
}

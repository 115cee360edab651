package muster.publish.run;

/** The verdict as a shape, so that it never hangs on colour: circle, triangle, square (reports.md 0.8). */
final class VerdictShape {

    private VerdictShape() {}

    /** A small drawing in the colour of the text beside it; it adds nothing to the words, so readers pass over it. */
    static String svg(Verdict verdict) {
        return "<svg viewBox=\"0 0 24 24\" width=\"24\" height=\"24\" aria-hidden=\"true\" fill=\"none\" "
                + "stroke=\"currentColor\" stroke-width=\"2.5\">" + shape(verdict) + "</svg>";
    }

    private static String shape(Verdict verdict) {
        return switch (verdict) {
            case COMPLETED -> "<circle cx=\"12\" cy=\"12\" r=\"10\"/><path d=\"M7 12l4 4 6-8\"/>";
            case COMPLETED_WITH_WARNINGS -> "<path d=\"M12 2 23 22H1z\"/><path d=\"M12 9v6M12 17v2\"/>";
            case NOT_COMPLETED -> "<path d=\"M2 2h20v20H2z\"/><path d=\"M7 7l10 10M17 7 7 17\"/>";
        };
    }
}

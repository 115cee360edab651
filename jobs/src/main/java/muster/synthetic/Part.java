package muster.synthetic;

/**
 * A child's part: which story, and when.
 *
 * @param ordinal which of the children of this story, from 0; variants follow from it
 * @param from the night on which it begins; 1 also for what stood before
 * @param until the night on which it is mended, 0 for never
 */
record Part(StoryKind kind, int ordinal, int from, int until) {
    static final Part USUAL = new Part(StoryKind.USUAL, 0, 1, 0);

    boolean begun(int night) {
        return night >= from;
    }

    boolean over(int night) {
        return until > 0 && night >= until;
    }
}

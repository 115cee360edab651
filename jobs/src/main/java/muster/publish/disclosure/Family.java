package muster.publish.disclosure;

/** The three numbers of a cell that add up over a group, each of which a reader may try to recover. */
enum Family {
    NUMERATOR,
    COMPLEMENT,
    DENOMINATOR;

    long value(CountCell cell) {
        return switch (this) {
            case NUMERATOR -> cell.numerator();
            case COMPLEMENT -> cell.complement();
            case DENOMINATOR -> cell.denominator();
        };
    }

    /** The complement can be worked out as soon as numerator and denominator are both shown, and only then. */
    boolean hidden(SuppressionState state, int number) {
        return this == DENOMINATOR ? state.denominatorHidden(number) : state.numeratorHidden(number);
    }

    void hide(SuppressionState state, int number) {
        if (this == DENOMINATOR) {
            state.hideDenominator(number);
        } else {
            state.hideNumerator(number);
        }
    }

    /** True where the number itself must not be known. */
    boolean isProtected(DisclosureProfile profile, CountCell cell) {
        return this == DENOMINATOR ? profile.isSmallDenominator(value(cell)) : profile.isSmall(value(cell));
    }
}

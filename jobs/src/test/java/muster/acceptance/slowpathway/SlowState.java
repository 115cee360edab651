package muster.acceptance.slowpathway;

import java.time.LocalDate;

/**
 * What is said of one item of one child on a day. Dates are null where the item has none.
 *
 * @param item code of the item
 * @param state one of pathway 6
 * @param due day from which it is owed
 * @param target last day of its window
 * @param completed day on which it was done
 * @param outcome why it is closed; null for none
 * @param offered day of the first offer
 */
public record SlowState(
        String item,
        String state,
        LocalDate due,
        LocalDate target,
        LocalDate completed,
        String outcome,
        LocalDate offered) {}

package muster.engine;

import java.time.LocalDate;

/**
 * What one night was asked to do; fixed at its first launch, so that a resumed night does the same.
 *
 * @param businessDate D, the working day whose lists the night makes; all rules are evaluated at it
 * @param baseline a first load: no volume to compare with, clocks start later ({@code contract.md} section 3)
 * @param full every child is evaluated
 */
public record Night(LocalDate businessDate, boolean baseline, boolean full) {}

package muster.publish.run;

/**
 * Children in the population, and how many of them each kind of register holds.
 *
 * @param population children in the area served
 * @param onGp on a GP list
 * @param onHv on a health visiting caseload
 * @param onChis on a child health register
 * @param onAll on all three
 * @param onNone on none of the three
 */
public record RegisterCounts(long population, long onGp, long onHv, long onChis, long onAll, long onNone) {}

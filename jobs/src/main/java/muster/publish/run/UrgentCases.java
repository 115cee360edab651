package muster.publish.run;

/**
 * Open cases of the highest severity.
 *
 * @param dueToday to be acted on by the business date
 * @param overdue whose day has passed
 */
public record UrgentCases(long dueToday, long overdue) {}

/**
 * The commissioner report and the open coverage file (reports 3 and 8).
 *
 * <p>{@link muster.publish.commissioner.MeasureCell}s go through disclosure control once
 * ({@link muster.publish.commissioner.ControlledMeasures}); {@link muster.publish.commissioner.CommissionerReports} turns
 * what may be shown into the words and cells of a {@link muster.publish.commissioner.CommissionerReport}, which
 * {@link muster.publish.commissioner.CommissionerReportPdf} lays out, and
 * {@link muster.publish.commissioner.OpenCoverageCsv} writes as rows. Templates never see a raw count.
 */
package muster.publish.commissioner;

package muster.publish.commissioner;

import java.time.LocalDate;
import muster.publish.DataDates;

/**
 * What every page says about where it comes from (reports 0.2).
 *
 * @param serviceName name of the service, from service.yaml
 * @param marking protective marking, from service.yaml
 * @param period the period
 * @param snapshot date of the snapshot the children were counted on; the date in file names
 * @param dataAsAt date of the last feed used
 * @param runId the run that made it
 * @param runDate business date of that run, which is also the creation date the document carries
 * @param definitionVersion version of the measures' definitions
 * @param reportVersion 1, or more for a re-issue
 * @param provisional whether the figures may still change
 * @param data as-at dates of the feeds that the figures rest on, as known at the snapshot
 */
public record ReportContext(
        String serviceName,
        String marking,
        ReportPeriod period,
        LocalDate snapshot,
        LocalDate dataAsAt,
        String runId,
        LocalDate runDate,
        String definitionVersion,
        int reportVersion,
        boolean provisional,
        DataDates data) {}

package muster.definition.feed;

import java.time.LocalDate;
import java.util.List;

/**
 * Limits and habits of all intake ({@code config/intake.yaml}); sources: rulings 3 and {@code feeds.md} 1.2.
 *
 * @param source where the figures come from
 * @param maxFileMegabytes larger files are refused
 * @param maxLineBytes longer lines refuse the file
 * @param maxFieldBytes longer fields refuse the file
 * @param maxColumns wider files are refused
 * @param maxMessageBytes larger messages are refused
 * @param maxMessageDepth deeper nested JSON is refused
 * @param maxMessageValues JSON of more tokens is refused
 * @param maxNameLength longest file name
 * @param parquet limits of Parquet files
 * @param stillWritingMillis a file changed within this time is looked at once more
 * @param sentinelDates dates that mean "none", as {@code YYYY-MM-DD}
 * @param noNumber texts in place of an NHS number that mean "none", in lower case
 * @param instructionWords words that begin a row of instructions
 * @param referenceClosePercent a reference file that would close a larger share of the open rows is held
 */
public record IntakeSettings(
        String source,
        long maxFileMegabytes,
        int maxLineBytes,
        int maxFieldBytes,
        int maxColumns,
        int maxMessageBytes,
        int maxMessageDepth,
        int maxMessageValues,
        int maxNameLength,
        ParquetLimits parquet,
        int stillWritingMillis,
        List<String> sentinelDates,
        List<String> noNumber,
        List<String> instructionWords,
        int referenceClosePercent) {

    public IntakeSettings {
        sentinelDates = List.copyOf(sentinelDates);
        noNumber = List.copyOf(noNumber);
        instructionWords = List.copyOf(instructionWords);
    }

    /**
     * What the process that unpacks a Parquet file may use, and how far the file may grow.
     *
     * @param maxFooterBytes larger footers refuse the file
     * @param maxRowGroupBytes larger row groups, as packed, refuse the file
     * @param childMegabytes memory of the process
     * @param childSeconds seconds that the night waits for it, summed over one file
     * @param maxGrowth most bytes of text for each byte of the file
     * @param freeBytes bytes of text that are never too many
     */
    public record ParquetLimits(
            int maxFooterBytes,
            int maxRowGroupBytes,
            int childMegabytes,
            int childSeconds,
            int maxGrowth,
            int freeBytes) {}

    /** Length of the largest file that is taken. */
    public long maxFileBytes() {
        return maxFileMegabytes << 20;
    }

    /** The dates that mean "none", as days since 1 January 1970, sorted. */
    public long[] sentinelDays() {
        return sentinelDates.stream()
                .mapToLong(date -> LocalDate.parse(date).toEpochDay())
                .sorted()
                .toArray();
    }
}

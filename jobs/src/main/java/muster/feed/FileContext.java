package muster.feed;

import java.time.LocalDate;
import java.util.Map;
import muster.definition.feed.CodeList;
import muster.definition.feed.FeedDefinition;
import muster.definition.feed.FeedFiles.FileType;
import muster.definition.feed.IntakeSettings;

/**
 * What a reader is told of the file it reads.
 *
 * @param definition the feed
 * @param settings limits and sentinel dates of all intake
 * @param codes the code lists by name
 * @param fileName base name as dropped; for patterns only, never logged beside contents
 * @param nameGroups the named groups of the feed's file-name pattern, for example {@code type}
 * @param fileType full or delta
 * @param businessDate D: a date after it lies in the future
 * @param rejectTestNumbers true where NHS numbers that begin with 9 are refused ({@code test_numbers: reject})
 * @param totals counts what a control file declares; the reader reports every data row to it
 */
public record FileContext(
        FeedDefinition definition,
        IntakeSettings settings,
        Map<String, CodeList> codes,
        String fileName,
        Map<String, String> nameGroups,
        FileType fileType,
        LocalDate businessDate,
        boolean rejectTestNumbers,
        ControlTotals totals) {}

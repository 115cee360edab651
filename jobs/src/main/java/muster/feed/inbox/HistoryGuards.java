package muster.feed.inbox;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import muster.definition.feed.FeedDefinition;
import muster.definition.feed.FeedDefinition.HistoryGuard;
import muster.definition.feed.FeedDefinition.VolumeGuard;
import muster.feed.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Judges a landed full file by the sender's accepted ones (RP-12): growth, leavers, records of another key or number,
 * columns filled otherwise. The figures are those of {@link FileProfiles}; the limits are the feed's definition's.
 */
final class HistoryGuards {

    private static final long HUNDRED = 100;

    private final JdbcClient database;

    HistoryGuards(JdbcClient database) {
        this.database = database;
    }

    /** Why a file is held, with figures for the operator. */
    record Trip(Reason reason, String note) {}

    /** A file's figures, and those of the accepted ones before it. */
    private record Figures(
            long rowsData,
            long rowsLanded,
            long rowsRejected,
            Long leavers,
            Long joiners,
            Long renumbered,
            long earlierFiles,
            Long lastRows,
            BigDecimal medianLeavers) {}

    /**
     * Judges one file.
     *
     * @return the first guard that holds it; empty where none does, or where there is no history to compare with
     */
    Optional<Trip> judge(FeedDefinition feed, long fileId) {
        VolumeGuard volume = feed.volume();
        HistoryGuard guard = volume.history();
        Figures figures = figures(fileId, guard.files());
        if (figures.earlierFiles() == 0) {
            return Optional.empty();
        }
        return grown(guard, figures)
                .or(() -> unreadable(guard, figures))
                .or(() -> shifted(guard, fileId))
                .or(() -> changed(guard, figures))
                .or(() -> left(volume, figures));
    }

    private static Optional<Trip> grown(HistoryGuard guard, Figures figures) {
        long more = figures.rowsData() - figures.lastRows();
        boolean trips = more > guard.growthFloor() && more * HUNDRED >= figures.lastRows() * guard.growthPercent();
        return trip(
                trips,
                Reason.POPULATION_GROWTH,
                "Last full list: " + figures.lastRows() + " rows, this one: " + figures.rowsData() + ".");
    }

    private static Optional<Trip> unreadable(HistoryGuard guard, Figures figures) {
        boolean trips = figures.rowsData() >= guard.minimumRows()
                && figures.rowsRejected() * HUNDRED >= figures.rowsData() * guard.unreadablePercent();
        return trip(
                trips,
                Reason.COLUMN_SHIFTED,
                figures.rowsRejected() + " of " + figures.rowsData() + " rows cannot be read.");
    }

    private static Optional<Trip> changed(HistoryGuard guard, Figures figures) {
        if (figures.leavers() == null) {
            return Optional.empty();
        }
        // A key that went for one that came is a change; growth and drop have guards of their own.
        long rekeyed = Math.min(figures.joiners(), figures.leavers());
        long changed = figures.renumbered() + rekeyed;
        boolean trips =
                changed > guard.changedFloor() && changed * HUNDRED >= figures.rowsLanded() * guard.changedPercent();
        return trip(
                trips,
                Reason.KEYS_CHANGED,
                figures.renumbered() + " records have another NHS number and " + rekeyed + " another key, of "
                        + figures.rowsLanded() + ".");
    }

    private static Optional<Trip> left(VolumeGuard guard, Figures figures) {
        if (figures.leavers() == null
                || figures.medianLeavers() == null
                || figures.earlierFiles() + 1 < guard.leaversFromFile()) {
            return Optional.empty();
        }
        BigDecimal most = figures.medianLeavers().multiply(BigDecimal.valueOf(guard.leaversFactor()));
        boolean trips = figures.leavers() > guard.leaversFloor()
                && BigDecimal.valueOf(figures.leavers()).compareTo(most) > 0;
        return trip(
                trips,
                Reason.POPULATION_DROP,
                figures.leavers() + " leavers; the median of the lists before: "
                        + figures.medianLeavers().stripTrailingZeros().toPlainString() + ".");
    }

    private static Optional<Trip> trip(boolean trips, Reason reason, String note) {
        return trips ? Optional.of(new Trip(reason, note)) : Optional.empty();
    }

    private Figures figures(long fileId, int files) {
        return database.sql("""
                        with this as (
                            select file.*, profile.leavers, profile.joiners, profile.renumbered
                            from engine.file as file
                            inner join engine.file_profile as profile on profile.file_id = file.file_id
                            where file.file_id = :id
                        ), earlier as (
                            select earlier.file_id, earlier.rows_data, profile.leavers,
                                row_number() over (order by earlier.file_id desc) as nth
                            from this
                            inner join engine.file as earlier
                                on earlier.feed = this.feed and earlier.file_id < this.file_id
                                and earlier.sender is not distinct from this.sender
                                and earlier.source_system_code is not distinct from this.source_system_code
                                and earlier.file_type = 'F' and earlier.state in ('LANDED', 'APPLIED')
                            left join engine.file_profile as profile on profile.file_id = earlier.file_id
                        )
                        select this.rows_data, this.rows_landed, this.rows_rejected, this.leavers, this.joiners,
                            this.renumbered,
                            (select count(*) from earlier) as earlier_files,
                            (select earlier.rows_data from earlier where earlier.nth = 1) as last_rows,
                            (select percentile_cont(0.5) within group (order by earlier.leavers)
                             from earlier where earlier.nth <= :files) as median_leavers
                        from this
                        """)
                .param("id", fileId)
                .param("files", files)
                .query(Figures.class)
                .single();
    }

    /** A column whose share of filled rows differs both from the last file's and from the median of the last ones. */
    private Optional<Trip> shifted(HistoryGuard guard, long fileId) {
        List<Trip> found = database.sql("""
                        with earlier as (
                            select earlier.file_id, earlier.rows_landed,
                                row_number() over (order by earlier.file_id desc) as nth
                            from engine.file as this
                            inner join engine.file as earlier
                                on earlier.feed = this.feed and earlier.file_id < this.file_id
                                and earlier.sender is not distinct from this.sender
                                and earlier.source_system_code is not distinct from this.source_system_code
                                and earlier.file_type = 'F' and earlier.state in ('LANDED', 'APPLIED')
                                and earlier.rows_landed >= :rows
                            where this.file_id = :id and this.rows_landed >= :rows
                        ), usual as (
                            select filled.column_name,
                                max(100.0 * filled.filled / earlier.rows_landed) filter (where earlier.nth = 1) as last,
                                percentile_cont(0.5) within group (
                                    order by 100.0 * filled.filled / earlier.rows_landed) as median
                            from earlier
                            inner join engine.file_column as filled on filled.file_id = earlier.file_id
                            where earlier.nth <= :files
                            group by filled.column_name
                        )
                        select usual.column_name, round(usual.last, 1) as last,
                            round(100.0 * filled.filled / this.rows_landed, 1) as now
                        from usual
                        inner join engine.file_column as filled
                            on filled.file_id = :id and filled.column_name = usual.column_name
                        inner join engine.file as this on this.file_id = :id
                        where abs(100.0 * filled.filled / this.rows_landed - usual.last) >= :points
                            and abs(100.0 * filled.filled / this.rows_landed - usual.median) >= :points
                        order by usual.column_name limit 1
                        """)
                .param("id", fileId)
                .param("files", guard.files())
                .param("rows", Math.max(1, guard.minimumRows()))
                .param("points", guard.filledPoints())
                .query((row, n) -> new Trip(
                        Reason.COLUMN_SHIFTED,
                        "Column " + row.getString("column_name") + " is filled in " + row.getString("now")
                                + "% of the rows, in the last list in " + row.getString("last") + "%."))
                .list();
        return found.stream().findFirst();
    }
}

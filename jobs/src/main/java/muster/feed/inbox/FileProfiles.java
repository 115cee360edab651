package muster.feed.inbox;

import java.util.List;
import java.util.stream.Collectors;
import muster.definition.feed.FeedColumn;
import muster.definition.feed.FeedDefinition;
import muster.engine.Models;
import muster.feed.landing.LandingTable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the landed full files in {@code engine.file_in_scope} look like, written down by set-based statements over
 * landing: organisations, filled columns, and beside what is held of the sender by the feed's SELECT in
 * {@code sql/10_register/profile}, where it has one. Names come from the definition, whose check allows identifiers only.
 */
final class FileProfiles {

    private static final String PROFILE = "10_register/profile/";

    private final JdbcClient database;

    FileProfiles(JdbcClient database) {
        this.database = database;
    }

    /** Writes the figures of the files in scope, all of one feed. */
    void write(FeedDefinition feed) {
        String organisations =
                feed.organisationColumn() == null ? "0" : "count(distinct landed." + feed.organisationColumn() + ")";
        database.sql("""
                        insert into engine.file_profile (file_id, organisations, leavers, joiners, renumbered)
                        select counted.file_id, counted.organisations, compared.leavers, compared.joiners,
                            compared.renumbered
                        from (
                            select scope.file_id, %s as organisations
                            from engine.file_in_scope as scope
                            left join %s as landed on landed.file_id = scope.file_id
                            group by scope.file_id
                        ) as counted
                        left join (
                        %s
                        ) as compared on compared.file_id = counted.file_id
                        """.formatted(organisations, LandingTable.name(feed), comparison(feed)))
                .update();
        columns(feed);
    }

    private static String comparison(FeedDefinition feed) {
        String path = PROFILE + feed.landingTable() + ".sql";
        boolean there = new PathMatchingResourcePatternResolver()
                .getResource("classpath:sql/" + path)
                .exists();
        return there
                ? Models.text(path)
                : "select null::bigint as file_id, null::bigint as leavers, null::bigint as joiners,"
                        + " null::bigint as renumbered";
    }

    private void columns(FeedDefinition feed) {
        List<String> columns = feed.columns().stream().map(FeedColumn::name).toList();
        String counts = columns.stream()
                .map(name -> "count(landed." + name + ") as " + name)
                .collect(Collectors.joining(", "));
        String values = columns.stream()
                .map(name -> "('" + name + "', counted." + name + ")")
                .collect(Collectors.joining(", "));
        database.sql("""
                        insert into engine.file_column (file_id, column_name, filled)
                        select counted.file_id, filled.column_name, filled.filled
                        from (
                            select landed.file_id, %s
                            from %s as landed
                            inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
                            group by landed.file_id
                        ) as counted
                        cross join lateral (values %s) as filled (column_name, filled)
                        """.formatted(counts, LandingTable.name(feed), values)).update();
    }

    /**
     * Names the organisations of the sender's earlier full files that a file in scope lacks: their rows stay as they
     * were (contract 3), the file carries the warning.
     */
    void warnOfAbsent(FeedDefinition feed) {
        if (feed.organisationColumn() == null) {
            return;
        }
        database.sql("""
                        with spoken as (
                            select distinct landed.file_id, landed.%1$s as organisation_code
                            from %2$s as landed
                            inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
                        ), absent as (
                            select file.file_id, string_agg(distinct list.organisation_code, ', ') as organisations
                            from engine.file_in_scope as scope
                            inner join engine.file as file on file.file_id = scope.file_id and file.state = 'LANDED'
                            inner join register.organisation_list as list
                                on list.feed = file.feed and list.sender = file.sender
                                and list.source_system = coalesce(file.source_system_code, '')
                                and list.first_full_night is not null
                            left join spoken on spoken.file_id = file.file_id
                                and spoken.organisation_code = list.organisation_code
                            where spoken.file_id is null
                            group by file.file_id
                        ), noted as (
                            update engine.file as file set note = 'Absent: ' || absent.organisations || '.'
                            from absent where absent.file_id = file.file_id
                        )
                        insert into engine.line (file_id, line_no, outcome, reason_codes, field)
                        select absent.file_id, null, 'APPLIED_WITH_WARNING', array['ORGANISATION_ABSENT'], '%1$s'
                        from absent
                        on conflict (file_id, line_no) do update
                        set reason_codes = engine.line.reason_codes || excluded.reason_codes
                        """.formatted(feed.organisationColumn(), LandingTable.name(feed)))
                .update();
    }
}

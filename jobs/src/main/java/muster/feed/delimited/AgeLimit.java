package muster.feed.delimited;

import java.time.DateTimeException;
import java.time.LocalDate;
import muster.definition.AgeUnit;
import muster.definition.Ages;
import muster.definition.feed.FeedDefinition.AgeScope;
import muster.feed.FileContext;

/** Who is past the age of the service on the date of the file, where the definition asks ({@code feeds.md} 4.1). */
final class AgeLimit {

    private static final AgeLimit NONE = new AgeLimit(-1, null, 0, LocalDate.EPOCH);

    private final int column;
    private final String field;
    private final int underYears;
    private final LocalDate asAt;

    private AgeLimit(int column, String field, int underYears, LocalDate asAt) {
        this.column = column;
        this.field = field;
        this.underYears = underYears;
        this.asAt = asAt;
    }

    static AgeLimit of(FileContext context) {
        AgeScope scope = context.definition().ageScope();
        if (scope == null) {
            return NONE;
        }
        for (int i = 0; i < context.definition().columns().size(); i++) {
            if (context.definition().columns().get(i).name().equals(scope.column())) {
                return new AgeLimit(i, scope.column(), scope.underYears(), asAt(context));
            }
        }
        return NONE;
    }

    private static LocalDate asAt(FileContext context) {
        LocalDate named;
        try {
            named = context.definition().files().dateInName(context.nameGroups(), context.businessDate());
        } catch (DateTimeException e) {
            named = null;
        }
        return named == null ? context.businessDate() : named;
    }

    /** True where the row's birth date is known and the person has reached the age. */
    boolean excludes(RowState row) {
        return column >= 0
                && row.present[column]
                && !Ages.ageReached(LocalDate.ofEpochDay(row.number[column]), underYears, AgeUnit.YEARS)
                        .isAfter(asAt);
    }

    String field() {
        return field;
    }
}

package muster.publish.worklist;

import java.util.List;
import java.util.Map;
import muster.definition.CodeList;

/** The choices of the drop-downs from the code lists {@code response_reason} and {@code closure_reason}. */
public final class DefinedReasons {

    private static final String MONTHS = "MONTHS";
    private static final String WORKING_DAYS = "WORKING_DAYS";

    private DefinedReasons() {}

    /** What happened: each puts a case to sleep, in the order of the list. */
    public static List<Reason> responses(CodeList list) {
        return list.rows().stream().map(DefinedReasons::response).toList();
    }

    /** Why a case may be closed by hand: the reasons that staff give, in the order of the list. */
    public static List<Reason> closures(CodeList list) {
        return list.rows().stream()
                .filter(row -> yes(row, "manual"))
                .map(DefinedReasons::closure)
                .toList();
    }

    private static Reason response(Map<String, Object> row) {
        String unit = (String) row.get("suspend_unit");
        Integer amount = (Integer) row.get("suspend_amount");
        boolean months = MONTHS.equals(unit);
        Integer limit = (Integer) row.get("limit_days");
        Integer days = limit != null ? limit : months ? null : amount;
        return new Reason(
                (String) row.get("code"),
                (String) row.get("meaning"),
                days,
                days == null ? null : dayType(unit),
                months ? amount : null,
                yes(row, "note_required"),
                yes(row, "stops_messages"),
                (String) row.get("source"));
    }

    private static Reason.DayType dayType(String unit) {
        return WORKING_DAYS.equals(unit) ? Reason.DayType.WORKING : Reason.DayType.CALENDAR;
    }

    private static Reason closure(Map<String, Object> row) {
        return new Reason(
                (String) row.get("code"),
                (String) row.get("meaning"),
                null,
                null,
                (Integer) row.get("review_months"),
                yes(row, "note_required"),
                false,
                (String) row.get("source"));
    }

    private static boolean yes(Map<String, Object> row, String column) {
        return Boolean.TRUE.equals(row.get(column));
    }
}

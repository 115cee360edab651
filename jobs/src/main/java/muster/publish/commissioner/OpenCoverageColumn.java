package muster.publish.commissioner;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** The columns of the open coverage file in their order, each with what CSVW says of it (reports 8, rulings 7). */
enum OpenCoverageColumn {
    PERIOD_TYPE(pattern("^(quarter|year)$"), true, "Kind of period."),
    PERIOD_START(date(), true, "First day of the period."),
    PERIOD_END(date(), true, "Last day of the period."),
    AREA_TYPE(pattern("^[a-z]+$"), true, "Kind of area."),
    AREA_CODE(plain("string"), true, "Code of the area: GSS for an authority and England, ODS elsewhere."),
    AREA_NAME(plain("string"), true, "Name of the area."),
    ATTRIBUTION(
            pattern("^(REG|RES|RESP)$"),
            true,
            "Whose children: REG registered with practices of the area, RES resident in it, RESP registered there or"
                    + " resident and registered nowhere. Figures of different attribution do not add up."),
    INDICATOR_ID(plain("string"), true, "Id of the measure."),
    INDICATOR_NAME(plain("string"), true, "Name of the measure."),
    BREAKDOWN(plain("string"), true, "Kind of group, or all."),
    BREAKDOWN_VALUE(plain("string"), true, "Group, or all."),
    NUMERATOR(count(), false, "Children covered."),
    DENOMINATOR(count(), false, "Children eligible."),
    VALUE(
            percent(),
            false,
            "100 × numerator ÷ denominator, 2 decimals, half up; more where 2 would show a threshold as met that is not."),
    LOWER_CI(percent(), false, "Lower limit of the 95% Wilson interval, per cent."),
    UPPER_CI(percent(), false, "Upper limit of the 95% Wilson interval, per cent."),
    UNIT(pattern("^percent$"), true, "Unit of value and limits."),
    THRESHOLD(percent(), false, "Acceptable threshold, per cent; empty where there is none."),
    VALUE_STATUS(
            pattern("^([cxzupr](;[cxzupr])*)?$"),
            false,
            "c hidden to protect people, x not available, z not applicable, u low reliability, p provisional, r revised."),
    DATA_QUALITY(
            plain("string"),
            false,
            "stale where a feed behind the figures was late, held or beyond its limit; else empty."),
    DEFINITION_VERSION(plain("string"), true, "Version of the measures' definitions."),
    PUBLISHED(date(), true, "Date of publication.");

    private final ObjectNode datatype;
    private final boolean required;
    private final String description;

    OpenCoverageColumn(ObjectNode datatype, boolean required, String description) {
        this.datatype = datatype;
        this.required = required;
        this.description = description;
    }

    String header() {
        return name().toLowerCase(Locale.ROOT);
    }

    ObjectNode metadata() {
        ObjectNode column = JsonNodeFactory.instance.objectNode();
        column.put("name", header()).put("titles", header());
        column.set("datatype", datatype.deepCopy());
        if (required) {
            column.put("required", true);
        } else {
            column.put("null", "");
        }
        return column.put("dc:description", description);
    }

    private static ObjectNode plain(String base) {
        return JsonNodeFactory.instance.objectNode().put("base", base);
    }

    private static ObjectNode pattern(String format) {
        return plain("string").put("format", format);
    }

    private static ObjectNode date() {
        return plain("date").put("format", "yyyy-MM-dd");
    }

    private static ObjectNode count() {
        return plain("integer").put("minimum", 0);
    }

    private static ObjectNode percent() {
        return plain("decimal").put("minimum", 0).put("maximum", 100);
    }
}

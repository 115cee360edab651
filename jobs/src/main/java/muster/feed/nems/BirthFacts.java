package muster.feed.nems;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;

/** Reads the observations of a birth notification and compares them with each other (feeds.md 3.4 and 3.9). */
final class BirthFacts {

    private static final String QUANTITY = "valueQuantity";
    private static final String BODY_WEIGHT_LOINC = "29463-7";
    private static final String BIRTH_WEIGHT = "364589006";
    private static final String GESTATION = "412726003";
    private static final String REGISTRABLE_BIRTHS = "382341000000101";
    private static final String STILLBIRTH = "237364002";
    private static final String CONGENITAL_ABNORMALITY = "1097291000000101";
    private static final Map<String, BigDecimal> GRAMS = Map.of(
            "g",
            BigDecimal.ONE,
            "gram",
            BigDecimal.ONE,
            "grams",
            BigDecimal.ONE,
            "kg",
            BigDecimal.valueOf(1000),
            "kilogram",
            BigDecimal.valueOf(1000),
            "kilograms",
            BigDecimal.valueOf(1000));
    /** BIRTH WEIGHT has four digits, GESTATION LENGTH two (feeds.md 6.1): beyond that a value cannot be stored. */
    private static final BigDecimal WIDEST_WEIGHT = BigDecimal.valueOf(9999);

    private static final BigDecimal WIDEST_COUNT = BigDecimal.valueOf(99);

    private final ParserLimits limits;
    private final BundleIndex index;
    private final EventDraft draft;

    BirthFacts(ParserLimits limits, BundleIndex index, EventDraft draft) {
        this.limits = limits;
        this.index = index;
        this.draft = draft;
    }

    void read(BirthFamily family) {
        for (Node observation : index.all("Observation")) {
            Node subject = index.resolve(observation.child("subject"), "Patient");
            if (is(observation, REGISTRABLE_BIRTHS)) {
                draft.registrableBirths = whole(observation, "number_of_births");
            } else if (!subject.isPresent() || subject == family.baby()) {
                readBaby(observation);
            }
        }
        compare();
    }

    private void readBaby(Node observation) {
        if (is(observation, BIRTH_WEIGHT) || is(observation, BODY_WEIGHT_LOINC)) {
            readWeight(observation);
        } else if (is(observation, GESTATION)) {
            draft.gestationWeeks = whole(observation, "gestation_length_at_birth");
        } else if (is(observation, STILLBIRTH)) {
            draft.stillbirthIndicator = coded(observation, "[1-4]", "still_birth_indicator");
        } else if (is(observation, CONGENITAL_ABNORMALITY)) {
            draft.congenitalAbnormality = coded(observation, "[YNU]", "suspected_congenital_abnormality_indicator");
        }
    }

    private void readWeight(Node observation) {
        BigDecimal grams = grams(observation);
        if (grams == null) {
            draft.warn(Reason.RESULT_UNMAPPED, "birth_weight");
            return;
        }
        boolean plausible = within(
                grams,
                BigDecimal.valueOf(limits.minimumBirthWeightGrams()),
                BigDecimal.valueOf(limits.maximumBirthWeightGrams()));
        if (!plausible) {
            draft.warn(Reason.BIRTH_WEIGHT_RANGE, "birth_weight");
        }
        draft.birthWeightGrams = within(grams, BigDecimal.ONE, WIDEST_WEIGHT)
                ? grams.setScale(0, RoundingMode.HALF_UP).intValueExact()
                : null;
    }

    /** Grams, or null where there is no number or its unit is not known. No unit means grams, as the profile says. */
    private static BigDecimal grams(Node observation) {
        BigDecimal value = quantity(observation);
        if (value == null) {
            return null;
        }
        Node sent = observation.child(QUANTITY);
        String code = sent.text("code");
        String unit = code == null ? sent.text("unit") : code;
        BigDecimal factor = unit == null ? BigDecimal.ONE : GRAMS.get(unit.toLowerCase(Locale.ROOT));
        if (factor == null) {
            return null;
        }
        // Compared before it is multiplied: a hostile exponent must not be written out in digits.
        return within(value, BigDecimal.ZERO, WIDEST_WEIGHT) ? value.multiply(factor) : value;
    }

    private Integer whole(Node observation, String column) {
        BigDecimal value = quantity(observation);
        if (value == null || !within(value, BigDecimal.ONE, WIDEST_COUNT)) {
            draft.warn(Reason.RESULT_UNMAPPED, column);
            return null;
        }
        return value.setScale(0, RoundingMode.DOWN).intValueExact();
    }

    private String coded(Node observation, String pattern, String column) {
        String code = known(FhirValues.code(observation.choice("value")), pattern);
        if (code == null) {
            draft.warn(Reason.RESULT_UNMAPPED, column);
        }
        return code;
    }

    private void compare() {
        if (draft.deceasedDate != null && draft.birthDate != null && draft.deceasedDate.isBefore(draft.birthDate)) {
            draft.warn(Reason.DEATH_BEFORE_BIRTH, "person_death_date");
        }
        if (draft.birthOrder != null && draft.registrableBirths != null && draft.birthOrder > draft.registrableBirths) {
            draft.warn(Reason.BIRTH_ORDER_DISAGREES, "birth_order");
        }
    }

    /** A small positive count as sent; null otherwise. */
    static Integer count(String text) {
        return text != null && text.matches("[1-9][0-9]?") ? Integer.valueOf(text) : null;
    }

    /** The code in upper case where it is one of those the pattern allows, else null. */
    static String known(String code, String pattern) {
        String upper = code == null ? "" : code.toUpperCase(Locale.ROOT);
        return upper.matches(pattern) ? upper : null;
    }

    private static boolean is(Node observation, String code) {
        return FhirValues.hasCode(observation.child("code"), code);
    }

    private static BigDecimal quantity(Node observation) {
        String value = observation.child(QUANTITY).text("value");
        try {
            return value == null ? null : new BigDecimal(value);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static boolean within(BigDecimal value, BigDecimal low, BigDecimal high) {
        return value.compareTo(low) >= 0 && value.compareTo(high) <= 0;
    }
}

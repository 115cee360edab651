package muster.publish.commissioner;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import muster.publish.disclosure.AreaKey;
import muster.publish.disclosure.DisclosureProfile;
import muster.publish.disclosure.Releases;
import muster.publish.statistics.Threshold;

/** An invented release: one ICB and one authority, with every kind of cell a report can hold. */
final class ExampleRelease {
    static final AreaKey ICB = new AreaKey("ICB", "NX1");
    static final AreaKey LA = new AreaKey("LA", "E06000999");

    private static final Threshold NINETY_FIVE = new Threshold(950);

    private ExampleRelease() {}

    static PublishedMeasure cover(String id, String name, int order) {
        return new PublishedMeasure("COVER-24M-" + id, 1, name, "COVER-24M", NINETY_FIVE, null, true, order);
    }

    static PublishedMeasure care(String id, String name, int order) {
        return new PublishedMeasure("POP-CARE-" + id, 1, name, "", null, null, false, order);
    }

    static final PublishedMeasure HEXA = cover("HEXA", "6-in-1 primary at 24 months", 10);
    static final PublishedMeasure PCVB = cover("PCVB", "PCV booster at 24 months", 20);
    static final PublishedMeasure MENBB = cover("MENBB", "MenB booster at 24 months", 30);
    static final PublishedMeasure HIBMENC = new PublishedMeasure(
            "COVER-24M-HIBMENC", 1, "Hib/MenC booster at 24 months", "", NINETY_FIVE, null, true, 40);
    static final PublishedMeasure MMR1 = cover("MMR1", "MMR/MMRV first dose at 24 months", 50);
    static final PublishedMeasure HEXA4 = cover("HEXA4", "6-in-1 fourth dose at 24 months", 60);
    static final PublishedMeasure BLOOD_SPOT = new PublishedMeasure(
            "SCR-NBS", 1, "Blood spot result by 17 days", "", NINETY_FIVE, new Threshold(990), true, 70);
    static final PublishedMeasure CARE_GP = care("GP", "Children on the list of a GP practice", 80);
    static final PublishedMeasure CARE_HV = care("HV", "Children on a health visiting caseload", 90);
    static final PublishedMeasure CARE_CHIS = care("CHIS", "Children on the CHIS register", 100);

    static List<MeasureCell> cells() {
        List<MeasureCell> cells = new ArrayList<>();
        cells.add(MeasureCell.counted(HEXA, "REG", ICB, 6312, 6981));
        cells.add(MeasureCell.counted(PCVB, "REG", ICB, 6633, 6981));
        cells.add(MeasureCell.counted(MENBB, "REG", ICB, 6979, 6981));
        cells.add(MeasureCell.uncounted(HIBMENC, "REG", ICB, Availability.NOT_APPLICABLE));
        cells.add(MeasureCell.counted(MMR1, "REG", ICB, 6105, 6981));
        cells.add(MeasureCell.counted(HEXA4, "REG", ICB, 6631, 6981));
        cells.add(MeasureCell.counted(BLOOD_SPOT, "RESP", ICB, 6690, 6748));
        cells.add(MeasureCell.counted(CARE_GP, "RES", ICB, 28_790, 29_004));
        cells.add(MeasureCell.counted(CARE_HV, "RES", ICB, 29_001, 29_004));
        cells.add(MeasureCell.uncounted(CARE_CHIS, "RES", ICB, Availability.NOT_AVAILABLE));
        // Authority A of measures 1.1.
        cells.add(MeasureCell.counted(HEXA, "RESP", LA, 5, 8));
        cells.add(MeasureCell.counted(PCVB, "RESP", LA, 5, 8));
        cells.add(MeasureCell.counted(MENBB, "RESP", LA, 4, 8));
        cells.add(MeasureCell.counted(HIBMENC, "RESP", LA, 5, 8));
        cells.add(MeasureCell.counted(MMR1, "RESP", LA, 4, 8));
        cells.add(MeasureCell.counted(CARE_GP, "RES", LA, 60, 60));
        return cells;
    }

    static ReportContext context() {
        return new ReportContext(
                "Demonstration",
                "OFFICIAL-SENSITIVE",
                new ReportPeriod("2026-27-q1", "quarter", LocalDate.of(2026, 4, 1), LocalDate.of(2026, 6, 30)),
                LocalDate.of(2026, 7, 31),
                LocalDate.of(2026, 11, 18),
                "2026-11-18",
                LocalDate.of(2026, 11, 18),
                "2026.3",
                1,
                true,
                muster.publish.DataDates.none());
    }

    static ChildConservation children() {
        Map<String, Long> buckets = new LinkedHashMap<>();
        buckets.put("IN_AREA", 29_004L);
        buckets.put("OUT_OF_AREA", 812L);
        buckets.put("LEFT_ENGLAND", 61L);
        buckets.put("DECEASED", 19L);
        buckets.put("STILLBORN", 3L);
        buckets.put("INVALIDATED", 0L);
        buckets.put("AGED_OUT", 240L);
        buckets.put("UNTRACED", 44L);
        return new ChildConservation(
                buckets.values().stream().mapToLong(Long::longValue).sum(), buckets);
    }

    static CommissionerReports reports() {
        DisclosureProfile profile = Releases.profile("commissioner");
        return new CommissionerReports(
                ControlledMeasures.of(profile, cells(), List.of(), List.of()), context(), children());
    }

    static CommissionerReport icb() {
        return reports().of(new ReportArea(ICB, "Northmere and Eastvale"));
    }

    static CommissionerReport authority() {
        return reports().of(new ReportArea(LA, "Northmere"));
    }
}

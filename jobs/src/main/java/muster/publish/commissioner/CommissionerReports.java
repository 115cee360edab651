package muster.publish.commissioner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import muster.publish.disclosure.DisclosureProfile;
import muster.publish.statistics.Figures;
import muster.publish.statistics.Shorthand;

/**
 * Builds the reports of one release from figures that disclosure control has passed. Every sentence and cell is made
 * from those; what they do not support is not said.
 */
public final class CommissionerReports {
    private final Wording words = Wording.load();
    private final ControlledMeasures measures;
    private final ReportContext context;
    private final Map<String, String> conservation;
    private final List<String> buckets;

    /**
     * A release.
     *
     * @param measures the controlled figures of every area
     * @param context period, run and versions
     * @param children every child the service knows, by bucket
     */
    public CommissionerReports(ControlledMeasures measures, ReportContext context, ChildConservation children) {
        this.measures = measures;
        this.context = context;
        this.conservation = children.controlled(measures.table().profile());
        this.buckets = List.copyOf(children.buckets().keySet());
    }

    /** The report of one area; a merged area is named by the profile. */
    public CommissionerReport of(ReportArea given) {
        ReportArea area = named(given);
        List<ControlledMeasure> all = measures.totalsOf(area.key());
        List<ControlledMeasure> first =
                all.stream().filter(figure -> figure.measure().firstPage()).toList();
        Map<String, ControlledMeasure> byMeasure = new TreeMap<>();
        all.forEach(figure -> byMeasure.putIfAbsent(figure.measure().measureId(), figure));
        Headlines headlines = new Headlines(words);
        CoverageRows rows = new CoverageRows(words, first);
        List<String> lead = new ArrayList<>(new LeadSentences(words).about(first));
        headlines.sentence(byMeasure).ifPresent(lead::add);
        if (context.data().anyStale()) {
            lead.add(words.say("lead.stale", "feeds", context.data().staleWords()));
        }
        return new CommissionerReport(
                area,
                words.say("area_types." + area.key().type(), "code", area.key().code()),
                context,
                words.say(
                        "title", "area", area.name(), "period", context.period().inWords()),
                words.say(context.provisional() ? "provisional" : "final", "date", Figures.date(context.dataAsAt())),
                lead,
                headlines.of(byMeasure),
                new Actions(words).of(first, byMeasure),
                first.stream().map(rows::row).toList(),
                all.stream().map(rows::row).toList(),
                rows.stripHeading(),
                key(),
                notes(area, all));
    }

    private ReportArea named(ReportArea area) {
        DisclosureProfile profile = measures.table().profile();
        return new ReportArea(area.key(), profile.mergedName(area.key()).orElse(area.name()));
    }

    private String key() {
        String codes = Arrays.stream(Shorthand.values())
                .map(code -> words.say("code", "code", code.code(), "meaning", code.meaning()))
                .collect(Collectors.joining("; "));
        return words.say("key", "codes", codes);
    }

    private List<Note> notes(ReportArea area, List<ControlledMeasure> figures) {
        DisclosureProfile profile = measures.table().profile();
        String snapshot = Figures.date(context.snapshot());
        List<Note> notes = new ArrayList<>();
        if (context.provisional()) {
            notes.add(words.note("notes.provisional", "known", Figures.date(context.dataAsAt())));
        }
        if (!context.data().feeds().isEmpty()) {
            notes.add(words.note("notes.data", "dates", context.data().dateWords()));
        }
        notes.add(words.note(
                "notes.cohort",
                "start",
                Figures.date(context.period().start()),
                "end",
                Figures.date(context.period().end()),
                "snapshot",
                snapshot));
        figures.stream()
                .map(ControlledMeasure::attribution)
                .collect(Collectors.toCollection(TreeSet::new))
                .forEach(view -> notes.add(words.note("views." + view)));
        notes.add(words.note("notes.coverage"));
        notes.add(words.note("notes.threshold"));
        if (profile.suppression()) {
            notes.add(words.note("notes.hidden", "largest", Integer.toString(profile.cutOff() - 1)));
        }
        profile.mergedName(area.key()).ifPresent(name -> notes.add(words.note("notes.merged", "name", name)));
        notes.add(words.note("notes.restricted"));
        notes.add(words.note("notes.caveats"));
        notes.add(words.note("notes.change"));
        notes.add(conservationNote());
        return notes;
    }

    private Note conservationNote() {
        String sum = buckets.stream()
                .map(bucket -> words.say("buckets." + bucket, "count", conservation.get(bucket)))
                .collect(Collectors.joining(", "));
        String date = Figures.date(context.runDate());
        return words.note("notes.conservation", "known", conservation.get("KNOWN"), "date", date, "buckets", sum);
    }
}

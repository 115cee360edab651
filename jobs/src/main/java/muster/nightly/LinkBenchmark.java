package muster.nightly;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.util.Map;
import javax.sql.DataSource;
import muster.definition.Definitions;
import muster.engine.Lineage;
import muster.engine.Models;
import muster.linkage.bench.LinkBench;
import muster.linkage.bench.MappedSet;
import muster.publish.statistics.WilsonInterval;
import org.springframework.stereotype.Component;

/** {@code bench link}: how fast and how rightly invented records are linked; it leaves nothing behind. */
@Component
public class LinkBenchmark {

    private final DataSource dataSource;
    private final Models models;
    private final Lineage lineage;
    private final Definitions rules;

    LinkBenchmark(DataSource dataSource, Models models, Lineage lineage, Definitions rules) {
        this.dataSource = dataSource;
        this.models = models;
        this.lineage = lineage;
        this.rules = rules;
    }

    /**
     * Invents, links and counts.
     *
     * @return one JSON object
     */
    public String run(LinkBench.Request request) {
        return measured(connection -> json(request, bench(connection).run(request)));
    }

    /**
     * Links what files of known truth say, and counts.
     *
     * @return one JSON object
     */
    public String run(MappedSet set) {
        return measured(connection -> json(set, bench(connection).run(set)));
    }

    private String measured(UndoneMeasurement.Work work) {
        return UndoneMeasurement.of(dataSource, rules, LinkBench.night(), work);
    }

    private LinkBench bench(Connection connection) {
        return new LinkBench(connection, models, lineage);
    }

    /**
     * The links made by themselves; those with what waits for a person taken as its candidate says; those with what waits
     * answered rightly, so that a wrong candidate is no link; and, as comparisons of linkage programs count that know neither
     * guards nor people, every best candidate that is likelier right than wrong.
     */
    private String json(MappedSet set, LinkBench.Result result) {
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("persons", set.persons().size())
                .put("records", result.records())
                .put("held", result.held())
                .put("model_version", rules.linkage().version())
                .put("seconds", rounded(result.total(), 1e2));
        quality(json.putObject("automatic"), result.linked(), result.right(), result.held());
        ObjectNode review = json.putObject("review");
        review.put("records", result.review())
                .put("share", rounded(share(result.review(), result.records()), 1e6))
                .put("right", result.reviewRight());
        quality(
                json.putObject("automatic_and_review"),
                result.linked() + result.review(),
                result.right() + result.reviewRight(),
                result.held());
        quality(
                json.putObject("review_answered_rightly"),
                result.linked() + result.reviewRight(),
                result.right() + result.reviewRight(),
                result.held());
        quality(json.putObject("by_weight_alone"), result.likely(), result.likelyRight(), result.held());
        return json.toPrettyString();
    }

    private static void quality(ObjectNode json, long links, long right, long held) {
        double precision = share(right, links);
        double recall = share(right, held);
        json.put("links", links)
                .put("wrong_links", links - right)
                .put("precision", rounded(precision, 1e6))
                .put("precision_wilson_lower", lower(right, links))
                .put("recall", rounded(recall, 1e6))
                .put("f1", rounded(2 * precision * recall / (precision + recall), 1e6));
    }

    private String json(LinkBench.Request request, LinkBench.Result result) {
        ObjectNode json = new ObjectMapper().createObjectNode();
        long comparedRight = result.comparedLinked()
                - result.wrong().entrySet().stream()
                        .filter(wrong -> !wrong.getKey().equals("CROSS_CHECK"))
                        .mapToLong(Map.Entry::getValue)
                        .sum();
        double precision = share(result.right(), result.linked());
        double recall = share(result.right(), result.held());
        json.put("persons", request.persons())
                .put("records", request.records())
                .put("seed", request.seed())
                .put("numbers", request.numbers())
                .put("model_version", rules.linkage().version())
                .put("seconds", rounded(result.total(), 1e2))
                .put("processor_seconds", rounded(sum(result.processorSeconds()), 1e2))
                .put("links", result.linked())
                .put("wrong_links", result.linked() - result.right())
                .put("precision", rounded(precision, 1e6))
                .put("precision_wilson_lower", lower(result.right(), result.linked()))
                .put("recall", rounded(recall, 1e6))
                .put("f1", rounded(2 * precision * recall / (precision + recall), 1e6))
                .put("review", result.review())
                .put("review_share", rounded(share(result.review(), result.records()), 1e6))
                .put("review_right", result.reviewRight())
                .put("compared", result.compared())
                .put("compared_linked", result.comparedLinked())
                .put("compared_precision_wilson_lower", lower(comparedRight, result.comparedLinked()))
                .put("twins_merged", result.twinsMerged());
        ObjectNode wrong = json.putObject("wrong_links_by_method");
        result.wrong().forEach(wrong::put);
        ObjectNode steps = json.putObject("seconds_by_model");
        result.seconds().forEach((model, seconds) -> steps.put(model, rounded(seconds, 1e2)));
        ObjectNode processor = json.putObject("processor_seconds_by_model");
        result.processorSeconds().forEach((model, seconds) -> processor.put(model, rounded(seconds, 1e2)));
        return json.toPrettyString();
    }

    private static double sum(Map<String, Double> seconds) {
        return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static double lower(long right, long linked) {
        return linked == 0 ? 0 : WilsonInterval.of(right, linked).lower().doubleValue();
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static double rounded(double value, double scale) {
        return Math.round(value * scale) / scale;
    }
}

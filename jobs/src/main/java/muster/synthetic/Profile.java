package muster.synthetic;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How a synthesis behaves: {@code config/synthetic/<profile>.yaml}, whose keys
 * {@code config/schema/synthetic_profile.schema.json} explains. Sections that a profile leaves out are empty.
 */
record Profile(
        String profile,
        boolean careAsPlanned,
        int shrinkPermille,
        List<String> deltaAfterFirstNight,
        int firstSequenceNumber,
        String vaccinationSender,
        List<String> meshTypes,
        int meshMessagesEvery,
        int meshReports,
        int parquetExtractEvery,
        int historyYears,
        int eventHistoryDays,
        List<String> feeds,
        int clinicalPermille,
        int listSenders,
        int canaries,
        List<String> legacyCharacters,
        int twinPairsPermille,
        Map<String, Rate> background,
        Map<String, Rate> nightly,
        Map<String, Rate> faults,
        Map<String, Rate> nightlyFaults,
        ShrinkingRegister shrinkingRegister,
        Map<String, Integer> dirt,
        Map<String, Integer> lookalikes,
        Map<String, Integer> nightlyRowFaults,
        Map<String, FileFault> fileFaults) {

    /** So many per million children, and {@code least} at any rate. */
    record Rate(int perMillion, int least) {
        int of(int children) {
            return Math.max(least, (int) Math.round((double) perMillion * children / 1_000_000));
        }
    }

    /** The register that loses more than it should on a night. */
    record ShrinkingRegister(String feed, String sender, int night) {}

    /** A fault of one sender's file on certain nights; {@code last} stands for the last one. */
    record FileFault(String feed, String sender, List<String> nights) {
        boolean on(int night, int lastNight) {
            return nights.contains(Integer.toString(night)) || (night == lastNight && nights.contains("last"));
        }
    }

    Profile {
        meshTypes = meshTypes == null ? List.of() : meshTypes;
        feeds = feeds == null ? List.of() : feeds;
        legacyCharacters = legacyCharacters == null ? List.of() : legacyCharacters;
        dirt = dirt == null ? Map.of() : dirt;
        lookalikes = lookalikes == null ? Map.of() : lookalikes;
        faults = faults == null ? Map.of() : faults;
        nightlyFaults = nightlyFaults == null ? Map.of() : nightlyFaults;
        nightlyRowFaults = nightlyRowFaults == null ? Map.of() : nightlyRowFaults;
        fileFaults = fileFaults == null ? Map.of() : fileFaults;
        if (shrinkingRegister == null && faults.containsKey(StoryKind.LEAVES_CASELOAD_LATE.key())) {
            throw new IllegalArgumentException("leaves_caseload_late needs a shrinking_register");
        }
    }

    static Profile read(ConfigFiles config, String name) throws IOException {
        return config.read(name + ".yaml", "synthetic_profile.schema.json", Profile.class);
    }

    /** Stories told before the first night, and faults, in a fixed order. */
    Map<StoryKind, Rate> standing() {
        return byKind(background, faults);
    }

    /** Stories that happen on each night, faults among them, in a fixed order. */
    Map<StoryKind, Rate> eachNight() {
        return byKind(nightly, nightlyFaults);
    }

    /** Exceptions that come about without a fault, where care is left to chance: all of the pathway. */
    List<String> naturalTypes() {
        if (careAsPlanned) {
            return List.of();
        }
        return Arrays.stream(StoryKind.values())
                .filter(StoryKind::pathway)
                .map(StoryKind::exception)
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether the messages of a night come as MESH pairs. */
    boolean meshMessagesOn(int night) {
        return meshMessagesEvery > 0 && night % meshMessagesEvery == 0;
    }

    /** Whether the PDS extract of a night comes in Parquet; the first never does. */
    boolean parquetOn(int night) {
        return parquetExtractEvery > 1 && night % parquetExtractEvery == 0;
    }

    int rowFaults(String kind) {
        return nightlyRowFaults.getOrDefault(kind, 0);
    }

    boolean sendsDelta(String feed, String sender) {
        return deltaAfterFirstNight.contains(feed + ":" + sender);
    }

    /** In which characters a sender writes; the legacy set where the profile says so. */
    Charset charset(String feed, String sender) {
        return legacyCharacters.contains(feed + ":" + sender)
                ? Charset.forName("windows-1252")
                : StandardCharsets.UTF_8;
    }

    /** Practices that send the national list format; none where its feed is left out. */
    int practicesWithList() {
        return feeds.contains("gp-gpr4") ? listSenders : 0;
    }

    private static Map<StoryKind, Rate> byKind(Map<String, Rate> some, Map<String, Rate> more) {
        Map<StoryKind, Rate> rates = new EnumMap<>(StoryKind.class);
        some.forEach((story, rate) -> rates.put(StoryKind.of(story), rate));
        more.forEach((story, rate) -> rates.put(StoryKind.of(story), rate));
        return rates;
    }
}

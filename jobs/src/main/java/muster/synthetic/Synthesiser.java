package muster.synthetic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the feeds of an invented population for a number of nights, with the answer key ({@code contract.md} section 1).
 *
 * <p>{@code HOME/synthetic/<date>/<feed>/} holds what must lie in the inbox for that night, the reference sets in the first
 * night's folder; {@code HOME/synthetic/truth/} the answer key; {@code HOME/synthetic/config/} the settings that fit.
 */
public final class Synthesiser {
    private static final int PROGRESS_EVERY = 5_000;
    private static final int SETTLED_DAYS = 400;
    private static final Pattern NIGHT_FOLDER = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final SynthesisRequest request;
    private final ProgressListener progress;
    private final Path synthetic;
    private final ConfigFiles config;
    private final Profile profile;
    private final Geography geography;
    private final Cast cast;
    private final PathwayFaults pathway;
    private final People people;
    private final Stage stage;
    private final Vaccinations vaccinations;
    private final Dirt dirt;
    private final Care care;
    private final Senders senders;
    private final Set<String> shrunk = new TreeSet<>();

    private Synthesiser(SynthesisRequest request, ProgressListener progress) throws IOException {
        this.request = request;
        this.progress = progress;
        this.synthetic = request.home().resolve("synthetic");
        this.config = new ConfigFiles(request.home());
        this.profile = Profile.read(config, request.profile());
        this.geography = Geography.build(config, request.children(), request.seed(), profile.practicesWithList());
        this.cast = new Cast(request, profile);
        CarePlan plan = CarePlan.read(config);
        this.pathway = new PathwayFaults(request, plan, config);
        this.people = new People(request, profile, geography, cast, pathway, config);
        this.vaccinations = new Vaccinations(config, request.seed(), profile.careAsPlanned(), pathway);
        this.dirt = new Dirt(request, profile, geography, vaccinations);
        this.stage = new Stage(request, profile, geography, dirt, pathway);
        this.care = new Care(plan, request.seed(), profile.careAsPlanned(), pathway);
        this.senders = new Senders(profile);
    }

    /**
     * Writes everything; what an earlier synthesis left in {@code HOME/synthetic} is replaced. The same request gives the same
     * bytes. Memory does not grow with the number of children.
     *
     * @throws IOException if a file cannot be written
     * @throws IllegalArgumentException if the profile is unknown or wrong, or the children too few for its stories
     */
    public static void write(SynthesisRequest request, ProgressListener progress) throws IOException {
        new Synthesiser(request, progress).writeAll();
    }

    private void writeAll() throws IOException {
        clear();
        new ReferenceFiles(nightFolder(1).resolve("reference"), geography).write(config);
        writeServiceSettings();
        try (Truth truth = new Truth(synthetic.resolve("truth"), profile.naturalTypes())) {
            RegisterFiles before = null;
            for (int night = 1; night <= request.nights(); night++) {
                before = writeNight(night, truth, before);
            }
        }
    }

    private RegisterFiles writeNight(int night, Truth truth, RegisterFiles nightBefore) throws IOException {
        Path folder = nightFolder(night);
        LocalDate date = request.date(night);
        LocalDate since = night == 1 ? null : stage.asAt(night - 1);
        RowFaults faults = new RowFaults(profile, truth, request, night, geography);
        NemsFiles messages = new NemsFiles(folder, date, request.seed(), profile.meshMessagesOn(night));
        VaccinationFiles doses =
                new VaccinationFiles(folder, stage.asAt(night), since, profile, request.from(), vaccinations, dirt);
        RegisterFiles registers = new RegisterFiles(folder, date, night, geography, senders, truth, shrunk, profile);
        EventFiles events = new EventFiles(
                folder, stage.asAt(night), since, request.from(), profile, geography, senders, care, dirt, truth);
        MnsFiles signals = new MnsFiles(folder, date, request.seed(), profile, night);
        ClinicalFiles clinical = new ClinicalFiles(request, profile, geography, care, vaccinations, dirt, truth);
        SchoolFiles school = new SchoolFiles(folder, stage.asAt(night), since, request, profile, geography, care);
        try (registers;
                doses;
                events;
                school;
                Gpr4Files lists = new Gpr4Files(folder, date, geography, truth);
                PdsFile extract = new PdsFile(folder, date, night, profile, truth)) {
            for (int index = 0; index < cast.people(); index++) {
                Child child = people.child(index);
                World before = stage.at(child, night - 1);
                World now = stage.at(child, night);
                if (now.known) {
                    extract.write(child, before, now);
                    registers.write(before, now);
                    lists.write(child, before, now);
                    messages.write(now);
                    clinical.write(messages, child, now, night);
                    signals.write(child, now, night);
                    school.write(child, before, now);
                    doses.write(child, before, now);
                    events.write(child, before, now);
                    truth.child(date, now);
                    if (child.kind() == StoryKind.IDENTITY_NEW && child.part().from() == night) {
                        truth.identities(date, people.child(child.likeness()).nhs(), child.nhs());
                    }
                    if (night == 1 && child.canary() != Canaries.Kind.NONE) {
                        truth.canary(child);
                    }
                }
                if (index % PROGRESS_EVERY == 0) {
                    progress.progress("night " + date, index, cast.people());
                }
            }
            faults.extract(extract.main());
            faults.registers(registers);
            faults.messages(messages, usualChild(0), usualChild(1), stage.asAt(night));
            faults.vaccinations(doses);
            Child ordinary = settledChild();
            new EventFaults(profile, truth, date, night, geography, care)
                    .write(events, ordinary, stage.at(ordinary, night));
        }
        for (int report = 1; report <= profile.meshReports() && profile.meshMessagesOn(night); report++) {
            MeshControl.report(folder.resolve("nems"), report, date.minusDays(1));
        }
        new FileFaults(synthetic, request, profile, truth).add(night, registers, doses, nightBefore);
        progress.progress("night " + date, cast.people(), cast.people());
        return registers;
    }

    /** The n-th child without a story: faulty messages name one, and must leave it as it is. */
    private Child usualChild(int ordinal) {
        int left = ordinal;
        for (int index = 0; ; index++) {
            if (!cast.plays(index) && left-- == 0) {
                return people.child(index);
            }
        }
    }

    /** The first child without a story who has been here for more than a year: faulty events are told of it. */
    private Child settledChild() {
        for (int ordinal = 0; ; ordinal++) {
            Child child = usualChild(ordinal);
            if (child.atHomeSince().isBefore(request.from().minusDays(SETTLED_DAYS))) {
                return child;
            }
        }
    }

    /** The settings under which the answer key holds: which child health organisations are served. */
    private void writeServiceSettings() throws IOException {
        String served = geography.chis.values().stream()
                .filter(Geography.Chis::served)
                .map(Geography.Chis::code)
                .collect(Collectors.joining(", "));
        Path folder = Files.createDirectories(synthetic.resolve("config"));
        Files.writeString(
                folder.resolve("service.yaml"),
                "service: { name: Demonstration, marking: OFFICIAL-SENSITIVE }\nchis: [" + served
                        + "]\ntest_numbers: accept\n");
    }

    private Path nightFolder(int night) {
        return synthetic.resolve(request.date(night).toString());
    }

    /** Removes what this class wrote before, and nothing else that may lie there. */
    private void clear() throws IOException {
        if (!Files.isDirectory(synthetic)) {
            return;
        }
        List<Path> old;
        try (Stream<Path> found = Files.list(synthetic)) {
            old = found.filter(path -> {
                        String name = path.getFileName().toString();
                        return name.equals("truth")
                                || name.equals("config")
                                || NIGHT_FOLDER.matcher(name).matches();
                    })
                    .toList();
        }
        for (Path folder : old) {
            try (Stream<Path> tree = Files.walk(folder)) {
                for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}

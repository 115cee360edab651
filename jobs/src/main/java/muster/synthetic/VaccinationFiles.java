package muster.synthetic;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A night's vaccination files in the national layout, version 5 ({@code feeds.md} 8.1): one file for each vaccine type with
 * something to tell; the whole history on the first night, then what was recorded since.
 */
final class VaccinationFiles implements Closeable {
    /** The 34 names, exact and in this order; a reader refuses anything else. */
    static final String HEADER =
            "NHS_NUMBER|PERSON_FORENAME|PERSON_SURNAME|PERSON_DOB|PERSON_GENDER_CODE|PERSON_POSTCODE|DATE_AND_TIME|SITE_CODE|"
                    + "SITE_CODE_TYPE_URI|UNIQUE_ID|UNIQUE_ID_URI|ACTION_FLAG|PERFORMING_PROFESSIONAL_FORENAME|"
                    + "PERFORMING_PROFESSIONAL_SURNAME|RECORDED_DATE|PRIMARY_SOURCE|VACCINATION_PROCEDURE_CODE|"
                    + "VACCINATION_PROCEDURE_TERM|DOSE_SEQUENCE|VACCINE_PRODUCT_CODE|VACCINE_PRODUCT_TERM|VACCINE_MANUFACTURER|"
                    + "BATCH_NUMBER|EXPIRY_DATE|SITE_OF_VACCINATION_CODE|SITE_OF_VACCINATION_TERM|ROUTE_OF_VACCINATION_CODE|"
                    + "ROUTE_OF_VACCINATION_TERM|DOSE_AMOUNT|DOSE_UNIT_CODE|DOSE_UNIT_TERM|INDICATION_CODE|LOCATION_CODE|"
                    + "LOCATION_CODE_TYPE_URI";

    /** Invented: the national workflow ids of these files are not public. */
    private static final String MESH_WORKFLOW = "MUSTER_SYNTHETIC_VACCINATIONS";

    private static final String ODS_URI = "https://fhir.nhs.uk/Id/ods-organization-code";
    private static final String KEY_URI = "https://muster.example/synthetic/vaccination";

    /** Cells of a row by position, for those who make faulty ones. */
    static final int NUMBER = 0;

    static final int GIVEN_AT = 6;
    static final int UNIQUE_ID = 9;
    static final int ACTION = 11;
    static final int PROCEDURE = 16;
    static final int BATCH = 22;

    /** One type's open file. */
    static final class TypeFile {
        final Path path;
        private final OutputStream out;
        private int lines = 1;
        String[] last;

        private TypeFile(Path path) throws IOException {
            this.path = path;
            Files.createDirectories(path.getParent());
            out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
            out.write((HEADER + "\n").getBytes(StandardCharsets.UTF_8));
        }

        String name() {
            return path.getFileName().toString();
        }

        /** Writes a row and returns its line number. */
        int row(String[] cells) throws IOException {
            StringBuilder line = new StringBuilder(700);
            for (String cell : cells) {
                line.append(line.length() == 0 ? "\"" : "|\"").append(cell).append('"');
            }
            out.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
            return ++lines;
        }
    }

    private final Path folder;
    private final LocalDate asAt;
    private final LocalDate since;
    private final LocalDate bornAfter;
    private final String sender;
    private final List<String> byMesh;
    private final Vaccinations vaccinations;
    private final Dirt dirt;
    private final Map<String, TypeFile> files = new TreeMap<>();

    /** @param since the day after which a dose must have been recorded to be told tonight; null on the first night */
    VaccinationFiles(
            Path nightFolder,
            LocalDate asAt,
            LocalDate since,
            Profile profile,
            LocalDate first,
            Vaccinations vaccinations,
            Dirt dirt) {
        this.dirt = dirt;
        this.folder = nightFolder.resolve("vaccination-v5");
        this.asAt = asAt;
        this.since = since;
        this.bornAfter = first.minusYears(profile.historyYears());
        this.sender = profile.vaccinationSender();
        this.byMesh = profile.meshTypes();
        this.vaccinations = vaccinations;
    }

    /** Writes the doses newly recorded; all that were recorded before for one who has just come. */
    void write(Child child, World before, World now) throws IOException {
        if (child.birth().isBefore(bornAfter)
                || child.kind() == StoryKind.OUT_OF_AREA
                || now.life.equals("STILLBORN")) {
            return;
        }
        if (now.life.equals("INVALIDATED")) {
            return;
        }
        LocalDate last = lastAlive(now, asAt);
        for (Vaccinations.Dose dose : vaccinations.of(child, last)) {
            boolean told = since != null && before.known && !dose.recorded().isAfter(since);
            if (!dose.recorded().isAfter(asAt) && !told && !dirt.monthOnly(child, dose)) {
                TypeFile file = file(dose.slot().type());
                file.last = cells(child, now, dose);
                file.row(file.last);
            }
        }
    }

    /** The last day of which anything is told of the child; of a death told by a message alone, two days back. */
    static LocalDate lastAlive(World now, LocalDate asAt) {
        if (now.life.equals("ALIVE")) {
            return asAt;
        }
        return now.pds.removed() == null ? asAt.minusDays(2) : now.pds.removed();
    }

    /** Tonight's files that have rows. */
    List<TypeFile> files() {
        return List.copyOf(files.values());
    }

    TypeFile file(String type) throws IOException {
        TypeFile file = files.get(type);
        if (file == null) {
            file = new TypeFile(folder.resolve(fileName(type, "180000")));
            files.put(type, file);
        }
        return file;
    }

    String fileName(String type, String time) {
        String ending = byMesh.contains(type) ? "dat" : "csv";
        return "%s_Vaccinations_v5_%s_%sT%s%s.%s"
                .formatted(type, sender, FeedFile.basic(asAt), time, Zones.twoDigits(asAt), ending);
    }

    Path folder() {
        return folder;
    }

    private static String[] cells(Child child, World now, Vaccinations.Dose dose) {
        Vaccinations.Slot slot = dose.slot();
        String site = child.practice().code();
        String given =
                FeedFile.basic(dose.given()) + "T" + (10 + child.likeness() % 7) + (10 + child.likeness() % 50) + "00";
        String batch =
                "B" + slot.type().charAt(0) + FeedFile.basic(dose.given()).substring(2, 6) + child.likeness() % 7;
        return new String[] {
            now.who.nhs(),
            child.newName(),
            child.family(),
            FeedFile.basic(child.birth()),
            Integer.toString(child.gender()),
            now.secret ? "" : now.home.postcode(),
            given + Zones.twoDigits(dose.given()),
            site,
            ODS_URI,
            "S-" + Stage.sevenDigits(child.index()) + "-" + slot.code(),
            KEY_URI,
            "NEW",
            "",
            "",
            FeedFile.basic(dose.recorded()),
            "TRUE",
            slot.procedure(),
            slot.term(),
            Integer.toString(slot.dose()),
            "",
            "",
            "",
            batch,
            FeedFile.basic(dose.given().plusMonths(14).withDayOfMonth(1)),
            slot.siteCode(),
            slot.siteTerm(),
            slot.routeCode(),
            slot.routeTerm(),
            "0.5",
            "258773002",
            "Milliliter",
            "",
            site,
            ODS_URI
        };
    }

    @Override
    public void close() throws IOException {
        for (TypeFile file : files.values()) {
            file.out.close();
            if (file.name().endsWith(".dat")) {
                MeshControl.write(file.path, MESH_WORKFLOW, sender, asAt);
            }
        }
    }
}

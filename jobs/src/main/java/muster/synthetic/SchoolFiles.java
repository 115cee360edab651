package muster.synthetic;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import muster.synthetic.CarePlan.OutOfYear;
import muster.synthetic.CarePlan.SchoolDose;

/**
 * A night's school files in the published import layouts ({@code feeds.md} 8.3): point of care, the report of another system,
 * and on the first night a list of half of Year 8 and of the few who are taught out of their year. Doses of the autumn
 * sessions, told the day after; on the first night those of all the years before.
 */
final class SchoolFiles implements Closeable {
    static final String POINT_OF_CARE =
            "ORGANISATION_CODE,SCHOOL_URN,SCHOOL_NAME,NHS_NUMBER,PERSON_FORENAME,PERSON_SURNAME,PERSON_DOB,PERSON_GENDER_CODE,"
                    + "PERSON_POSTCODE,DATE_OF_VACCINATION,PROGRAMME,VACCINATED,VACCINE_GIVEN,BATCH_NUMBER,BATCH_EXPIRY_DATE,"
                    + "ANATOMICAL_SITE,DOSE_SEQUENCE,REASON_NOT_VACCINATED,LOCAL_PATIENT_ID,LOCAL_PATIENT_ID_URI,CARE_SETTING";
    static final String REPORT =
            "Date of birth,NHS number,Vaccination area code,Vaccination batch number,Vaccination reason,Vaccination type,"
                    + "First name,Postcode,Sex,Surname,Event date,Event location type,Event time,Team ID,School,School code,"
                    + "Patient Count";
    static final String COHORT =
            "CHILD_SCHOOL_URN,PARENT_1_NAME,PARENT_1_RELATIONSHIP,PARENT_1_EMAIL,PARENT_1_PHONE,PARENT_2_NAME,"
                    + "PARENT_2_RELATIONSHIP,PARENT_2_EMAIL,PARENT_2_PHONE,CHILD_FIRST_NAME,CHILD_LAST_NAME,"
                    + "CHILD_PREFERRED_GIVEN_NAME,CHILD_DATE_OF_BIRTH,CHILD_YEAR_GROUP,CHILD_ADDRESS_LINE_1,"
                    + "CHILD_ADDRESS_LINE_2,CHILD_TOWN,CHILD_POSTCODE,CHILD_NHS_NUMBER";

    private static final int SESSIONS_FROM_MONTH = 9;
    private static final int SESSIONS_FROM_DAY = 21;
    private static final int SESSION_DAYS = 60;
    /** The published limit is 20,000 rows a file. */
    private static final int ROWS_OF_A_FILE = 19_000;

    private static final int SCHOOLS = 9;
    private static final int FIRST_URN = 990_000;
    private static final int LISTED_GROUP = 8;
    private static final int LISTED_SHARE = 2;
    private static final int RECEPTION_AGE = 5;
    /** A list of August is of the year to come. */
    private static final int PREPARED_DAYS = 31;

    private static final int REPORTED_BY_REPORT = 3;

    private final Path folder;
    private final LocalDate asAt;
    private final LocalDate since;
    private final LocalDate firstList;
    private final Geography geography;
    private final Care care;
    private final long seed;
    private final boolean wanted;
    private final Map<String, ImportFile> files = new TreeMap<>();
    private final Map<String, Integer> parts = new TreeMap<>();

    SchoolFiles(
            Path nightFolder,
            LocalDate asAt,
            LocalDate since,
            SynthesisRequest request,
            Profile profile,
            Geography geography,
            Care care) {
        this.folder = nightFolder.resolve("school-vaccination");
        this.asAt = asAt;
        this.since = since;
        this.firstList = request.from().plusDays(PREPARED_DAYS);
        this.geography = geography;
        this.care = care;
        this.seed = request.seed();
        this.wanted = profile.feeds().contains("school-vaccination");
    }

    void write(Child child, World before, World now) throws IOException {
        if (!wanted
                || child.kind() == StoryKind.OUT_OF_AREA
                || now.life.equals("STILLBORN")
                || now.life.equals("INVALIDATED")) {
            return;
        }
        Telling telling =
                new Telling(before.known ? since : null, VaccinationFiles.lastAlive(now, asAt), child.birth());
        for (SchoolDose dose : care.plan().school()) {
            Dice dice = Dice.of(seed, child.index(), "school " + dose.programme());
            boolean missed = care.missed(child, dice, dose.coveragePermille());
            LocalDate session = session(child, dose.age() + yearsLater(child), dice);
            if (telling.tonight(session.plusDays(1))) {
                tell(child, now, dose, session, !missed);
            }
            LocalDate again = weekday(session.plusYears(1));
            if (missed && dice.permille(dose.againPermille()) && telling.tonight(again.plusDays(1))) {
                tell(child, now, dose, again, true);
            }
        }
        int group = groupByBirth(child) - yearsLater(child);
        boolean chosen = group == LISTED_GROUP && child.index() % LISTED_SHARE == 0;
        if (since == null && (chosen || yearsLater(child) != 0)) {
            line("cohort", COHORT, cohort(child, now, group));
        }
    }

    /** Years by which the child is taught later than those born in its school year; negative: sooner. Nothing else is odd of it. */
    private int yearsLater(Child child) {
        OutOfYear few = care.plan().taughtOutOfYear();
        Dice dice = Dice.of(seed, child.index(), "year group");
        boolean drawn = dice.permille(few.permille()) && child.kind() == StoryKind.USUAL;
        int group = groupByBirth(child);
        if (!drawn || group < few.youngestGroup() || group > few.oldestGroup()) {
            return 0;
        }
        return dice.between(0, 1) == 0 ? -1 : 1;
    }

    /** The year group of those born in the child's school year, on a list of the first night. */
    private int groupByBirth(Child child) {
        return schoolYear(firstList) - schoolYear(child.birth()) - RECEPTION_AGE;
    }

    private static int schoolYear(LocalDate day) {
        return day.getMonthValue() >= SESSIONS_FROM_MONTH ? day.getYear() : day.getYear() - 1;
    }

    /** A working day of the autumn of the school year in which the child becomes this old. */
    private static LocalDate session(Child child, int age, Dice dice) {
        int year = schoolYear(child.birth()) + age;
        LocalDate day =
                LocalDate.of(year, SESSIONS_FROM_MONTH, SESSIONS_FROM_DAY).plusDays(dice.between(0, SESSION_DAYS));
        return weekday(day);
    }

    private static LocalDate weekday(LocalDate from) {
        LocalDate day = from;
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        return day;
    }

    private void tell(Child child, World now, SchoolDose dose, LocalDate session, boolean given) throws IOException {
        boolean reported = urn(child) % REPORTED_BY_REPORT == 0;
        if (!reported) {
            line("point_of_care", POINT_OF_CARE, pointOfCare(child, now, dose, session, given));
        } else if (given) {
            line("report", REPORT, report(child, now, dose, session));
        }
    }

    private String pointOfCare(Child child, World now, SchoolDose dose, LocalDate session, boolean given) {
        String reason = child.index() % 2 == 0 ? "absent from school" : "refused";
        return Csv.row(geography.schoolImmunisation.code())
                .add(urn(child))
                .add(school(child))
                .add(now.who.nhs())
                .add(now.who.given())
                .add(now.who.family())
                .add(FeedFile.basic(now.who.birth()))
                .add(child.gender() == 1 ? "Male" : "Female")
                .add(now.secret ? "" : now.home.postcode())
                .add(FeedFile.basic(session))
                .add(dose.programme())
                .add(given ? "Y" : "N")
                .add(given ? dose.vaccine() : "")
                .add(given ? batch(session) : "")
                .add(given ? FeedFile.basic(session.plusMonths(14)) : "")
                .add(given ? "Left Upper Arm" : "")
                .add(given ? "1" : "")
                .add(given ? "" : reason)
                .add("L" + Stage.sevenDigits(child.index()))
                .add("https://muster.example/synthetic/school")
                .add("1")
                .toString();
    }

    private String report(Child child, World now, SchoolDose dose, LocalDate session) {
        return Csv.row(FeedFile.basic(now.who.birth()))
                .add(now.who.nhs())
                .add("")
                .add(batch(session))
                .add("")
                .add(dose.reportType())
                .add(now.who.given())
                .add(now.secret ? "" : now.home.postcode())
                .add(child.gender() == 1 ? "Male" : "Female")
                .add(now.who.family())
                .add(FeedFile.basic(session))
                .add("School")
                .add("")
                .add("")
                .add(school(child))
                .add(urn(child))
                .add("")
                .toString();
    }

    /** Numbers with spaces between, as such lists have them. */
    private String cohort(Child child, World now, int group) {
        String nhs = now.who.nhs();
        return Csv.row(Integer.toString(urn(child)))
                .blanks(8)
                .add(now.who.given())
                .add(now.who.family())
                .add("")
                .add(now.who.birth())
                .add(group)
                .add(now.home.line1())
                .add("")
                .add(now.home.town())
                .add(now.secret ? "" : now.home.postcode())
                .add(nhs.substring(0, 3) + " " + nhs.substring(3, 6) + " " + nhs.substring(6))
                .toString();
    }

    private static String batch(LocalDate session) {
        return "SV" + FeedFile.basic(session).substring(2, 6);
    }

    private static int urn(Child child) {
        return FIRST_URN + child.index() % SCHOOLS;
    }

    private static String school(Child child) {
        return "Mereland School " + (1 + child.index() % SCHOOLS);
    }

    private void line(String form, String header, String line) throws IOException {
        ImportFile file = files.get(form);
        if (file != null && file.rows == ROWS_OF_A_FILE) {
            file.close();
            file = null;
        }
        if (file == null) {
            Files.createDirectories(folder);
            String name = "%s_%s_%s_%03d.csv"
                    .formatted(
                            geography.schoolImmunisation.code(),
                            FeedFile.basic(asAt),
                            form,
                            parts.merge(form, 1, Integer::sum));
            file = new ImportFile(Files.newBufferedWriter(folder.resolve(name)), header);
            files.put(form, file);
        }
        file.row(line);
    }

    @Override
    public void close() throws IOException {
        for (ImportFile file : files.values()) {
            file.close();
        }
    }

    /** One open file, which ends with the blank row that such files have. */
    private static final class ImportFile {
        private final BufferedWriter writer;
        private final String blank;
        private int rows;

        ImportFile(BufferedWriter writer, String header) throws IOException {
            this.writer = writer;
            this.blank = header.replaceAll("[^,]", "");
            writer.write(header + "\r\n");
        }

        void row(String line) throws IOException {
            writer.write(line + "\r\n");
            rows++;
        }

        void close() throws IOException {
            writer.write(blank + "\r\n");
            writer.close();
        }
    }
}

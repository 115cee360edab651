package muster.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import javax.xml.stream.XMLInputFactory;
import muster.engine.Models;
import org.junit.jupiter.api.Test;

/** What may use what: the module map of ARCHITECTURE.md, and what must stay absent. */
class ArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("muster");

    /** The only reader of a clock: it hands one to the intake, which notes when a file was received. */
    private static final Set<String> READS_A_CLOCK = Set.of("muster.nightly.FeedConfiguration");

    private static final Set<Class<?>> CLOCKS = Set.of(
            Clock.class,
            Instant.class,
            LocalDate.class,
            LocalTime.class,
            LocalDateTime.class,
            OffsetDateTime.class,
            ZonedDateTime.class);

    /** Who runs a file of sql/ that is no model: an export, a check, the scope of a feed. */
    private static final Set<String> RUNS_A_QUESTION = Set.of(
            "muster.engine.R__Views",
            "muster.feed.inbox.FileProfiles",
            "muster.nightly.ApplyFiles",
            "muster.nightly.Checks",
            "muster.nightly.Export",
            "muster.nightly.PathwayBenchmark$Measurement",
            "muster.nightly.PathwayScope");

    @Test
    void theEngineKnowsNothingOfUs() {
        uses("muster.engine..");
    }

    @Test
    void definitionsUseTheEngineAlone() {
        uses("muster.definition..", "muster.engine..");
    }

    @Test
    void feedsUseDefinitionsAndTheEngine() {
        uses("muster.feed..", "muster.definition..", "muster.engine..");
    }

    @Test
    void outputsUseDefinitionsAndTheEngine() {
        uses("muster.publish..", "muster.definition..", "muster.engine..");
    }

    @Test
    void linkageUsesDefinitionsAndTheEngine() {
        uses("muster.linkage..", "muster.definition..", "muster.engine..");
    }

    @Test
    void theSynthesiserNeverSeesTheReaders() {
        uses("muster.synthetic..", "muster.definition..");
    }

    @Test
    void theNightKnowsNothingOfTheCommandLine() {
        noClasses()
                .that()
                .resideInAPackage("muster.nightly..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("muster.command..")
                .check(MAIN);
    }

    @Test
    void xmlIsParsedInOneHardenedWay() {
        noClasses()
                .that()
                .doNotHaveSimpleName("HardenedXml")
                .and()
                .resideInAPackage("muster.feed..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.ctc.wstx..", "javax.xml.parsers..", "org.xml.sax..")
                .orShould()
                .callMethodWhere(describe(
                        "a parser is looked up",
                        call -> call.getTargetOwner().isEquivalentTo(XMLInputFactory.class)
                                && call.getName().startsWith("new")))
                .check(MAIN);
    }

    @Test
    void outputsAloneSeeWorkbooksAndReports() {
        noClasses()
                .that()
                .resideOutsideOfPackage("muster.publish..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.poi..", "net.sf.jasperreports..", "com.lowagie..")
                .check(MAIN);
    }

    @Test
    void filesUnderSqlAreRunByTheEngineAndAFewOthers() {
        Set<String> users = callers(access -> access.getTargetOwner().isEquivalentTo(Models.class)
                && access.getTarget().getName().equals("text"));
        users.remove(Models.class.getName());
        assertThat(users).isEqualTo(new TreeSet<>(RUNS_A_QUESTION));
    }

    @Test
    void RP17_nothingReadsTheClock() {
        Set<String> readers = callers(ArchitectureTest::readsAClock);
        readers.removeAll(READS_A_CLOCK);
        assertThat(readers).isEmpty();
    }

    @Test
    void RP04_noStepSkipsOrRetries() {
        Set<String> skippers =
                callers(access -> access.getTargetOwner().getPackageName().startsWith("org.springframework.batch")
                        && access.getTarget().getName().matches("faultTolerant|skip.*|noSkip|retry.*|noRetry"));
        assertThat(skippers).isEmpty();
    }

    @Test
    void SG26_nothingReadsJavaObjects() {
        Set<String> readers = callers(access -> access.getTargetOwner().isAssignableTo(java.io.ObjectInputStream.class)
                || access.getTargetOwner().getName().startsWith("net.sf.jasperreports.engine.util.JRLoader"));
        assertThat(readers).isEmpty();
    }

    private static boolean readsAClock(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getTarget().getName();
        boolean now = name.equals("now") || name.startsWith("system") || name.startsWith("tick");
        return now && CLOCKS.stream().anyMatch(owner::isEquivalentTo)
                || name.equals("currentTimeMillis") && owner.isEquivalentTo(System.class)
                || name.equals("<init>")
                        && owner.isEquivalentTo(Date.class)
                        && access.toString().contains("Date.<init>()");
    }

    private static Set<String> callers(Predicate<JavaAccess<?>> forbidden) {
        Set<String> callers = new TreeSet<>();
        for (JavaClass type : MAIN) {
            for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                if (forbidden.test(access)) {
                    callers.add(access.getOriginOwner().getName());
                }
            }
        }
        return callers;
    }

    /** Of ours, a package uses itself and those that are named. */
    private static void uses(String own, String... others) {
        noClasses()
                .that()
                .resideInAPackage(own)
                .should()
                .dependOnClassesThat(resideInAPackage("muster..")
                        .and(not(resideInAPackage(own)))
                        .and(not(resideInAnyPackage(others))))
                .check(MAIN);
    }
}

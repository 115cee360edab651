package muster.feed.nems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published NEMS examples behave as the table of feeds.md 3.9 says; skipped without {@code MUSTER_SAMPLES}. */
class PublishedSamplesTest {

    @Test
    void birthKeepsTheMothersInvalidNumberAsTextAndWarns() throws IOException {
        NemsEvent birth = (NemsEvent) parse("BirthNotificationWithMother.xml");
        assertThat(birth.nhsNumber()).isEqualTo("9912003888");
        assertThat(birth.motherNhsNumber()).isEqualTo("1112223330");
        assertThat(birth.motherNhsNumberValid()).isFalse();
        assertThat(birth.warnings()).containsExactly(new NemsWarning("NHS_CHECK_DIGIT", "mother_nhs_number"));
        assertThat(birth.birthWeightGrams()).isEqualTo(3980);
        assertThat(birth.gestationWeeks()).isEqualTo(39);
        assertThat(birth.responsibleCho()).isEqualTo("TAD");
        assertThat(birth.partnerCho()).isEqualTo("RY6");
        assertThat(birth.deliveryPlace()).isEqualTo("RR830");
        assertThat(birth.motherPractice()).isEqualTo("B86056");
        assertThat(birth.motherRelationship()).isEqualTo("12");
    }

    @Test
    void changeOfAddressIsTakenWithBothAddressesAndTheBirthDateDoubted() throws IOException {
        NemsEvent move = (NemsEvent) parse("PDS-Change-Of-Address-ems-example.xml");
        assertThat(move.warningCodes()).containsExactly("DOB_DISAGREES");
        assertThat(move.addressLines()).containsExactly("4 SANDMOOR DRIVE", "LEEDS");
        assertThat(move.postcode()).isEqualTo("LS17 7DF");
        assertThat(move.addressStart()).isEqualTo(LocalDate.of(2019, 11, 1));
        assertThat(move.previousPostcode()).isEqualTo("WF14 0BQ");
        assertThat(move.lastUpdated()).isEqualTo(Instant.parse("2017-11-01T15:00:33Z"));
    }

    @Test
    void changeOfGpIsTakenThroughItsBareUuids() throws IOException {
        NemsEvent change = (NemsEvent) parse("PDS-Change-Of-GP-ems-example.xml");
        assertThat(change.warnings()).isEmpty();
        assertThat(change.practiceCode()).isEqualTo("B86056");
        assertThat(change.practiceCommissioner()).isEqualTo("02V");
        assertThat(change.previousPracticeCode()).isEqualTo("B85612");
        assertThat(change.previousPracticeEnd()).isEqualTo(LocalDate.of(2017, 10, 29));
        assertThat(change.deregistered()).isFalse();
        assertThat(change.responsibleOrganisation()).isEqualTo("X26");
    }

    @Test
    void recordChangeIsTakenAndSequencedByItsTimestamp() throws IOException {
        NemsEvent change = (NemsEvent) parse("PDS-Record-Change.xml");
        assertThat(change.warnings()).isEmpty();
        assertThat(change.lastUpdated()).isEqualTo(Instant.parse("2019-11-01T15:00:00Z"));
        assertThat(change.serialChangeNumber()).isEqualTo(1L);
        assertThat(change.provenanceOrganisation()).isEqualTo("X26");
        assertThat(change.provenanceByPatient()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"formal", "informal"})
    void deathOfAnotherPersonThanRoutedIsRefused(String kind) throws IOException {
        NemsResult result = parse("PDS-Death-Notification-" + kind + "-ems-example.xml");
        assertThat(result).isEqualTo(NemsResult.Refusal.of("ROUTING_PATIENT_MISMATCH", "routing_nhs_number"));
    }

    @ParameterizedTest
    @CsvSource({
        "Professional-Contacts-1-delete.xml, delete, DOB_DISAGREES, 0",
        "Professional-Contacts-1-new.xml, new, DOB_DISAGREES, 0",
        "blood-spot-test-outcome-1-new.xml, new, DOB_DISAGREES, 11",
        "blood-spot-test-outcome-1-update.xml, new, DOB_DISAGREES, 11",
        "newborn-hearing-1-delete.xml, delete, , 0",
        "newborn-hearing-1-new.xml, new, DOB_DISAGREES, 5",
        "nipe-outcome-1-delete.xml, delete, , 0",
        "nipe-outcome-1-new.xml, new, DOB_DISAGREES, 5",
        "vaccinations-1-delete.xml, delete, DOB_DISAGREES, 0",
        "vaccinations-1-new.xml, new, DOB_DISAGREES, 0",
        "vaccinations-1-update.xml, update, DOB_DISAGREES, 0"
    })
    void agencyEventsAreReadWithTheirKeyAndFindings(String file, String lifecycle, String warning, int results)
            throws IOException {
        NemsEvent event = (NemsEvent) parse(file);
        assertThat(event.lifecycle()).isEqualTo(lifecycle);
        assertThat(event.warningCodes()).isEqualTo(warning == null ? List.of() : List.of(warning));
        assertThat(event.record().identifier()).isEqualTo("abc1111");
        assertThat(event.record().identifierSystem()).isEqualTo("https://supplierABC/identifiers");
        assertThat(event.record().results()).hasSize(results);
        assertThat(event.nhsNumber()).isEqualTo("9912003888");
    }

    private static NemsResult parse(String file) throws IOException {
        String samples = System.getenv("MUSTER_SAMPLES");
        assumeTrue(samples != null, "MUSTER_SAMPLES is not set: the published samples are not tested");
        Path path = Path.of(samples, "nems-events", file);
        assumeTrue(Files.exists(path), "sample is absent");
        return NemsParser.parse(Files.readAllBytes(path), Messages.LIMITS);
    }
}

package muster.feed.nems;

import static muster.feed.nems.Messages.ADDRESS;
import static muster.feed.nems.Messages.DEATH;
import static muster.feed.nems.Messages.PRACTICE;
import static muster.feed.nems.Messages.RECORD;
import static muster.feed.nems.Messages.event;
import static muster.feed.nems.Messages.parse;
import static muster.feed.nems.Messages.refusal;
import static muster.feed.nems.Messages.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Address, GP, death and record change (feeds.md 3.3 and 3.5 to 3.9). */
class PdsChangeTest {

    private static final String CHILD = "9990000042";
    private static final String OTHER_CHILD = "9990000069";
    private static final String GP =
            "\n      <generalPractitioner><reference value=\"00000030-0000-4000-8000-000000000000\"/></generalPractitioner>";

    @Test
    void changeOfAddressReadsTheUsualAndTheFormerAddressNotTheTemporaryOne() {
        NemsEvent move = event(ADDRESS);
        assertThat(move.warnings()).isEmpty();
        assertThat(move.postcode()).isEqualTo("ZZ2 2BB");
        assertThat(move.addressStart()).isEqualTo(LocalDate.of(2026, 8, 15));
        assertThat(move.previousAddressLines()).containsExactly("7 Mill Lane", "Harbury");
        assertThat(move.previousPostcode()).isEqualTo("ZZ1 1AA");
        assertThat(move.previousAddressEnd()).isEqualTo(LocalDate.of(2026, 8, 14));
        assertThat(move.serialChangeNumber()).isEqualTo(9L);
        assertThat(move.headerVersionId()).isEqualTo(3L);
        assertThat(move.restricted()).isFalse();
    }

    @Test
    void changeOfAddressWithoutUsualAddressIsRefused() {
        assertThat(refusal(with(ADDRESS, "<use value=\"home\"/>", "<use value=\"work\"/>")))
                .isEqualTo(NemsResult.Refusal.of("MANDATORY_MISSING", "postcode_of_usual_address"));
    }

    @Test
    void idsAreTakenAsSentWhateverTheVersionOfTheirResource() {
        assertThat(event(ADDRESS).messageId()).isEqualTo("00000001-0000-4000-8000-000000000000");
        String versioned = with(
                with(PRACTICE, "<fullUrl value=\"urn:uuid:00000030-0000-4000-8000-000000000000\"/>", ""),
                "<Organization><id value=\"00000030-0000-4000-8000-000000000000\"/>",
                "<Organization><id value=\"00000030-0000-4000-8000-000000000000\"/><meta><versionId value=\"2\"/></meta>");
        assertThat(event(versioned).practiceCode()).isEqualTo("Y90002");
    }

    @Test
    void withheldAddressAndConfidentialityLabelMarkTheRecordRestricted() {
        assertThat(event(with(ADDRESS, "zz2  2bb", "zzzsecur")).restricted()).isTrue();
        String label = "<meta><versionId value=\"12\"/><security><code value=\"R\"/></security></meta>";
        NemsEvent change = event(with(RECORD, "<meta><versionId value=\"12\"/></meta>", label));
        assertThat(change.restricted()).isTrue();
        assertThat(change.confidentialityCode()).isEqualTo("R");
        assertThat(event(RECORD).restricted()).isFalse();
    }

    @Test
    void changeOfGpReadsBothPractices() {
        NemsEvent change = event(PRACTICE);
        assertThat(change.warnings()).isEmpty();
        assertThat(change.nhsNumber()).isEqualTo(CHILD);
        assertThat(change.practiceCode()).isEqualTo("Y90002");
        assertThat(change.practiceName()).isEqualTo("Quay Surgery");
        assertThat(change.practiceCommissioner()).isEqualTo("Y9A");
        assertThat(change.previousPracticeCode()).isEqualTo("Y90001");
        assertThat(change.previousPracticeStart()).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(change.previousPracticeEnd())
                .as("London's date, in summer time")
                .isEqualTo(LocalDate.of(2026, 8, 20));
        assertThat(change.deregistered()).isFalse();
    }

    @Test
    void absentPracticeMeansDeregisteredButAnUnreadableOneDoesNot() {
        NemsEvent gone = event(with(PRACTICE, GP, ""));
        assertThat(gone.practiceCode()).isNull();
        assertThat(gone.deregistered()).isTrue();
        assertThat(gone.previousPracticeCode()).isEqualTo("Y90001");
        String dangling =
                with(PRACTICE, "value=\"00000030-0000-4000-8000-000000000000\"/></generalP", "value=\"x\"/></generalP");
        assertThat(refusal(dangling))
                .isEqualTo(NemsResult.Refusal.of(
                        "MANDATORY_MISSING", "general_medical_practice_code_patient_registration"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "urn:uuid:00000030-0000-4000-8000-000000000000",
                "00000030-0000-4000-8000-000000000000",
                "URN:UUID:00000030-0000-4000-8000-000000000000",
                "Organization/00000030-0000-4000-8000-000000000000",
                "https://directory.spineservices.nhs.uk/STU3/Organization/y90002"
            })
    void referencesResolveLeniently(String reference) {
        String change = with(
                PRACTICE,
                "value=\"00000030-0000-4000-8000-000000000000\"/></generalP",
                "value=\"" + reference + "\"/></generalP");
        assertThat(event(change).practiceCode()).isEqualTo("Y90002");
    }

    @Test
    void resourceIdResolvesWhereTheFullUrlIsAnother() {
        String change = with(PRACTICE, "<fullUrl value=\"urn:uuid:00000030-", "<fullUrl value=\"urn:uuid:77777777-");
        assertThat(event(change).practiceCode()).isEqualTo("Y90002");
    }

    @Test
    void identifiersThatLookLikeHugeDecimalsAreText() {
        String local = "<identifier><system value=\"urn:local\"/><value value=\"12E4567\"/></identifier><gender value";
        assertThat(event(with(DEATH, "<gender value", local)).nhsNumber()).isEqualTo(CHILD);
    }

    @Test
    void formalDeath() {
        NemsEvent death = event(DEATH);
        assertThat(death.warnings()).isEmpty();
        assertThat(death.deathStatus()).isEqualTo("2");
        assertThat(death.systemEffectiveDate()).isEqualTo(Instant.parse("2026-07-02T23:00:00Z"));
        assertThat(death.deceasedDate()).as("London's date, in summer time").isEqualTo(LocalDate.of(2026, 7, 2));
        assertThat(death.birthDate()).isNull();
        assertThat(death.routingBirthDate()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(NemsParser.asAt(death, LocalDate.of(2026, 7, 1)))
                .isEqualTo(NemsResult.Refusal.of("DATE_FUTURE", "person_death_date"));
    }

    @Test
    void removedDeathHasNoDateAndAnUnknownStatusIsRefused() {
        String status = "<code value=\"2\"/>";
        NemsEvent removed = event(with(DEATH, status, "<code value=\"u\"/>"));
        assertThat(removed.deathStatus()).isEqualTo("U");
        assertThat(removed.deceasedDate()).isNull();
        assertThat(refusal(with(DEATH, status, "<code value=\"3\"/>")))
                .isEqualTo(NemsResult.Refusal.of("UNKNOWN_CODE", "death_notification_status"));
        assertThat(refusal(with(DEATH, status, "")).reasonCodes()).containsExactly("MANDATORY_MISSING");
    }

    @Test
    void recordChangeByTheCitizen() {
        NemsEvent change = event(RECORD);
        assertThat(change.warnings()).isEmpty();
        assertThat(change.serialChangeNumber()).isEqualTo(12L);
        assertThat(change.provenanceByPatient()).isTrue();
        assertThat(change.provenanceOrganisation()).isNull();
        assertThat(change.lastUpdated()).isEqualTo(change.timestamp());
    }

    @Test
    void messageAboutAnotherChildThanRoutedIsRefusedForThatAlone() {
        for (String message : new String[] {ADDRESS, DEATH, RECORD}) {
            NemsResult.Refusal expected = NemsResult.Refusal.of("ROUTING_PATIENT_MISMATCH", "routing_nhs_number");
            assertThat(parse(message.replaceFirst(CHILD, OTHER_CHILD))).isEqualTo(expected);
            assertThat(parse(message.replaceFirst(CHILD, "9990000043"))).isEqualTo(expected);
        }
    }

    @Test
    void routingIsMandatoryAndABadCheckDigitIsRefused() {
        assertThat(refusal(DEATH.replaceFirst(CHILD, "")).reasonCodes()).containsExactly("MANDATORY_MISSING");
        assertThat(refusal(with(DEATH, CHILD, "9990000043")))
                .isEqualTo(NemsResult.Refusal.of("NHS_CHECK_DIGIT", "nhs_number"));
    }

    @Test
    void birthDateOtherThanRoutedIsOnlyDoubted() {
        NemsEvent move = event(with(ADDRESS, "<birthDate value=\"2026-03-01\"/>", "<birthDate value=\"2022-03-01\"/>"));
        assertThat(move.warnings()).containsExactly(new NemsWarning("DOB_DISAGREES", "person_birth_date"));
    }

    @Test
    void twoResourcesUnderOneReferenceNameNobody() {
        String doubled = with(DEATH, "<fullUrl value=\"urn:uuid:00000002-", "<fullUrl value=\"urn:uuid:00000005-");
        assertThat(event(doubled).nhsNumber()).as("other kinds do not count").isEqualTo(CHILD);
        String second = "<entry><fullUrl value=\"urn:uuid:00000005-0000-4000-8000-000000000000\"/><resource><Patient>"
                + "<id value=\"00000005-0000-4000-8000-000000000000\"/></Patient></resource></entry></Bundle>";
        assertThat(refusal(with(DEATH, "</Bundle>", second)).reasonCodes()).containsExactly("MANDATORY_MISSING");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T09:20:00+58:00, 2026-03-02T09:15:00+00:00, 2026-03-02T09:15:00Z, 2026-03-02T09:15:00Z, true",
        "2026-03-02T09:20:00+00:00, 2026-02-31T09:15:00+00:00, 2026-03-02T09:20:00Z, 2026-03-02T09:20:00Z, true",
        "2026-07-02T09:20:00+01:00, 2026-07-02T09:15:00+01:00, 2026-07-02T08:20:00Z, 2026-07-02T08:15:00Z, false"
    })
    void impossibleInstantsFallBackOnEachOther(
            String sent, String updated, Instant timestamp, Instant lastUpdated, boolean warned) {
        String message = with(with(DEATH, "2026-03-02T09:20:00+00:00", sent), "2026-03-02T09:15:00+00:00", updated);
        NemsEvent death = event(message);
        assertThat(death.timestamp()).isEqualTo(timestamp);
        assertThat(death.lastUpdated()).isEqualTo(lastUpdated);
        assertThat(death.warningCodes().contains("TIMESTAMP_INVALID")).isEqualTo(warned);
    }

    @Test
    void withoutAnyPossibleInstantAMessageIsRefused() {
        String message = with(RECORD, "2026-03-02T09:20:00+00:00", "2026-03-02T09:20:00+58:00");
        assertThat(refusal(message)).isEqualTo(NemsResult.Refusal.of("TIMESTAMP_INVALID", "message_date_time"));
    }

    @ParameterizedTest
    @CsvSource({
        "PDS001, EMS-EventType-1, UNSUPPORTED_EVENT_DIALECT",
        "PDS004, EventType-1, UNSUPPORTED_EVENT_DIALECT",
        "CH042, EMS-EventType-1, UNSUPPORTED_EVENT_DIALECT",
        "pds-change-of-heart-1, EventType-1, UNKNOWN_EVENT"
    })
    void foreignEventsAreRefusedByName(String code, String system, String reason) {
        String message =
                with(with(DEATH, "pds-death-notification-1", code), "CodeSystem/EventType-1", "CodeSystem/" + system);
        assertThat(refusal(message)).isEqualTo(NemsResult.Refusal.of(reason, "event_code"));
    }

    @Test
    void zeroWidthSpacesInTheEventCodeAreIgnored() {
        assertThat(parse(with(DEATH, "pds-death-notification-1", "\u200bpds-death-\u200bnotification-1")))
                .isInstanceOf(NemsEvent.class);
        assertThat(parse(with(DEATH, "pds-death-notification-1", "\u200bFM001")))
                .isEqualTo(new NemsResult.Unhandled("FM001"));
    }

    @Test
    void pdsEventsAreNeverDeletedOrUpdated() {
        assertThat(refusal(with(DEATH, "<code value=\"new\"/>", "<code value=\"delete\"/>")))
                .isEqualTo(NemsResult.Refusal.of("UNKNOWN_CODE", "message_event_type"));
    }

    @Test
    void sameBytesHaveTheSameHashAndOtherBytesAnother() {
        assertThat(event(DEATH).payloadSha256())
                .hasSize(64)
                .isEqualTo(event(DEATH).payloadSha256());
        assertThat(event(DEATH + "\n").payloadSha256())
                .isNotEqualTo(event(DEATH).payloadSha256());
    }
}

package muster.feed.nems;

import static muster.feed.nems.AgencyMessages.contacts;
import static muster.feed.nems.AgencyMessages.observation;
import static muster.feed.nems.AgencyMessages.procedure;
import static muster.feed.nems.AgencyMessages.screen;
import static muster.feed.nems.AgencyMessages.vaccination;
import static muster.feed.nems.Messages.event;
import static muster.feed.nems.Messages.parse;
import static muster.feed.nems.Messages.refusal;
import static muster.feed.nems.Messages.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Events of agencies: their key, their findings, and what is doubtful or refused (feeds.md 3.9, 5.1, 7.1, 8.2). */
class AgencyEventTest {

    @Test
    void aScreenGivesItsKeyAndOneResultForEachFinding() {
        NemsEvent hearing = event(screen(
                AgencyMessages.HEARING,
                "new",
                procedure("413083006", "1085431000000105", "2026-03-09T09:00:00+00:00")
                        + observation("276771000000107", "276781000000109")));
        assertThat(hearing.warnings()).isEmpty();
        assertThat(hearing.responsibleOrganisation()).isEqualTo("RXX");
        AgencyRecord record = hearing.record();
        assertThat(record.identifierSystem()).isEqualTo("https://supplier/ids");
        assertThat(record.identifier()).isEqualTo("S-1");
        assertThat(record.organisation()).isEqualTo("RXX");
        assertThat(record.site()).isEqualTo("RXX01");
        assertThat(record.comment()).isEqualTo("009");
        assertThat(record.issued()).isEqualTo(LocalDate.of(2026, 3, 14));
        assertThat(record.results())
                .containsExactly(
                        new AgencyRecord.Result("413083006", "1085431000000105", LocalDate.of(2026, 3, 9)),
                        new AgencyRecord.Result("276771000000107", "276781000000109", LocalDate.of(2026, 3, 9)));
    }

    @Test
    void bothCodeSystemsOfABloodSpotOutcomeAreRead() {
        String message = screen(
                AgencyMessages.BLOOD_SPOT,
                "new",
                procedure("314081000", "428655008", "") + procedure("171191008", "428273001", ""));
        assertThat(event(message).record().results())
                .extracting(AgencyRecord.Result::outcome)
                .containsExactly("428655008", "428273001");
        assertThat(event(message.replace(
                                "https://fhir.nhs.uk/STU3/ValueSet/DCH-BloodSpotOutcome-1", "http://snomed.info/sct"))
                        .record())
                .isEqualTo(event(message).record());
    }

    @Test
    void anImpossibleOffsetFallsBackToTheDayTheRecordWasWritten() {
        NemsEvent exam = event(screen(
                AgencyMessages.NIPE,
                "new",
                procedure("985531000000102", "985701000000100", "2026-03-06T10:00:00+58:00")));
        assertThat(exam.warnings()).containsExactly(new NemsWarning("TIMESTAMP_INVALID", "result_date"));
        assertThat(exam.record().results().get(0).date()).isEqualTo(LocalDate.of(2026, 5, 8));
    }

    @Test
    void aDisagreeingBirthDateWarnsAndAnotherPersonIsRefused() {
        String message = screen(AgencyMessages.HEARING, "new", "");
        assertThat(event(with(message, "<birthDate value=\"2026-03-05\"/>", "<birthDate value=\"2022-01-12\"/>"))
                        .warningCodes())
                .containsExactly("DOB_DISAGREES");
        assertThat(refusal(message.replaceFirst("9990000042", "9990000069")).reasonCodes())
                .containsExactly("ROUTING_PATIENT_MISMATCH");
        assertThat(refusal(message.replace("9990000042", "9990000043")).reasonCodes())
                .containsExactly("NHS_CHECK_DIGIT");
    }

    @Test
    void aDeleteNeedsNoMoreThanHeaderAndIdentifier() {
        NemsEvent delete = event(AgencyMessages.bareDelete(AgencyMessages.HEARING));
        assertThat(delete.warnings()).isEmpty();
        assertThat(delete.lifecycle()).isEqualTo("delete");
        assertThat(delete.nhsNumber()).isEqualTo(AgencyMessages.NUMBER);
        assertThat(delete.record().identifier()).isEqualTo("S-1");
    }

    @Test
    void whatIsEnteredInErrorIsADeleteWhateverTheHeaderSays() {
        assertThat(event(contacts("update", "1078501000000104", "entered-in-error"))
                        .lifecycle())
                .isEqualTo("delete");
    }

    @Test
    void anEpisodeGivesSettingTeamAndPeriod() {
        AgencyRecord episode =
                event(contacts("new", "1078501000000104", "active")).record();
        assertThat(episode.type()).isEqualTo("1078501000000104");
        assertThat(episode.status()).isEqualTo("active");
        assertThat(episode.organisation()).isEqualTo("RHV");
        assertThat(episode.team()).isEqualTo("TEAM-A");
        assertThat(episode.start()).isEqualTo(LocalDate.of(2026, 3, 16));
        assertThat(episode.end()).isEqualTo(LocalDate.of(2026, 5, 1));
    }

    @Test
    void aVaccinationGivesADoseOrTheReasonThereIsNone() {
        AgencyRecord.Dose given = event(vaccination("new", false)).record().dose();
        assertThat(given)
                .isEqualTo(new AgencyRecord.Dose(
                        "38598009",
                        "34925111000001104",
                        false,
                        Instant.parse("2026-05-07T10:00:00Z"),
                        "B7",
                        1,
                        null,
                        true));
        AgencyRecord.Dose refused = event(vaccination("new", true)).record().dose();
        assertThat(refused.notGiven()).isTrue();
        assertThat(refused.reason()).isEqualTo("310376006");
        assertThat(refused.product()).isNull();
    }

    @Test
    void withoutIdentifierOrPublisherThereIsNoRecord() {
        assertThat(refusal(with(screen(AgencyMessages.HEARING, "new", ""), "<value value=\"S-1\"/>", ""))
                        .reasonCodes())
                .containsExactly("MANDATORY_MISSING");
        assertThat(refusal(with(screen(AgencyMessages.HEARING, "new", ""), "STU3/Organization/RXX", "STU3/Nothing"))
                        .field())
                .isEqualTo("organisation_identifier_code_of_publisher");
    }

    @Test
    void aFindingStillToComeIsRefused() {
        NemsEvent early =
                event(screen(AgencyMessages.HEARING, "new", observation("276771000000107", "276781000000109")));
        assertThat(((NemsResult.Refusal) NemsParser.asAt(early, LocalDate.of(2026, 3, 8))).reasonCodes())
                .isEqualTo(List.of("DATE_FUTURE"));
        assertThat(NemsParser.asAt(early, LocalDate.of(2026, 3, 9))).isSameAs(early);
    }

    @Test
    void ourOwnEventsComeBackAndAreIgnored() {
        ParserLimits shipped = Messages.LIMITS;
        ParserLimits ours = new ParserLimits(
                shipped.maximumMessageBytes(),
                shipped.maximumDepth(),
                shipped.maximumElements(),
                shipped.maximumFieldCharacters(),
                shipped.resourceTypes(),
                shipped.minimumBirthWeightGrams(),
                shipped.maximumBirthWeightGrams(),
                shipped.pdsLifecycles(),
                shipped.agencyLifecycles(),
                Set.of("urn:nhs:addressing:asid:200000000001"),
                shipped.unhandledEvents(),
                shipped.oldDialectEvents(),
                shipped.restrictedCodes(),
                shipped.restrictedPostcodes(),
                shipped.sentinelDates());
        byte[] message = vaccination("new", false).getBytes(StandardCharsets.UTF_8);
        assertThat(NemsParser.parse(message, ours)).isEqualTo(new NemsResult.Unhandled("vaccinations-1"));
        assertThat(parse(vaccination("new", false))).isInstanceOf(NemsEvent.class);
    }
}

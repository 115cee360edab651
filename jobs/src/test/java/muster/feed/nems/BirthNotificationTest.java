package muster.feed.nems;

import static muster.feed.nems.Messages.BIRTH;
import static muster.feed.nems.Messages.BIRTH_WITHOUT_MOTHER;
import static muster.feed.nems.Messages.event;
import static muster.feed.nems.Messages.refusal;
import static muster.feed.nems.Messages.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** feeds.md 3.4: the baby is the person, the mother the one routed for. */
class BirthNotificationTest {

    private static final String BABY = "9990000042";
    private static final String MOTHER = "9990000050";

    @Test
    void readsBabyMotherAndDelivery() {
        NemsEvent birth = event(BIRTH);
        assertThat(birth.warnings()).isEmpty();
        assertThat(birth.nhsNumber()).isEqualTo(BABY);
        assertThat(birth.nhsNumberStatus()).isEqualTo("01");
        assertThat(birth.serialChangeNumber()).isEqualTo(4L);
        assertThat(birth.familyName()).isEqualTo("FENWICK");
        assertThat(birth.givenName()).isEqualTo("Ada Mae");
        assertThat(birth.genderCode()).isEqualTo("2");
        assertThat(birth.birthDate()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(birth.birthTime()).isEqualTo(Instant.parse("2026-03-01T23:40:00Z"));
        assertThat(birth.addressLines()).containsExactly("Flat 2", "7 Mill Lane", "Harbury");
        assertThat(birth.postcode()).isEqualTo("ZZ1 1AA");
        assertThat(birth.ethnicCategory()).isEqualTo("A");
        assertThat(birth.birthOrder()).isEqualTo(2);
        assertThat(birth.registrableBirths()).isEqualTo(2);
        assertThat(birth.gestationWeeks()).isEqualTo(38);
        assertThat(birth.stillbirthIndicator()).isEqualTo("1");
        assertThat(birth.congenitalAbnormality()).isEqualTo("N");
        assertThat(birth.routingNhsNumber()).isEqualTo(MOTHER);
        assertThat(birth.motherNhsNumber()).isEqualTo(MOTHER);
        assertThat(birth.motherNhsNumberValid()).isTrue();
        assertThat(birth.motherGivenName()).isEqualTo("Orla");
        assertThat(birth.motherBirthDate()).isEqualTo(LocalDate.of(1994, 6, 11));
        assertThat(birth.motherPractice()).isEqualTo("Y90001");
        assertThat(birth.motherPracticeStart()).isEqualTo(LocalDate.of(2019, 5, 1));
        assertThat(birth.motherRelationship()).isEqualTo("NMTH");
        assertThat(birth.deliveryPlace()).isEqualTo("YXA01");
        assertThat(birth.deliveryPlaceType()).isEqualTo("1");
        assertThat(birth.registeringAuthority()).isEqualTo("YXA");
        assertThat(birth.registeringAuthorityType()).isEqualTo("c");
        assertThat(birth.responsibleCho()).isEqualTo("YCH1");
        assertThat(birth.partnerCho()).isEqualTo("YCH2");
        assertThat(birth.practiceCode()).isNull();
        assertThat(birth.deregistered()).isFalse();
    }

    @Test
    void convertsKilogramsAndLeavesTheMothersOwnWeightOut() {
        assertThat(event(BIRTH).birthWeightGrams()).isEqualTo(3100);
    }

    @Test
    void birthWithoutMothersNumberIsAppliedWithItsThreeDoubts() {
        NemsEvent birth = event(BIRTH_WITHOUT_MOTHER);
        assertThat(birth.warningCodes())
                .containsExactlyInAnyOrder("DEATH_BEFORE_BIRTH", "BIRTH_ORDER_DISAGREES", "BIRTH_WEIGHT_RANGE");
        assertThat(birth.nhsNumber()).isEqualTo(BABY);
        assertThat(birth.motherNhsNumber()).isNull();
        assertThat(birth.motherNhsNumberValid()).isNull();
        assertThat(birth.motherRelationship()).isEqualTo("12");
        assertThat(birth.deathStatus()).isEqualTo("1");
        assertThat(birth.birthWeightGrams()).isEqualTo(6100);
        assertThat(birth.lastUpdated()).isEqualTo(Instant.parse("2026-03-02T09:15:00Z"));
    }

    @Test
    void mothersBadNumberIsKeptAsTextAndNotMatchedOn() {
        NemsEvent birth = event(with(BIRTH, MOTHER, "9990000051"));
        assertThat(birth.motherNhsNumber()).isEqualTo("9990000051");
        assertThat(birth.motherNhsNumberValid()).isFalse();
        assertThat(birth.warnings()).containsExactly(new NemsWarning("NHS_CHECK_DIGIT", "mother_nhs_number"));
    }

    @Test
    void babysBadNumberIsRefused() {
        assertThat(refusal(with(BIRTH, BABY, "9990000043")))
                .isEqualTo(NemsResult.Refusal.of("NHS_CHECK_DIGIT", "nhs_number"));
        assertThat(refusal(with(BIRTH, BABY, "99900000"))).isEqualTo(NemsResult.Refusal.of("NHS_FORMAT", "nhs_number"));
        assertThat(refusal(with(BIRTH, BABY, "none")))
                .isEqualTo(NemsResult.Refusal.of("MANDATORY_MISSING", "nhs_number"));
    }

    @Test
    void routedForSomebodyOutsideTheFamilyIsRefused() {
        String other = BIRTH.replaceFirst(MOTHER, "9990000069");
        assertThat(refusal(other)).isEqualTo(NemsResult.Refusal.of("ROUTING_PATIENT_MISMATCH", "routing_nhs_number"));
    }

    @Test
    void motherWithTheBabysNumberIsRefused() {
        assertThat(refusal(with(BIRTH, MOTHER, BABY)).reasonCodes()).containsExactly("ROUTING_PATIENT_MISMATCH");
    }

    @Test
    void withoutRelatedPersonTheSubjectIsTheBabyOnlyWhenNobodyElseIsThere() {
        String alone = BIRTH_WITHOUT_MOTHER.replaceAll(
                "(?s)  <entry>\\s*<fullUrl value=\"urn:uuid:0000000[34]-.*?</entry>\n", "");
        assertThat(event(alone).nhsNumber()).isEqualTo(BABY);
        assertThat(event(alone).motherFamilyName()).isNull();
    }

    @Test
    void danglingRelatedPersonNamesNobody() {
        String dangling = BIRTH.replace(
                "<patient><reference value=\"urn:uuid:00000005-0000-4000-8000-000000000000\"/></patient><relationship>",
                "<patient><reference value=\"urn:uuid:99999999\"/></patient><relationship>");
        assertThat(refusal(dangling)).isEqualTo(NemsResult.Refusal.of("MANDATORY_MISSING", "nhs_number"));
    }

    @Test
    void missingImpossibleAndPartialBirthDates() {
        String born = "<birthDate value=\"2026-03-01\">";
        assertThat(refusal(with(BIRTH, born, "<birthDate value=\"2026-02-30\">"))
                        .reasonCodes())
                .containsExactly("DATE_FORMAT");
        assertThat(refusal(with(BIRTH, born, "<birthDate value=\"1900-01-01\">"))
                        .reasonCodes())
                .containsExactly("DOB_MISSING");
        NemsEvent partial = event(with(BIRTH, born, "<birthDate value=\"2026-03\">"));
        assertThat(partial.birthDate()).isNull();
        assertThat(partial.partialBirthDate()).isEqualTo("2026-03");
        assertThat(partial.warningCodes()).containsExactly("DOB_PARTIAL");
    }

    @Test
    void birthTimeOfAnotherDayIsDoubted() {
        NemsEvent birth = event(with(BIRTH, "2026-03-01T23:40:00", "2025-03-01T23:40:00"));
        assertThat(birth.warningCodes()).containsExactly("DOB_DISAGREES");
    }

    @ParameterizedTest
    @CsvSource({
        "300, g, 300, ",
        "299, g, 299, BIRTH_WEIGHT_RANGE",
        "5500, g, 5500, ",
        "5501, g, 5501, BIRTH_WEIGHT_RANGE",
        "10000, g, , BIRTH_WEIGHT_RANGE",
        "-1, g, , BIRTH_WEIGHT_RANGE",
        "1E+99, kg, , BIRTH_WEIGHT_RANGE",
        "1E-99, kg, , BIRTH_WEIGHT_RANGE",
        "3.1e0, kg, 3100, ",
        "7, lb, , RESULT_UNMAPPED",
        "heavy, g, , RESULT_UNMAPPED"
    })
    void weightsAreConvertedBoundedAndNeverGuessed(String value, String unit, Integer grams, String warning) {
        String sent = "<value value=\"3.1\"/><unit value=\"kilogram\"/><code value=\"kg\"/>";
        String weight = "<value value=\"" + value + "\"/><unit value=\"" + unit + "\"/>";
        NemsEvent birth = event(with(BIRTH, sent, weight));
        assertThat(birth.birthWeightGrams()).isEqualTo(grams);
        assertThat(String.join(";", birth.warningCodes())).isEqualTo(warning == null ? "" : warning);
    }

    @Test
    void codesOutsideTheirListsAreLeftEmptyWithAWarning() {
        NemsEvent birth = event(with(
                with(
                        with(BIRTH, "<code value=\"A\"/>", "<code value=\"T\"/>"),
                        "<gender value=\"female\"/>",
                        "<gender value=\"girl\"/>"),
                "<valueCodeableConcept><coding><code value=\"N\"/>",
                "<valueCodeableConcept><coding><code value=\"maybe\"/>"));
        assertThat(birth.ethnicCategory()).isNull();
        assertThat(birth.genderCode()).isNull();
        assertThat(birth.congenitalAbnormality()).isNull();
        assertThat(birth.warnings())
                .extracting(NemsWarning::field)
                .containsExactlyInAnyOrder(
                        "ethnic_category", "person_stated_gender_code", "suspected_congenital_abnormality_indicator");
        assertThat(birth.warningCodes()).containsExactly("RESULT_UNMAPPED");
    }

    @Test
    void stillbirthIndicatorIsCarried() {
        String indicator = "<code value=\"237364002\"/></coding></code><subject><reference value=\"urn:uuid:"
                + "00000005-0000-4000-8000-000000000000\"/></subject><valueCodeableConcept><coding><code value=\"";
        assertThat(event(with(BIRTH, indicator + "1", indicator + "2")).stillbirthIndicator())
                .isEqualTo("2");
    }

    @Test
    void aBirthAfterTheBusinessDateIsRefused() {
        NemsEvent birth = event(BIRTH);
        assertThat(NemsParser.asAt(birth, LocalDate.of(2026, 3, 1))).isSameAs(birth);
        assertThat(NemsParser.asAt(birth, LocalDate.of(2026, 2, 28)))
                .isEqualTo(NemsResult.Refusal.of("DOB_FUTURE", "person_birth_date"));
    }
}

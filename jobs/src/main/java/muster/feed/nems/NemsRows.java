package muster.feed.nems;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The shape of a NEMS event in the landing table {@code landing.nems}, one row an event, columns named after the NHS
 * Data Dictionary. Times are instants, dates are London's. The file id and line number are the loader's own.
 */
public final class NemsRows {

    private static final String TEXT = "text";
    private static final String DATE = "date";
    private static final String INSTANT = "timestamptz";
    private static final String SMALL = "smallint";
    private static final String WHOLE = "integer";
    private static final String LONG = "bigint";
    private static final String TRUTH = "boolean";
    private static final String LIST = "text[]";
    private static final int LAST_ADDRESS_LINE = 5;

    /** Name, PostgreSQL type and source of each column, in the order of the table. */
    public static final List<Column> COLUMNS = List.of(
            new Column("event_code", TEXT, NemsEvent::eventCode),
            new Column("message_id", TEXT, NemsEvent::messageId),
            new Column("payload_sha256", TEXT, NemsEvent::payloadSha256),
            new Column("last_updated_date_time", INSTANT, NemsEvent::lastUpdated),
            new Column("message_date_time", INSTANT, NemsEvent::timestamp),
            new Column("header_version_id", LONG, NemsEvent::headerVersionId),
            new Column("message_event_type", TEXT, NemsEvent::lifecycle),
            new Column("routing_nhs_number", TEXT, NemsEvent::routingNhsNumber),
            new Column("routing_person_family_name", TEXT, NemsEvent::routingFamilyName),
            new Column("routing_person_given_name", TEXT, NemsEvent::routingGivenName),
            new Column("routing_person_birth_date", DATE, NemsEvent::routingBirthDate),
            new Column("source_name", TEXT, NemsEvent::sourceName),
            new Column("source_endpoint", TEXT, NemsEvent::sourceEndpoint),
            new Column("organisation_identifier_code_of_publisher", TEXT, NemsEvent::responsibleOrganisation),
            new Column("nhs_number", TEXT, NemsEvent::nhsNumber),
            new Column("nhs_number_status_indicator_code", TEXT, NemsEvent::nhsNumberStatus),
            new Column("serial_change_number", LONG, NemsEvent::serialChangeNumber),
            new Column("person_family_name", TEXT, NemsEvent::familyName),
            new Column("person_given_name", TEXT, NemsEvent::givenName),
            new Column("person_stated_gender_code", TEXT, NemsEvent::genderCode),
            new Column("person_birth_date", DATE, NemsEvent::birthDate),
            new Column("person_birth_date_partial", TEXT, NemsEvent::partialBirthDate),
            new Column("person_birth_date_time", INSTANT, NemsEvent::birthTime),
            new Column("address_line_1", TEXT, event -> line(event.addressLines(), 1)),
            new Column("address_line_2", TEXT, event -> line(event.addressLines(), 2)),
            new Column("address_line_3", TEXT, event -> line(event.addressLines(), 3)),
            new Column("address_line_4", TEXT, event -> line(event.addressLines(), 4)),
            new Column("address_line_5", TEXT, event -> line(event.addressLines(), 5)),
            new Column("postcode_of_usual_address", TEXT, NemsEvent::postcode),
            new Column("address_start_date", DATE, NemsEvent::addressStart),
            new Column("previous_address_line_1", TEXT, event -> line(event.previousAddressLines(), 1)),
            new Column("previous_address_line_2", TEXT, event -> line(event.previousAddressLines(), 2)),
            new Column("previous_address_line_3", TEXT, event -> line(event.previousAddressLines(), 3)),
            new Column("previous_address_line_4", TEXT, event -> line(event.previousAddressLines(), 4)),
            new Column("previous_address_line_5", TEXT, event -> line(event.previousAddressLines(), 5)),
            new Column("previous_postcode", TEXT, NemsEvent::previousPostcode),
            new Column("previous_address_start_date", DATE, NemsEvent::previousAddressStart),
            new Column("previous_address_end_date", DATE, NemsEvent::previousAddressEnd),
            new Column("general_medical_practice_code_patient_registration", TEXT, NemsEvent::practiceCode),
            new Column("general_medical_practice_name", TEXT, NemsEvent::practiceName),
            new Column("organisation_identifier_gp_practice_commissioner", TEXT, NemsEvent::practiceCommissioner),
            new Column("gp_deregistered", TRUTH, NemsEvent::deregistered),
            new Column("previous_general_medical_practice_code", TEXT, NemsEvent::previousPracticeCode),
            new Column("start_date_previous_gmp_registration", DATE, NemsEvent::previousPracticeStart),
            new Column("end_date_previous_gmp_registration", DATE, NemsEvent::previousPracticeEnd),
            new Column("death_notification_status", TEXT, NemsEvent::deathStatus),
            new Column("death_status_effective_date_time", INSTANT, NemsEvent::systemEffectiveDate),
            new Column("person_death_date", DATE, NemsEvent::deceasedDate),
            new Column("birth_order", SMALL, NemsEvent::birthOrder),
            new Column("number_of_births", SMALL, NemsEvent::registrableBirths),
            new Column("birth_weight", WHOLE, NemsEvent::birthWeightGrams),
            new Column("gestation_length_at_birth", SMALL, NemsEvent::gestationWeeks),
            new Column("still_birth_indicator", TEXT, NemsEvent::stillbirthIndicator),
            new Column("suspected_congenital_abnormality_indicator", TEXT, NemsEvent::congenitalAbnormality),
            new Column("ethnic_category", TEXT, NemsEvent::ethnicCategory),
            new Column("organisation_site_identifier_delivery_place", TEXT, NemsEvent::deliveryPlace),
            new Column("delivery_place_type_code", TEXT, NemsEvent::deliveryPlaceType),
            new Column("organisation_identifier_registering_authority", TEXT, NemsEvent::registeringAuthority),
            new Column("registering_authority_type_code", TEXT, NemsEvent::registeringAuthorityType),
            new Column("organisation_identifier_child_health_organisation", TEXT, NemsEvent::responsibleCho),
            new Column("organisation_identifier_partner_child_health_organisation", TEXT, NemsEvent::partnerCho),
            new Column("mother_relationship_code", TEXT, NemsEvent::motherRelationship),
            new Column("mother_nhs_number", TEXT, NemsEvent::motherNhsNumber),
            new Column("mother_nhs_number_valid", TRUTH, NemsEvent::motherNhsNumberValid),
            new Column("mother_person_family_name", TEXT, NemsEvent::motherFamilyName),
            new Column("mother_person_given_name", TEXT, NemsEvent::motherGivenName),
            new Column("mother_person_birth_date", DATE, NemsEvent::motherBirthDate),
            new Column("mother_general_medical_practice_code", TEXT, NemsEvent::motherPractice),
            new Column("mother_start_date_gmp_registration", DATE, NemsEvent::motherPracticeStart),
            new Column("confidentiality_code", TEXT, NemsEvent::confidentialityCode),
            new Column("restricted_indicator", TRUTH, NemsEvent::restricted),
            new Column("provenance_recorded_date_time", INSTANT, NemsEvent::provenanceRecorded),
            new Column("organisation_identifier_provenance", TEXT, NemsEvent::provenanceOrganisation),
            new Column("provenance_by_patient", TRUTH, NemsEvent::provenanceByPatient),
            of("record_identifier_system", TEXT, AgencyRecord::identifierSystem),
            of("record_identifier", TEXT, AgencyRecord::identifier),
            of("record_status", TEXT, AgencyRecord::status),
            of("record_type", TEXT, AgencyRecord::type),
            of("organisation_identifier_provider", TEXT, AgencyRecord::organisation),
            of("organisation_site_identifier", TEXT, AgencyRecord::site),
            of("record_start_date", DATE, AgencyRecord::start),
            of("record_end_date", DATE, AgencyRecord::end),
            of("care_professional_team_local_identifier", TEXT, AgencyRecord::team),
            of("result_issued_date", DATE, AgencyRecord::issued),
            of("comment_category", TEXT, AgencyRecord::comment),
            of("result_code", LIST, record -> list(record, AgencyRecord.Result::code)),
            of("result_outcome", LIST, record -> list(record, AgencyRecord.Result::outcome)),
            of("result_date", LIST, record -> list(record, NemsRows::day)),
            ofDose("vaccination_procedure_code", TEXT, AgencyRecord.Dose::procedure),
            ofDose("vaccine_product_code", TEXT, AgencyRecord.Dose::product),
            ofDose("vaccination_not_given", TRUTH, AgencyRecord.Dose::notGiven),
            ofDose("vaccination_date_time", INSTANT, AgencyRecord.Dose::given),
            ofDose("batch_number", TEXT, AgencyRecord.Dose::batch),
            ofDose("dose_sequence", WHOLE, AgencyRecord.Dose::sequence),
            ofDose("not_given_reason", TEXT, AgencyRecord.Dose::reason),
            ofDose("primary_source", TRUTH, AgencyRecord.Dose::primarySource),
            new Column("warning_codes", TEXT, NemsRows::warningCodes));

    private NemsRows() {}

    /**
     * A column of {@code landing.nems}.
     *
     * @param name snake case
     * @param postgresType type to declare it with
     * @param value the event's value: String, Instant, LocalDate, Integer, Long, Boolean, a list of strings or null
     */
    public record Column(String name, String postgresType, Function<NemsEvent, Object> value) {}

    /**
     * One value of a row; it prints its name only.
     *
     * @param column name of the column
     * @param value as {@link Column#value} gives it, may be null
     */
    public record Cell(String column, Object value) {
        @Override
        public String toString() {
            return column;
        }
    }

    /** The values of an event in the order of {@link #COLUMNS}. */
    public static List<Cell> cells(NemsEvent event) {
        return COLUMNS.stream()
                .map(column -> new Cell(column.name(), column.value().apply(event)))
                .toList();
    }

    private static Column of(String name, String type, Function<AgencyRecord, Object> value) {
        return new Column(name, type, event -> event.record() == null ? null : value.apply(event.record()));
    }

    private static Column ofDose(String name, String type, Function<AgencyRecord.Dose, Object> value) {
        return of(name, type, record -> record.dose() == null ? null : value.apply(record.dose()));
    }

    /** One value for each finding, in their order; null where nothing was found. */
    private static Object list(AgencyRecord record, Function<AgencyRecord.Result, String> value) {
        return record.results().isEmpty()
                ? null
                : Arrays.asList(record.results().stream().map(value).toArray(String[]::new));
    }

    private static String day(AgencyRecord.Result result) {
        return result.date() == null ? null : result.date().toString();
    }

    /** A line of an address; the fifth takes what is left, so that nothing of a long address is lost. */
    private static String line(List<String> lines, int number) {
        if (lines.size() < number) {
            return null;
        }
        int last = number == LAST_ADDRESS_LINE ? lines.size() : number;
        return String.join(", ", lines.subList(number - 1, last));
    }

    private static String warningCodes(NemsEvent event) {
        return event.warnings().isEmpty() ? null : String.join(";", event.warningCodes());
    }
}

package muster.acceptance;

import java.util.List;

/** Demographic extracts with the columns of feeds 3.11, without a control file. */
final class PdsExtract {

    static final String FEED = "pds-extract";
    static final List<String> COLUMNS = List.of(
            "record_type",
            "change_time_stamp",
            "serial_change_number",
            "nhs_number",
            "superseded_by_nhs_number",
            "primary_care_provider",
            "primary_care_effective_from_date",
            "current_posting",
            "current_posting_effective_from_date",
            "name_prefix",
            "given_name",
            "other_given_name",
            "family_name",
            "previous_family_name",
            "date_of_birth",
            "gender",
            "address_line_1",
            "address_line_2",
            "address_line_3",
            "address_line_4",
            "address_line_5",
            "postcode",
            "paf_key",
            "address_effective_from_date",
            "reason_for_removal",
            "reason_for_removal_effective_from_date",
            "date_of_death",
            "death_status",
            "home_telephone_number",
            "home_telephone_effective_from_date",
            "mobile_telephone_number",
            "mobile_telephone_effective_from_date",
            "email_address",
            "email_address_effective_from_date",
            "preferred_language",
            "is_interpreter_required",
            "invalid_flag",
            "eligibility");

    private PdsExtract() {}

    /** A child on PDS; an empty practice is none. */
    static Row row(Person person, String practice, String since, int serial) {
        Row row = new Row(COLUMNS)
                .with("record_type", "ADD")
                .with("serial_change_number", Integer.toString(serial))
                .with("nhs_number", person.number())
                .with("given_name", person.given())
                .with("family_name", person.family())
                .with("date_of_birth", person.compactBorn())
                .with("gender", "2")
                .with("address_line_1", person.line())
                .with("postcode", person.postcode())
                .with("address_effective_from_date", since.replace("-", ""))
                .with("invalid_flag", "false")
                .with("eligibility", "true");
        return practice.isEmpty()
                ? row
                : row.with("primary_care_provider", practice)
                        .with("primary_care_effective_from_date", since.replace("-", ""))
                        .with("current_posting", "QAA")
                        .with("current_posting_effective_from_date", since.replace("-", ""));
    }

    static Row removed(Person person, String reason, String on, String since, int serial) {
        return row(person, "", since, serial)
                .with("record_type", "AMENDED")
                .with("reason_for_removal", reason)
                .with("reason_for_removal_effective_from_date", on.replace("-", ""));
    }

    static Dropped file(String label, List<Row> rows) {
        return Dropped.plain(
                FEED, label + "_-_ACCEPTANCE.csv", Lines.csv(COLUMNS, rows).replace("\r\n", "\n"));
    }
}

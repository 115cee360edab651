package muster.feed.hostile;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A value that each column of the delimited feeds takes. */
final class SoundValues {

    private static final List<String> NUMBERS = List.of("9990000018", "9990000026", "9990000034", "9990000042");

    private static final Map<String, String> BY_TITLE = Map.ofEntries(
            Map.entry("record_action", "A"),
            Map.entry("action_flag", "NEW"),
            Map.entry("record_type", "ADD"),
            Map.entry("nhs_number_status_indicator_code", "01"),
            Map.entry("restricted_indicator", "N"),
            Map.entry("record_status", "10"),
            Map.entry("episode_status", "A"),
            Map.entry("gp_registration_type", "1"),
            Map.entry("primary_source", "TRUE"),
            Map.entry("person_gender_code", "1"),
            Map.entry("last_updated_datetime", "2026-11-16T10:00:00+00:00"),
            Map.entry("date_and_time", "20260401T10000000"),
            Map.entry("person_dob", "20250203"),
            Map.entry("recorded_date", "20260401"),
            Map.entry("date_of_birth", "20250203"),
            Map.entry("organisation_identifier_code_of_provider", "RXH"),
            Map.entry("organisation_identifier_child_health_organisation", "RXA"),
            Map.entry("general_medical_practice_code_patient_registration", "A00001"),
            Map.entry("site_code", "RXA"),
            Map.entry("location_code", "X99999"),
            Map.entry("vaccination_procedure_code", "38598009"),
            Map.entry("family_name", "\"Test, \"\"family\"\"\""),
            Map.entry("person_family_name", "\"O'Testly\""),
            Map.entry("person_surname", "\"O\\'Testly\""),
            Map.entry("person_given_name", "Zo\u00eb"),
            Map.entry("person_forename", "Ada"),
            Map.entry("laboratory_ods_code", "RXL"),
            Map.entry("provider_ods_code", "RXH"),
            Map.entry("source_system_code", "S1"),
            Map.entry("sample_sequence", "1"),
            Map.entry("status_pku", "04"),
            Map.entry("blood_spot_card_completion_date", "2025-02-08"),
            Map.entry("sample_received_date", "2025-02-10"),
            Map.entry("screen_date", "2025-02-10"),
            Map.entry("summary_outcome", "276781000000109"),
            Map.entry("examination_date", "2025-02-05"),
            Map.entry("examination_time", "09:15"),
            Map.entry("hips", "985701000000100"),
            Map.entry("community_care_activity_type", "08"),
            Map.entry("care_contact_date", "2025-02-20"),
            Map.entry("attendance_status", "5"),
            Map.entry("event_kind", "VACC"),
            Map.entry("event_code", "42284007"),
            Map.entry("event_date", "2025-06-05"));

    private SoundValues() {}

    static String of(String title, int row) {
        String name = title.toLowerCase(Locale.ROOT);
        String fixed = BY_TITLE.get(name);
        if (fixed != null) {
            return fixed;
        }
        if (name.equals("nhs_number")) {
            return NUMBERS.get(row);
        }
        if (name.endsWith("identifier")
                || name.endsWith("identifier_extended")
                || name.startsWith("unique_id")
                || name.endsWith("uri")) {
            return "K" + row;
        }
        return name.endsWith("start_date")
                        || name.endsWith("birth_date")
                        || name.startsWith("start_date")
                        || name.endsWith("status_date")
                ? "2025-02-03"
                : "";
    }
}

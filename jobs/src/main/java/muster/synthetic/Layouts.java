package muster.synthetic;

import java.time.LocalDate;

/** Rows of the layouts of {@code feeds.md} 3.11, 4.3, 5.2 and 6.1, with their headers. */
final class Layouts {
    static final String GPREG =
            "RECORD_ACTION,NHS_NUMBER,NHS_NUMBER_STATUS_INDICATOR_CODE,LOCAL_PATIENT_IDENTIFIER_EXTENDED,PERSON_FAMILY_NAME,"
                    + "PERSON_GIVEN_NAME,PERSON_BIRTH_DATE,PERSON_STATED_GENDER_CODE,ADDRESS_LINE_1,ADDRESS_LINE_2,ADDRESS_LINE_3,"
                    + "ADDRESS_LINE_4,ADDRESS_LINE_5,POSTCODE_OF_USUAL_ADDRESS,"
                    + "GENERAL_MEDICAL_PRACTICE_CODE_PATIENT_REGISTRATION,START_DATE_GMP_PATIENT_REGISTRATION,"
                    + "END_DATE_GMP_PATIENT_REGISTRATION,GP_REGISTRATION_TYPE,REASON_FOR_REMOVAL";
    static final String HVCASE =
            "RECORD_ACTION,LOCAL_PATIENT_IDENTIFIER_EXTENDED,NHS_NUMBER,NHS_NUMBER_STATUS_INDICATOR_CODE,PERSON_FAMILY_NAME,"
                    + "PERSON_GIVEN_NAME,PERSON_BIRTH_DATE,PERSON_STATED_GENDER_CODE,POSTCODE_OF_USUAL_ADDRESS,ADDRESS_LINE_1,"
                    + "ADDRESS_LINE_2,ADDRESS_LINE_3,ADDRESS_LINE_4,ADDRESS_LINE_5,ORGANISATION_IDENTIFIER_CODE_OF_PROVIDER,"
                    + "CARE_PROFESSIONAL_TEAM_LOCAL_IDENTIFIER,SERVICE_REQUEST_IDENTIFIER,EPISODE_STATUS,CASELOAD_START_DATE,"
                    + "CASELOAD_END_DATE,CASELOAD_END_REASON,CARE_LEVEL,ORGANISATION_IDENTIFIER_GP_PRACTICE_RESPONSIBILITY,"
                    + "LOOKED_AFTER_CHILD_INDICATOR";
    static final String CHISREG =
            "RECORD_ACTION,SOURCE_SYSTEM_CODE,SOURCE_CHILD_IDENTIFIER,NHS_NUMBER,NHS_NUMBER_STATUS_INDICATOR_CODE,"
                    + "PERSON_FAMILY_NAME,PERSON_GIVEN_NAME,PREVIOUS_FAMILY_NAME,PERSON_BIRTH_DATE,PERSON_BIRTH_TIME,BIRTH_ORDER,"
                    + "NUMBER_OF_BIRTHS,GESTATION_LENGTH_AT_BIRTH,BIRTH_WEIGHT,PERSON_STATED_GENDER_CODE,ETHNIC_CATEGORY,"
                    + "ADDRESS_LINE_1,ADDRESS_LINE_2,ADDRESS_LINE_3,ADDRESS_LINE_4,ADDRESS_LINE_5,POSTCODE_OF_USUAL_ADDRESS,"
                    + "ADDRESS_START_DATE,GENERAL_MEDICAL_PRACTICE_CODE_PATIENT_REGISTRATION,"
                    + "ORGANISATION_IDENTIFIER_HEALTH_VISITING_PROVIDER,ORGANISATION_IDENTIFIER_CHILD_HEALTH_ORGANISATION,"
                    + "RECORD_STATUS,RECORD_STATUS_DATE,MOVED_TO_ORGANISATION,PERSON_DEATH_DATE,MOTHER_NHS_NUMBER,SCHOOL_URN,"
                    + "LOOKED_AFTER_CHILD_INDICATOR,INTERPRETER_LANGUAGE_CODE,RESTRICTED_INDICATOR,CONSENT_WITHHELD_PROGRAMMES,"
                    + "LAST_UPDATED_DATETIME";
    static final String PDS_EXTRACT =
            "record_type,change_time_stamp,serial_change_number,nhs_number,superseded_by_nhs_number,primary_care_provider,"
                    + "primary_care_effective_from_date,current_posting,current_posting_effective_from_date,name_prefix,given_name,"
                    + "other_given_name,family_name,previous_family_name,date_of_birth,gender,address_line_1,address_line_2,"
                    + "address_line_3,address_line_4,address_line_5,postcode,paf_key,address_effective_from_date,"
                    + "reason_for_removal,reason_for_removal_effective_from_date,date_of_death,death_status,"
                    + "home_telephone_number,home_telephone_effective_from_date,mobile_telephone_number,"
                    + "mobile_telephone_effective_from_date,email_address,email_address_effective_from_date,preferred_language,"
                    + "is_interpreter_required,invalid_flag,eligibility";

    private static final String WITHHELD_POSTCODE = "ZZZSECUR";

    private Layouts() {}

    static String gpreg(String action, GpRow row) {
        Csv csv = Csv.row(action).add(row.who().nhs()).add(row.who().status()).add(row.localId());
        names(csv, row.who()).add(row.who().gender());
        address(csv, row.address()).add(row.address().postcode());
        return csv.add(row.practice().code())
                .add(row.start())
                .add(row.end())
                .add(row.type())
                .add(row.reason())
                .toString();
    }

    static String hvcase(String action, HvRow row) {
        Csv csv = Csv.row(action)
                .add(row.localId())
                .add(row.who().nhs())
                .add(row.who().status());
        names(csv, row.who()).add(row.who().gender()).add(row.address().postcode());
        int team = 1 + Math.floorMod(row.address().postcode().hashCode(), 6);
        return address(csv, row.address())
                .add(row.provider())
                .add(row.provider() + "-T" + team)
                .add(row.request())
                .add(row.status())
                .add(row.start())
                .add(row.end())
                .add(row.endReason())
                .add("2")
                .add(row.practice())
                .add("N")
                .toString();
    }

    static String chisreg(String action, ChisRow row) {
        Child child = row.child();
        Csv csv = Csv.row(action)
                .add(row.chis().system())
                .add(row.sourceId())
                .add(row.who().nhs())
                .add(row.who().status());
        csv.add(row.who().family())
                .add(row.who().given())
                .add("")
                .add(row.who().birth())
                .add(child.birthTime().toString());
        csv.add(child.birthOrder()).add(child.births()).add(child.gestation()).add(child.weight());
        csv.add(row.who().gender()).add(child.ethnic());
        address(csv, row.address()).add(row.address().postcode()).add(row.addressSince());
        return csv.add(row.practice())
                .add(row.hv())
                .add(row.chis().code())
                .add(row.status())
                .add(row.statusDate())
                .add(row.movedTo())
                .add(row.death())
                .blanks(2)
                .add(child.canary() == Canaries.Kind.LOOKED_AFTER ? "Y" : "N")
                .add("")
                .add(row.restricted() ? "Y" : "N")
                .add(child.canary() == Canaries.Kind.OPTED_OUT ? "FLU" : "")
                .add(row.updated() + "T09:00:00" + Zones.offset(row.updated()))
                .toString();
    }

    static String pds(String recordType, Pds row) {
        Who who = row.who();
        Csv csv = Csv.row(recordType).add("").add(row.serial()).add(who.nhs()).add(row.supersededBy());
        boolean registered = row.practice() != null && !row.secret();
        String since = registered ? FeedFile.basic(row.registered()) : "";
        csv.add(registered ? row.practice().code() : "")
                .add(since)
                .add(registered ? "CH" : "")
                .add(since);
        csv.add("")
                .add(who.given())
                .add("")
                .add(who.family())
                .add("")
                .add(FeedFile.basic(who.birth()))
                .add(who.gender());
        if (row.secret()) {
            csv.blanks(5).add(WITHHELD_POSTCODE).blanks(2);
        } else {
            address(csv, row.address()).add(row.address().postcode()).add("").add(FeedFile.basic(row.addressSince()));
        }
        return csv.add(row.removal())
                .add(FeedFile.basic(row.removed()))
                .add(FeedFile.basic(row.death()))
                .add(row.deathStatus() == 0 ? "" : Integer.toString(row.deathStatus()))
                .blanks(6)
                .add("en")
                .add("FALSE")
                .add(row.invalid() ? "TRUE" : "FALSE")
                .add("TRUE")
                .toString();
    }

    private static Csv names(Csv csv, Who who) {
        return csv.add(who.family()).add(who.given()).add(who.birth());
    }

    private static Csv address(Csv csv, Address address) {
        address.lines().forEach(csv::add);
        return csv;
    }

    /** The header's column names. */
    static String[] columns(String header) {
        return header.split(",");
    }

    /** A date that no calendar has, in the day's own month. */
    static String impossible(LocalDate date) {
        return date.getYear() + "-02-30";
    }
}

package muster.acceptance.slow;

import java.util.List;

/**
 * A feed's layout, as feeds 3.11, 4.3, 5.2, 6.1 and 8.1 give it.
 *
 * @param feed inbox folder
 * @param control code of the feed in names and control files; null where the format has none
 * @param delimiter between fields
 * @param columns in the order of the reference
 * @param local column of the sender's own identifier of a child
 * @param key columns that identify a record within one sender
 */
record SlowLayout(
        String feed, String control, char delimiter, List<SlowColumn> columns, String local, List<String> key) {

    private static final String STATUS = "01=01,02=02,03=03,04=04,05=05,06=06,07=07,08=08";
    private static final String SEX = "1=1,m=1,male=1,2=2,f=2,female=2,9=9,i=9,other=9,0=X,x=X,u=X,unknown=X";
    private static final String REMOVAL = "AFL=AFL,DEA=DEA,EMB=EMB,RDR=RDR,RDI=RDI,TRA=TRA,CGA=CGA,FP69=FP69,SCT=SCT";

    static final SlowLayout GP = new SlowLayout(
            "gp-registration",
            "GPREG",
            ',',
            SlowColumn.layout("RECORD_ACTION action!; NHS_NUMBER nhs; NHS_NUMBER_STATUS_INDICATOR_CODE code! " + STATUS
                    + "; LOCAL_PATIENT_IDENTIFIER_EXTENDED text20!; PERSON_FAMILY_NAME name35; PERSON_GIVEN_NAME name35;"
                    + " PERSON_BIRTH_DATE birth; PERSON_STATED_GENDER_CODE code " + SEX
                    + "; ADDRESS_LINE_1 text35; ADDRESS_LINE_2 text35; ADDRESS_LINE_3 text35; ADDRESS_LINE_4 text35;"
                    + " ADDRESS_LINE_5 text35; POSTCODE_OF_USUAL_ADDRESS postcode;"
                    + " GENERAL_MEDICAL_PRACTICE_CODE_PATIENT_REGISTRATION organisation6!;"
                    + " START_DATE_GMP_PATIENT_REGISTRATION date!; END_DATE_GMP_PATIENT_REGISTRATION date;"
                    + " GP_REGISTRATION_TYPE code! 1=1,2=2,3=3,4=4,6=6,T=T; REASON_FOR_REMOVAL code " + REMOVAL),
            "LOCAL_PATIENT_IDENTIFIER_EXTENDED",
            List.of("LOCAL_PATIENT_IDENTIFIER_EXTENDED", "GENERAL_MEDICAL_PRACTICE_CODE_PATIENT_REGISTRATION"));

    static final SlowLayout HV = new SlowLayout(
            "hv-caseload",
            "HVCASE",
            ',',
            SlowColumn.layout("RECORD_ACTION action!; LOCAL_PATIENT_IDENTIFIER_EXTENDED text20!; NHS_NUMBER nhs;"
                    + " NHS_NUMBER_STATUS_INDICATOR_CODE code! " + STATUS
                    + "; PERSON_FAMILY_NAME name35; PERSON_GIVEN_NAME name35; PERSON_BIRTH_DATE birth;"
                    + " PERSON_STATED_GENDER_CODE code " + SEX
                    + "; POSTCODE_OF_USUAL_ADDRESS postcode; ADDRESS_LINE_1 text35; ADDRESS_LINE_2 text35;"
                    + " ADDRESS_LINE_3 text35; ADDRESS_LINE_4 text35; ADDRESS_LINE_5 text35;"
                    + " ORGANISATION_IDENTIFIER_CODE_OF_PROVIDER organisation6!;"
                    + " CARE_PROFESSIONAL_TEAM_LOCAL_IDENTIFIER text20!; SERVICE_REQUEST_IDENTIFIER text20!;"
                    + " EPISODE_STATUS code! A=A,H=H,F=F,C=C,E=E; CASELOAD_START_DATE date!; CASELOAD_END_DATE date;"
                    + " CASELOAD_END_REASON code 01=01,02=02,03=03,04=04,05=05,06=06; CARE_LEVEL code 1=1,2=2,3=3,4=4;"
                    + " ORGANISATION_IDENTIFIER_GP_PRACTICE_RESPONSIBILITY organisation6;"
                    + " LOOKED_AFTER_CHILD_INDICATOR code Y=Y,N=N,X=X"),
            "LOCAL_PATIENT_IDENTIFIER_EXTENDED",
            List.of("ORGANISATION_IDENTIFIER_CODE_OF_PROVIDER", "SERVICE_REQUEST_IDENTIFIER"));

    static final SlowLayout CHIS = new SlowLayout(
            "chis-register",
            "CHISREG",
            ',',
            SlowColumn.layout(
                    "RECORD_ACTION action!; SOURCE_SYSTEM_CODE organisation10!; SOURCE_CHILD_IDENTIFIER text20!;"
                            + " NHS_NUMBER nhs; NHS_NUMBER_STATUS_INDICATOR_CODE code! " + STATUS
                            + "; PERSON_FAMILY_NAME name35; PERSON_GIVEN_NAME name35; PREVIOUS_FAMILY_NAME text35;"
                            + " PERSON_BIRTH_DATE birth; PERSON_BIRTH_TIME text5; BIRTH_ORDER order; NUMBER_OF_BIRTHS births;"
                            + " GESTATION_LENGTH_AT_BIRTH text2; BIRTH_WEIGHT weight; PERSON_STATED_GENDER_CODE code "
                            + SEX
                            + "; ETHNIC_CATEGORY text2; ADDRESS_LINE_1 text35; ADDRESS_LINE_2 text35; ADDRESS_LINE_3 text35;"
                            + " ADDRESS_LINE_4 text35; ADDRESS_LINE_5 text35; POSTCODE_OF_USUAL_ADDRESS postcode;"
                            + " ADDRESS_START_DATE date; GENERAL_MEDICAL_PRACTICE_CODE_PATIENT_REGISTRATION organisation6;"
                            + " ORGANISATION_IDENTIFIER_HEALTH_VISITING_PROVIDER organisation6;"
                            + " ORGANISATION_IDENTIFIER_CHILD_HEALTH_ORGANISATION organisation6!;"
                            + " RECORD_STATUS code! 10=10,20=20,25=25,30=30,40=40,50=50,60=60,70=70,80=80;"
                            + " RECORD_STATUS_DATE date!; MOVED_TO_ORGANISATION organisation6; PERSON_DEATH_DATE date;"
                            + " MOTHER_NHS_NUMBER text12; SCHOOL_URN text6; LOOKED_AFTER_CHILD_INDICATOR code Y=Y,N=N,X=X;"
                            + " INTERPRETER_LANGUAGE_CODE text2; RESTRICTED_INDICATOR code! Y=Y,N=N;"
                            + " CONSENT_WITHHELD_PROGRAMMES text; LAST_UPDATED_DATETIME moment!"),
            "SOURCE_CHILD_IDENTIFIER",
            List.of("SOURCE_SYSTEM_CODE", "SOURCE_CHILD_IDENTIFIER"));

    static final SlowLayout PDS = new SlowLayout(
            "pds-extract",
            null,
            ',',
            SlowColumn.layout("record_type code! add=ADD,new=ADD,amended=AMENDED,del=DEL,removed=DEL;"
                    + " change_time_stamp text; serial_change_number number; nhs_number strict!; primary_care_provider"
                    + " organisation12; primary_care_effective_from_date since; given_name text35; family_name text35;"
                    + " date_of_birth compactbirth; gender code " + SEX
                    + "; address_line_1 text35; postcode postcode; reason_for_removal text; invalid_flag truth;"
                    + " eligibility truth"),
            null,
            List.of("nhs_number"));

    static final SlowLayout V5 = new SlowLayout(
            "vaccination-v5",
            null,
            '|',
            SlowColumn.layout("NHS_NUMBER strict; PERSON_FORENAME text180!; PERSON_SURNAME text35!;"
                    + " PERSON_DOB compactbirth!; PERSON_GENDER_CODE code! " + SEX
                    + "; PERSON_POSTCODE postcode; DATE_AND_TIME given!; SITE_CODE organisation35!;"
                    + " SITE_CODE_TYPE_URI text!; UNIQUE_ID text!; UNIQUE_ID_URI text!;"
                    + " ACTION_FLAG code! new=NEW,update=UPDATE,delete=DELETE; PERFORMING_PROFESSIONAL_FORENAME text;"
                    + " PERFORMING_PROFESSIONAL_SURNAME text; RECORDED_DATE recorded!; PRIMARY_SOURCE truth!;"
                    + " VACCINATION_PROCEDURE_CODE text18!; VACCINATION_PROCEDURE_TERM text; DOSE_SEQUENCE dose;"
                    + " VACCINE_PRODUCT_CODE text18; VACCINE_PRODUCT_TERM text; VACCINE_MANUFACTURER text;"
                    + " BATCH_NUMBER text; EXPIRY_DATE expiry; SITE_OF_VACCINATION_CODE text;"
                    + " SITE_OF_VACCINATION_TERM text; ROUTE_OF_VACCINATION_CODE text; ROUTE_OF_VACCINATION_TERM text;"
                    + " DOSE_AMOUNT text; DOSE_UNIT_CODE text; DOSE_UNIT_TERM text; INDICATION_CODE text;"
                    + " LOCATION_CODE organisation35!; LOCATION_CODE_TYPE_URI text!"),
            null,
            List.of("UNIQUE_ID_URI", "UNIQUE_ID"));

    static final List<SlowLayout> ALL = List.of(PDS, V5, GP, HV, CHIS);

    List<String> names() {
        return columns.stream().map(SlowColumn::name).toList();
    }

    static SlowLayout of(String feed) {
        return ALL.stream()
                .filter(layout -> layout.feed.equals(feed))
                .findFirst()
                .orElseThrow();
    }
}

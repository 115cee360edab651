-- What each source says, over time. Rows are facts of their source: they may overlap and disagree.

-- One key for each source record, for ever; given once a night after all landing.
create table register.record (
    record_key bigint primary key,
    feed text not null,
    source_system text not null,
    organisation_code text not null,
    source_key text not null,
    first_night date not null,
    unique (feed, source_system, organisation_code, source_key)
);

-- What becomes of each landed line of the files being applied; emptied for the next ones.
create unlogged table landing.decision (
    file_id bigint not null,
    line_no bigint not null,
    outcome text not null,
    reason_codes text[] not null,
    field text,
    primary key (file_id, line_no)
);

-- What PDS has said of a number: one row for each extract row that changed something and for each event.
create table register.pds_message (
    record_key bigint not null,
    file_id bigint not null,
    line_no bigint not null,
    kind text not null,
    asserted_at timestamptz not null,
    serial_change_number bigint,
    known_date date not null,
    nhs_number text not null,
    message_id text,
    payload_sha256 text,
    row_hash uuid,
    removed_from_extract boolean,
    superseded_by_nhs_number text,
    family_name text,
    given_name text,
    other_given_name text,
    title text,
    previous_family_name text,
    person_birth_date date,
    person_stated_gender_code text,
    address_line_1 text,
    address_line_2 text,
    address_line_3 text,
    address_line_4 text,
    address_line_5 text,
    postcode text,
    address_start_date date,
    general_medical_practice_code text,
    practice_start_date date,
    current_posting text,
    removal_reason text,
    removal_date date,
    person_death_date date,
    death_status text,
    death_status_date date,
    invalid boolean,
    restricted boolean,
    telephone text,
    stillbirth_indicator text,
    mother_nhs_number text,
    mother_family_name text,
    mother_practice_code text,
    responsible_child_health_organisation text,
    delivery_place_code text,
    person_birth_at timestamptz,
    birth_order integer,
    number_of_births integer,
    gestation_weeks integer,
    birth_weight_grams integer,
    suspected_congenital_abnormality text,
    preferred_language text,
    interpreter_required boolean,
    primary key (record_key, file_id, line_no)
);
create index pds_message_id on register.pds_message (kind, message_id) where message_id is not null;

-- What agencies have said in events: one row for each message, so that the order of arrival matters no more than it must.
create table register.agency_message (
    record_key bigint not null,
    file_id bigint not null,
    line_no bigint not null,
    kind text not null,
    message_event_type text not null,
    asserted_at timestamptz not null,
    sent_at timestamptz not null,
    serial_change_number bigint not null,
    payload_sha256 text not null,
    message_id text not null,
    nhs_number text not null,
    known_date date not null,
    primary key (record_key, file_id, line_no)
);
create index agency_message_id on register.agency_message (kind, message_id);

-- Content-free signals that PDS holds something new of a number.
create table register.pds_signal (
    file_id bigint not null,
    line_no bigint not null,
    signal_id text not null,
    payload_sha256 text not null,
    event_type text not null,
    nhs_number text not null,
    asserted_at timestamptz not null,
    status text not null,
    registration_encounter_code text,
    serial_change_number bigint,
    known_date date not null,
    primary key (file_id, line_no)
);
create index pds_signal_id on register.pds_signal (event_type, signal_id);
create index pds_signal_number on register.pds_signal (nhs_number);

create table register.person_history (
    record_key bigint not null,
    child_key bigint,
    nhs_number text not null,
    superseded_by_nhs_number text,
    family_name text,
    given_name text,
    other_given_name text,
    title text,
    previous_family_name text,
    person_birth_date date,
    person_stated_gender_code text,
    address_line_1 text,
    address_line_2 text,
    address_line_3 text,
    address_line_4 text,
    address_line_5 text,
    postcode text,
    address_start_date date,
    general_medical_practice_code text,
    practice_start_date date,
    practice_end_date date,
    last_practice_code text,
    last_postcode text,
    removal_reason text,
    removal_date date,
    person_death_date date,
    death_status text,
    death_status_date date,
    death_known_date date,
    invalid boolean not null,
    restricted boolean not null,
    on_extract boolean not null,
    telephone text,
    stillbirth_indicator text,
    mother_nhs_number text,
    mother_family_name text,
    gestation_weeks integer,
    first_known_date date not null,
    nights daterange not null
);
call engine.keep_history('register', 'person', 'record_key');
create index person_history_number on register.person_history (nhs_number);

-- When PDS was last asked about a restricted record: events do not flow for it (failsafe.md 2.4).
create table register.pds_refresh_history (
    record_key bigint not null,
    refreshed_date date not null,
    nights daterange not null
);
call engine.keep_history('register', 'pds_refresh', 'record_key');

create table register.gp_registration_history (
    record_key bigint not null,
    child_key bigint,
    feed text not null,
    sender text not null,
    source_key text not null,
    nhs_number text,
    nhs_number_as_sent text,
    nhs_number_status_indicator_code text,
    family_name text,
    given_name text,
    other_given_name text,
    previous_family_name text,
    title text,
    person_birth_date date,
    person_stated_gender_code text,
    address_line_1 text,
    address_line_2 text,
    address_line_3 text,
    address_line_4 text,
    address_line_5 text,
    postcode text,
    general_medical_practice_code text not null,
    start_date date,
    listed_from_date date not null,
    end_date date,
    registration_type text,
    removal_reason text,
    absent_since_date date,
    row_hash uuid not null,
    file_id bigint not null,
    line_no bigint not null,
    nights daterange not null
);
call engine.keep_history('register', 'gp_registration', 'record_key');
create index gp_registration_history_child on register.gp_registration_history (child_key);

create table register.hv_caseload_history (
    record_key bigint not null,
    child_key bigint,
    sender text not null,
    source_key text not null,
    local_identifier text,
    nhs_number text,
    nhs_number_as_sent text,
    nhs_number_status_indicator_code text,
    family_name text,
    given_name text,
    person_birth_date date,
    person_stated_gender_code text,
    address_line_1 text,
    address_line_2 text,
    address_line_3 text,
    address_line_4 text,
    address_line_5 text,
    postcode text,
    organisation_code text not null,
    team_identifier text,
    episode_status text,
    start_date date,
    end_date date,
    end_reason text,
    care_level text,
    general_medical_practice_code text,
    looked_after_child_indicator text,
    absent_since_date date,
    row_hash uuid not null,
    file_id bigint not null,
    line_no bigint not null,
    nights daterange not null
);
call engine.keep_history('register', 'hv_caseload', 'record_key');
create index hv_caseload_history_child on register.hv_caseload_history (child_key);
create index hv_caseload_history_source on register.hv_caseload_history (organisation_code, source_key);
create index hv_caseload_history_patient on register.hv_caseload_history (organisation_code, local_identifier);

create table register.chis_record_history (
    record_key bigint not null,
    child_key bigint,
    sender text not null,
    source_system_code text not null,
    source_key text not null,
    nhs_number text,
    nhs_number_as_sent text,
    nhs_number_status_indicator_code text,
    family_name text,
    given_name text,
    previous_family_name text,
    person_birth_date date,
    person_stated_gender_code text,
    ethnic_category text,
    address_line_1 text,
    address_line_2 text,
    address_line_3 text,
    address_line_4 text,
    address_line_5 text,
    postcode text,
    address_start_date date,
    general_medical_practice_code text,
    health_visiting_provider_code text,
    organisation_code text not null,
    record_status text,
    record_status_date date,
    moved_to_organisation text,
    person_death_date date,
    mother_nhs_number text,
    restricted boolean not null,
    person_birth_time text,
    birth_order integer,
    number_of_births integer,
    gestation_weeks integer,
    birth_weight_grams integer,
    school_urn text,
    looked_after_child_indicator text,
    interpreter_language_code text,
    consent_withheld_programmes text,
    last_updated_timestamp timestamptz,
    absent_since_date date,
    row_hash uuid not null,
    file_id bigint not null,
    line_no bigint not null,
    nights daterange not null
);
call engine.keep_history('register', 'chis_record', 'record_key');
create index chis_record_history_child on register.chis_record_history (child_key);
-- Whole: the view of a night asks by its date, which an index of what is open does not serve.
create index chis_record_history_number on register.chis_record_history (nhs_number);
create index chis_record_history_source on register.chis_record_history (source_system_code, source_key);

-- When each organisation's list was last seen: no extract, no verdict (contract.md section 3).
create table register.organisation_list_history (
    feed text not null,
    organisation_code text not null,
    sender text not null,
    source_system text not null,
    first_full_night date,
    last_as_at_date date not null,
    nights daterange not null
);
call engine.keep_history('register', 'organisation_list', 'feed, organisation_code, sender, source_system');

-- The children on the lists of schools, as cohort and class imports name them.
create table register.school_roll_history (
    record_key bigint not null,
    child_key bigint,
    nhs_number text,
    family_name text not null,
    given_name text not null,
    preferred_family_name text,
    preferred_given_name text,
    person_birth_date date not null,
    person_stated_gender_code text,
    address_line_1 text,
    address_line_2 text,
    town text,
    postcode text,
    school_urn text,
    year_group text,
    listed_on date,
    registration_group text,
    row_hash uuid not null,
    file_id bigint not null,
    line_no bigint not null,
    nights daterange not null
);
call engine.keep_history('register', 'school_roll', 'record_key');
create index school_roll_history_child on register.school_roll_history (child_key);
create index school_roll_history_opened on register.school_roll_history using brin (lower(nights));

-- Contacts, screens, doses, offers and outcomes, as each source says them: an update or a delete is a new version.
create table register.event_history (
    record_key bigint not null,
    element text not null,
    child_key bigint,
    subject_record_key bigint,
    nhs_number text,
    person_birth_date date,
    kind text not null,
    programme text,
    event_code text,
    event_code_scheme text,
    procedure_code text,
    product_code text,
    event_date date,
    event_date_precision text not null,
    event_at timestamptz,
    offer_date date,
    received_date date,
    result_date date,
    recorded_date date,
    sequence_number integer,
    outcome_code text,
    outcome_code_scheme text,
    attendance_status text,
    consultation_mechanism text,
    care_professional_staff_group text,
    primary_source boolean,
    performing_organisation text,
    batch_number text,
    dose_sequence integer,
    dose_as_sent text,
    location_code text,
    measure_value numeric,
    measure_unit text,
    vaccine_manufacturer text,
    expiry_date date,
    site_code text,
    route_code text,
    dose_amount text,
    dose_unit_code text,
    indication_code text,
    remark text,
    withdrawn boolean not null,
    asserted_at timestamptz,
    row_hash uuid not null,
    file_id bigint not null,
    line_no bigint not null,
    nights daterange not null
);
call engine.keep_history('register', 'event', 'record_key, element');
create index event_history_child on register.event_history (child_key);
-- What changed tonight: rows are written in the order of nights, and few are ever closed.
create index event_history_opened on register.event_history using brin (lower(nights));
create index event_history_closed on register.event_history (upper(nights)) where not upper_inf(nights);
create index event_history_number on register.event_history (nhs_number) where upper_inf(nights) and child_key is null;

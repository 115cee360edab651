-- The data dictionary of the tables with history: what one row is, and what each column says. Comments of a history table
-- stand on its as-known view as well, so that both read alike in psql and in docs/generated/data-dictionary.md.

-- Words of columns that mean the same wherever they stand.
create function engine.house_column(column_name text) returns text
    language sql immutable parallel safe
    return jsonb '{
        "nights": "Nights that knew this version: from the night that learned it to the night that learned better.",
        "child_key": "The child, once the record is linked; a key of ours, given once and for ever.",
        "record_key": "The source record; a key of ours, given once and for ever.",
        "file_id": "File that said so (engine.file).",
        "line_no": "Line of that file on which the row begins.",
        "row_hash": "Digest of the row as it came: the same digest again is no change.",
        "sender": "Who sent the list, by its control file.",
        "source_key": "The row''s own key at its source.",
        "nhs_number": "NHS number, ten digits that pass the check; null where none was sent or it was refused.",
        "nhs_number_as_sent": "What stood in the field when it was no valid NHS number.",
        "nhs_number_status_indicator_code": "How far the sender had traced the number (NHS Data Dictionary).",
        "family_name": "Family name as sent.",
        "given_name": "First given name as sent.",
        "other_given_name": "Further given names as sent.",
        "title": "Title as sent.",
        "previous_family_name": "Family name borne before, as sent.",
        "person_birth_date": "Date of birth.",
        "person_stated_gender_code": "Gender as stated (NHS Data Dictionary).",
        "person_death_date": "Date of death.",
        "address_line_1": "Usual address, line 1; empty for a restricted record.",
        "address_line_2": "Usual address, line 2; empty for a restricted record.",
        "address_line_3": "Usual address, line 3; empty for a restricted record.",
        "address_line_4": "Usual address, line 4; empty for a restricted record.",
        "address_line_5": "Usual address, line 5; empty for a restricted record.",
        "postcode": "Postcode of the usual address, or a pseudo postcode that means something else.",
        "address_start_date": "First day at this address.",
        "general_medical_practice_code": "Practice (ODS code).",
        "birth_order": "Place in a multiple birth; 1 is the first.",
        "number_of_births": "Children born of this pregnancy, by the source.",
        "gestation_weeks": "Length of gestation at birth, completed weeks.",
        "birth_weight_grams": "Weight at birth, grams.",
        "looked_after_child_indicator": "Y, N or X for not known, as sent; stays in the register.",
        "practice_start_date": "First day with this practice.",
        "removal_reason": "Why the registration ended (definition.removal_reason).",
        "removal_date": "When the registration ended.",
        "absent_since_date": "Date of the first full list of the same sender that lacked the row; null while it is listed.",
        "start_date": "First day, by the source.",
        "end_date": "Day from which it no longer holds, by the source.",
        "type_code": "Exception type (definition.exception_type).",
        "subject": "What the case is about: the child''s key as text, or feed:sender.",
        "element": "Which part of the subject: agency, register record or item, as the rule says; else empty.",
        "episode": "1, and one more each time a closed problem comes back as a new case.",
        "rule_version": "Version of the rule in force when the case was raised.",
        "baseline": "From a first load: clocks start later, listed apart.",
        "valid_from": "First day on which it holds.",
        "valid_to": "Last day on which it holds; null while open.",
        "feed": "The feed: name of its inbox folder; pds for extract and events together."
    }' ->> column_name;
comment on function engine.house_column(text) is 'What a column of a well-known name says, in any table.';

-- Puts words on a table, on its history and on the columns of both. Words given go first, then those that the history
-- bears already, then those of the house. A column without any stays bare, and a test names it.
create procedure engine.describe(table_name text, meaning text, columns jsonb default '{}')
    language plpgsql as $$
declare
    kept text := table_name || '_history';
    first text := case when to_regclass(kept) is null then table_name else kept end;
    said text := coalesce(meaning, obj_description(to_regclass(first), 'pg_class'));
    relation text;
    attribute record;
    words text;
begin
    foreach relation in array array[first, table_name] loop
        execute format('comment on %s %s is %L',
            case (select class.relkind from pg_class as class where class.oid = to_regclass(relation))
                when 'v' then 'view' else 'table' end,
            to_regclass(relation), said);
        for attribute in
            select column_of.attname, column_of.attnum
            from pg_attribute as column_of
            where column_of.attrelid = to_regclass(relation) and column_of.attnum > 0 and not column_of.attisdropped
        loop
            words := coalesce(
                columns ->> attribute.attname,
                (
                    select col_description(held.attrelid, held.attnum)
                    from pg_attribute as held
                    where held.attrelid = to_regclass(first) and held.attname = attribute.attname
                ),
                engine.house_column(attribute.attname));
            execute format('comment on column %s.%I is %L', to_regclass(relation), attribute.attname, words);
        end loop;
    end loop;
end
$$;
comment on procedure engine.describe(text, text, jsonb) is
    'Comments a table, its history and the columns of both; to be called by each migration that adds one.';

-- Reference sets.

call engine.describe('reference.practice',
    'One row per organisation of the practice file, epraccur of the NHS Organisation Data Service. Not all are GP practices.',
    '{
        "organisation_code": "ODS code.",
        "name": "Name as published.",
        "region_code": "Region (ODS), the file''s national grouping.",
        "icb_code": "Integrated care board (ODS), the file''s high level health geography.",
        "sub_icb_code": "Sub-ICB location (ODS): the commissioner, else the purchaser of its services.",
        "postcode": "Postcode of the premises: where the practice counts as responsible.",
        "open_date": "Day it opened.",
        "close_date": "Day it closed; null while open.",
        "status_code": "Status as published: A active, C closed, D dormant, P proposed.",
        "gp_practice": "Its prescribing setting makes it a GP practice (setting gp_practice_setting)."
    }');
call engine.describe('reference.postcode_area',
    'One row per postcode of the ONS Postcode Directory, terminated ones too.',
    '{
        "postcode": "Postcode with its one space.",
        "local_authority_code": "Upper-tier authority (GSS): the county where there is one, else the district.",
        "country_code": "Country (GSS).",
        "region_code": "Region (GSS).",
        "icb_code": "Integrated care board as the directory gives it (GSS).",
        "sub_icb_code": "Sub-ICB location as the directory gives it (GSS or ODS).",
        "lsoa_2011_code": "Small area of the 2011 census.",
        "lsoa_2021_code": "Small area of the 2021 census.",
        "introduced_date": "First day of the month in which it came into use.",
        "terminated_date": "First day of the month in which it went out of use; null while live."
    }');
call engine.describe('reference.sub_icb',
    'One row per sub-ICB location: the bridge between the GSS codes of the postcode directory and the ODS codes of practices.',
    '{
        "sub_icb_code": "Sub-ICB location (ODS).",
        "sub_icb_gss_code": "The same, GSS code.",
        "sub_icb_name": "Its name.",
        "icb_code": "Integrated care board it belongs to (ODS).",
        "icb_gss_code": "The same, GSS code.",
        "icb_name": "Its name.",
        "region_code": "Region it belongs to (ODS).",
        "region_gss_code": "The same, GSS code.",
        "region_name": "Its name."
    }');
call engine.describe('reference.local_authority',
    'One row per local authority: its name. An authority that a newer look-up lacks keeps its name.',
    '{"local_authority_code": "Authority (GSS).", "name": "Name as published."}');
call engine.describe('reference.deprivation',
    'One row per small area: its decile of the English Indices of Deprivation.',
    '{
        "lsoa_code": "Small area.",
        "edition": "Which edition of the indices the file is of, where it says so.",
        "decile": "1, the most deprived tenth, to 10, the least."
    }');
call engine.describe('reference.network_member',
    'One row per practice and spell in a primary care network.',
    '{
        "practice_code": "Practice (ODS).",
        "network_code": "Primary care network (ODS).",
        "network_name": "Its name."
    }');
call engine.describe('reference.commission',
    'One row per service, area and spell: the organisation commissioned to provide it. Who is expected to hold a child.',
    '{
        "service_code": "HV health visiting, CHIS child health information, SAIS school immunisation, MAT maternity, NHSP hearing, NBSLAB blood spot laboratory.",
        "area_type": "LA, SICBL or ICB; the most specific wins.",
        "area_code": "Code of the area: GSS for LA, ODS otherwise.",
        "organisation_code": "Provider commissioned (ODS).",
        "organisation_name": "Its name."
    }');
call engine.describe('reference.organisation',
    'One row per organisation, role and spell.',
    '{
        "organisation_code": "ODS code.",
        "role": "What it is: a code of the feed''s list of organisation roles.",
        "name": "Name.",
        "parent_code": "Organisation it belongs to (ODS)."
    }');
call engine.describe('reference.bank_holiday',
    'One row per bank holiday in England: no working day.',
    '{"bank_holiday_date": "The day."}');

-- Registers.

call engine.describe('register.record',
    'One row per source record ever met, sent itself or named by an event filed under it, with the key it keeps for ever.',
    '{
        "source_system": "System that keeps the record: PDS, a CHIS system code, or feed and sender.",
        "organisation_code": "Organisation within the system, where its keys are unique within one only; else empty.",
        "first_night": "Night that met it first."
    }');
call engine.describe('register.agency_message',
    'One row per event message of an agency, applied or too old. Kept for ever and never rewritten: of two messages about one record the later holds, whichever came first.',
    '{
        "record_key": "The record that the message is about: event, publisher and identifier.",
        "kind": "The event''s type code.",
        "message_event_type": "new, update or delete.",
        "asserted_at": "When the publisher last wrote the record: the later holds.",
        "sent_at": "When the message was sent: decides between two of the same moment.",
        "serial_change_number": "Version of the person''s record that the message carries, -1 where none: decides next.",
        "payload_sha256": "Digest of the message: decides last, so that arrival never does.",
        "message_id": "Identifier of the message.",
        "known_date": "Night that learned it."
    }');
call engine.describe('register.pds_signal',
    'One row per signal that PDS holds something new of a number. A signal changes nothing that is known of a child; it asks for newer data.',
    '{
        "signal_id": "Identifier of the signal.",
        "payload_sha256": "Digest of the signal.",
        "event_type": "What the signal is about (definition.pds_signal).",
        "asserted_at": "When it happened, by the signal.",
        "status": "Status that the signal carries; * for none (definition.pds_signal).",
        "registration_encounter_code": "Kind of registration, where a change of practice says so.",
        "serial_change_number": "PDS''s own version of the record, where the signal says so.",
        "known_date": "Night that learned it."
    }');
call engine.describe('register.pds_message',
    'One row per thing PDS said of a number: an extract row that changed something, or an event. Kept for ever and never rewritten, so that the order of arrival matters no more than it must.',
    '{
        "record_key": "The number''s record.",
        "kind": "EXTRACT, or the event''s type code.",
        "asserted_at": "When PDS said it: the extract''s as-at date, or the event''s own timestamp.",
        "serial_change_number": "PDS''s own version of the record; higher is later.",
        "known_date": "Night that learned it.",
        "message_id": "Identifier of the event message.",
        "payload_sha256": "Digest of the event message: the same identifier with other content is refused.",
        "removed_from_extract": "The extract says that it no longer carries the number.",
        "superseded_by_nhs_number": "Number that replaces this one.",
        "current_posting": "Where PDS has posted the record, as sent.",
        "death_status": "1 informal, 2 formal, U removed (definition.death_status).",
        "death_status_date": "When that status came into force.",
        "invalid": "PDS has invalidated the number.",
        "restricted": "The message marks the record as restricted: its place is withheld.",
        "telephone": "Mobile, else home number.",
        "stillbirth_indicator": "As the birth notification gives it (definition.stillborn_indicator).",
        "mother_nhs_number": "Mother''s NHS number, by the birth notification.",
        "mother_family_name": "Mother''s family name, by the birth notification.",
        "mother_practice_code": "Mother''s practice, by the birth notification.",
        "responsible_child_health_organisation": "CHIS that the birth notification was routed to.",
        "delivery_place_code": "Site (ODS) where the baby was born, by the birth notification.",
        "person_birth_at": "Time of birth, by the birth notification.",
        "suspected_congenital_abnormality": "Y, N or U, by the birth notification.",
        "preferred_language": "Language preferred, as the extract has it.",
        "interpreter_required": "Whether an interpreter is asked for, by the extract."
    }');
call engine.describe('register.person',
    'One row per NHS number that PDS has spoken of: its latest word on each facet, each by its own date.',
    '{
        "superseded_by_nhs_number": "Number that replaces this one; null for a number that stands.",
        "practice_end_date": "Since when PDS shows no practice; null while there is one.",
        "last_practice_code": "Latest practice ever shown, kept when there is none now.",
        "last_postcode": "Latest usual postcode ever shown; stays inside: never on a list for a restricted child.",
        "death_status": "1 informal, 2 formal, U removed (definition.death_status).",
        "death_status_date": "When that status came into force.",
        "death_known_date": "Night that first knew of the death in its present status.",
        "invalid": "PDS has invalidated the number.",
        "restricted": "PDS withholds the place; lifted only when it shows a usual postcode again.",
        "on_extract": "The latest extract carries the number.",
        "telephone": "Mobile, else home number.",
        "stillbirth_indicator": "As the birth notification gives it (definition.stillborn_indicator).",
        "mother_nhs_number": "Mother''s NHS number, by the birth notification.",
        "mother_family_name": "Mother''s family name, by the birth notification.",
        "gestation_weeks": "Length of gestation at birth in whole weeks, by the birth notification.",
        "first_known_date": "Night that first heard of the number."
    }');
call engine.describe('register.pds_refresh',
    'One row per restricted record: when PDS last gave it. Events do not flow for it, so silence proves nothing (failsafe 2.4).',
    '{"refreshed_date": "As-at date of the latest extract that carried it."}');
call engine.describe('register.gp_registration',
    'One row per registration on a practice list.',
    '{
        "feed": "Feed of the list: gp-registration or gp-gpr4. The latter gives no registration dates.",
        "other_given_name": "Further forenames; gp-gpr4 alone sends them.",
        "previous_family_name": "Previous surname; gp-gpr4 alone sends it.",
        "listed_from_date": "The start of the registration; where the list gives none, the date of the list that first held it.",
        "registration_type": "Regular, temporary and so on (definition.gp_registration_type)."
    }');
call engine.describe('register.hv_caseload',
    'One row per health visiting episode on a provider''s caseload.',
    '{
        "local_identifier": "The patient within the provider; contacts without an episode name the child by it.",
        "organisation_code": "Provider (ODS).",
        "team_identifier": "Team, as the provider names it.",
        "episode_status": "Active, closed and so on (definition.hv_episode_status).",
        "end_reason": "Why the episode ended (definition.hv_end_reason).",
        "care_level": "1 community, 2 universal, 3 targeted, 4 specialist, as sent."
    }');
call engine.describe('register.chis_record',
    'One row per record of a child on a Child Health Information System.',
    '{
        "source_system_code": "The system that keeps the record.",
        "ethnic_category": "Ethnic category as sent (NHS Data Dictionary).",
        "health_visiting_provider_code": "Health visiting provider that the CHIS has noted (ODS).",
        "organisation_code": "Child Health Information Service (ODS).",
        "record_status": "Whether the record is held (definition.chis_record_status).",
        "record_status_date": "Since when.",
        "moved_to_organisation": "CHIS the child is said to have moved to (ODS).",
        "mother_nhs_number": "Mother''s NHS number.",
        "restricted": "The CHIS marks the record as restricted.",
        "last_updated_timestamp": "When the system last wrote the record.",
        "person_birth_time": "Time of birth, hh:mm, as sent.",
        "school_urn": "School; 888888 not known, 999999 taught at home.",
        "interpreter_language_code": "Language of the interpreter needed, as sent.",
        "consent_withheld_programmes": "Programmes without consent, as sent, separated by semicolons."
    }');
call engine.describe('register.organisation_list',
    'One row per organisation whose list was ever taken: how fresh it is. Without a fresh list nobody is called missing.',
    '{
        "organisation_code": "Organisation the list is of (ODS).",
        "source_system": "System within the sender, where a feed has several; else empty.",
        "first_full_night": "Night of its first full list; null while only changes have come.",
        "last_as_at_date": "Date that the latest list speaks of."
    }');
call engine.describe('register.school_roll',
    'One row per child on the list of a school. A list makes no child: a row whose number nobody bears is of nobody.',
    '{
        "preferred_family_name": "Family name by which the child is called.",
        "preferred_given_name": "Given name by which the child is called.",
        "town": "Town of the address.",
        "school_urn": "Number of the school; 888888 not known, 999999 taught at home; null while only lists of a class have come.",
        "year_group": "Year, as the school writes it; the one told before where a list names none or is of another year.",
        "listed_on": "Night of the list that first named the year group in its school year; null while none has but such as put most of their children out of their year.",
        "registration_group": "Class, as the school writes it."
    }');
call engine.describe('register.event',
    'One row per thing done to, offered to or found in a child, as one source says it; a record of several results has a row for each.',
    '{
        "element": "Part of the record: a condition (definition.blood_spot_condition), LEFT, RIGHT, SUMMARY, a part of the body (definition.nipe_component), BCG, FEED, ASMT, WEIGHT, LENGTH; empty where the record says one thing.",
        "subject_record_key": "Register record that the source files it under; null where only the number says whose it is.",
        "kind": "VACC, HVRV, NBSS, NHSP, NIPE, NCMP or FEED (feeds.md 6.2); ASMT for the score of an assessment, MEAS for a measurement.",
        "programme": "Kind of vaccine (definition.programme), from the procedure, else the product, else the file''s type.",
        "event_code": "What it was, as sent: activity type, condition, examination, concept.",
        "event_code_scheme": "List that the code is of: SNOMED, READ2, CTV3, LOCAL, CSDS, NBS.",
        "procedure_code": "SNOMED CT procedure as sent.",
        "product_code": "dm+d product as sent.",
        "event_date": "Day in London on which it was done, or is to be done; null for an offer without a date.",
        "event_date_precision": "D, M or Y: how much of the date was known.",
        "event_at": "When it was done, as sent.",
        "offer_date": "Day of the invitation or offer.",
        "received_date": "Day on which the laboratory had the sample.",
        "result_date": "Day of the result.",
        "recorded_date": "When it was recorded.",
        "sequence_number": "1 for a first sample, more for repeats.",
        "outcome_code": "What came of it; COMPLETED for a dose given. Of a blood spot condition the status as understood (definition.blood_spot_outcome): the parent of an unknown sub code. Null where the source does not say.",
        "outcome_code_scheme": "List that the outcome is of: NBS, SNOMED, OFFER, HISTORY, LOCAL, CSDS, SCORE.",
        "attendance_status": "Whether the child was brought, as sent.",
        "consultation_mechanism": "Face to face or how else.",
        "care_professional_staff_group": "Who saw the child.",
        "primary_source": "Recorded by who did it; false for history retold.",
        "performing_organisation": "Where it was done (ODS).",
        "batch_number": "Batch of the vaccine.",
        "dose_sequence": "Number of the dose as sent; counting does not trust it.",
        "dose_as_sent": "The dose in the words of its source, such as 1P.",
        "location_code": "Kind of place of a contact, or place of a dose (ODS), as sent.",
        "measure_value": "What was measured, in the unit beside it.",
        "measure_unit": "kg for a weight, cm for a length.",
        "vaccine_manufacturer": "Who made the vaccine, as sent.",
        "expiry_date": "Day on which the batch expires.",
        "site_code": "Part of the body, as sent.",
        "route_code": "Way in which it was given, as sent.",
        "dose_amount": "How much was given, as sent, in the unit beside it.",
        "dose_unit_code": "Unit of the amount, SNOMED CT as sent.",
        "indication_code": "Why it was given, SNOMED CT as sent.",
        "remark": "Free text of the source; in no output (SG-09).",
        "withdrawn": "Taken back by its source; kept so that an older message does not bring it again.",
        "asserted_at": "When the source said so, where it says when: of two statements the later holds."
    }');

-- Whose record it is.

call engine.describe('cohort.pds_awaited',
    'One row per number of which PDS holds something newer than its last data known here.',
    '{
        "event_type": "The gravest of the signals that wait (definition.pds_signal).",
        "status": "Status it carries; * for none.",
        "reason": "What it says, in plain words.",
        "stops_lists": "The child stands on no list until newer data comes.",
        "since_date": "Day of the earliest signal that waits."
    }');
call engine.describe('identity.child',
    'One row per child ever held, with the key it keeps for ever.',
    '{
        "child_key": "The child.",
        "origin_record_key": "Record that the child was first known by.",
        "first_night": "Night that met the child first."
    }');
call engine.describe('identity.number',
    'One row per superseded NHS number: the number that survives it at the end of the chain.',
    '{
        "nhs_number": "Number that was replaced.",
        "surviving_nhs_number": "Number that stands for it."
    }');
call engine.describe('identity.match',
    'One row per record of a practice, caseload or CHIS list: whether it is the person whose number it carries (rulings 5).',
    '{
        "person_record_key": "PDS record of the person it is; null where it is not linked.",
        "nhs_number": "Number the record carries.",
        "number_contradicted": "Number held on PDS, but birth date or names speak against it.",
        "birth_date_differs": "Linked, with a birth date that is not the one on PDS.",
        "superseded_number_sent": "The record still carries a replaced number.",
        "twin_undecided": "Another child of that birth date lives there, and neither given name nor birth order says which is meant."
    }');
call engine.describe('identity.answer',
    'What people said about whether two records are of one child, one row per answer; never rewritten.',
    '{
        "answer_no": "1, 2, 3 in the order given.",
        "record_key": "Record that was asked about.",
        "other_record_key": "Record by which the other child is known: of PDS, or of a CHIS register.",
        "verdict": "SAME, DIFFERENT, or WITHDRAWN, which takes back what was said before.",
        "said_by": "Who said so.",
        "reason": "Why.",
        "origin": "COMMAND, or the returned file and its row.",
        "persons_needed": "How many persons had to say SAME when this was said.",
        "compared": "Fingerprint of what the two records said then.",
        "after_night": "The answer counts from the first night after this one."
    }');
call engine.describe('identity.ruling',
    'One row per pair of records that people have decided about, as it stands (docs/adr/0018).',
    '{
        "record_key": "Record that was asked about.",
        "other_record_key": "Record by which the other child is known.",
        "verdict": "SAME or DIFFERENT.",
        "answer_no": "The answer that settled it."
    }');
call engine.describe('identity.joined',
    'One row per record that people have put to a child.',
    '{
        "child_record_key": "Record by which the child is known, at the end of all answers."
    }');
call engine.describe('identity.likeness',
    'What each record says of its child, as a fingerprint.',
    '{
        "digest": "SHA-256 over number, names, birth date and postcode."
    }');
call engine.describe('identity.link',
    'One row per record: the child it belongs to, or that it belongs to nobody yet.',
    '{
        "candidate_child_key": "Child that a person should compare it with; null for none.",
        "method": "PDS, SUPERSEDED, CROSS_CHECK, FELLEGI_SUNTER, SOURCE_HISTORY, CLERICAL or NHS_NUMBER: how it was decided.",
        "match_weight": "Weight of a probable match, log2 of its odds; null for the exact methods.",
        "decision": "LINKED, REVIEW or UNLINKED.",
        "number_contradicted": "Number held on PDS, but birth date or names speak against it.",
        "superseded_number_sent": "The record still carries a replaced number."
    }');

call engine.describe('identity.trait',
    'One row per person, and per record that the cross-check leaves unanswered: what it says in the form in which it is compared.',
    '{
        "feed": "pds, or the register''s feed.",
        "source_system": "Whose record it is: system and organisation.",
        "standing": "OPEN: compared; CLOSED: matched by number only; BARRED: an identity that is closed and never a candidate.",
        "nhs_number": "NHS number as it stands in the record.",
        "number_as_sent": "What stood in its place where it was no valid number.",
        "number_verified": "The sender claims that the number is verified.",
        "given": "Given name, folded; null where there is none.",
        "given_is_stand_in": "It begins like a stand-in for a newborn''s name.",
        "family": "Family name, folded; null where there is none, or one letter.",
        "families": "Every family name it has borne, as far as the source says, folded.",
        "family_parts": "Those, and the parts of double ones.",
        "birth_date": "Date of birth.",
        "sex": "Gender as stated, where it tells two children apart.",
        "outward": "First half of the postcode now.",
        "postcodes": "Postcodes now and before, without spaces; those that mean no place left out.",
        "places": "Those postcodes with the house numbers of the first address line, or its letters.",
        "practice": "Practice; null where the code means none.",
        "block_keys": "Keys under which it is found: two rows that share one are compared; the low byte is the rule''s position."
    }');
call engine.describe('identity.name_frequency',
    'One row per name of a person: how rare it is, in whole bits.',
    '{
        "kind": "GIVEN or FAMILY; PERSONS for how many persons there are.",
        "name": "The name, folded; empty for PERSONS.",
        "bits": "Log2 of persons for each bearer, rounded down; for PERSONS log2 of their number, rounded up."
    }');
call engine.describe('identity.twin',
    'One row per record beside which its source holds another child of the same birth date and postcode.',
    '{}');
call engine.describe('identity.work',
    'One row per record whose candidates were looked at in a night.',
    '{}');
call engine.describe('identity.candidate',
    'One row per record without a good number and person it may be of: the best few, weighed and judged.',
    '{
        "place": "1 for the best.",
        "person_record_key": "PDS record of the person.",
        "blocking_rule": "First rule that brought the two together (definition.blocking_rule).",
        "weight": "Log2 of the odds that they are one child.",
        "verdict": "LINKED, REVIEW or UNLINKED, as far as this record alone tells.",
        "reason": "Why: LINKED, KEPT, TWIN, CONTESTED, GIVEN_NAME, BIRTH_DATE, NUMBER_CONTRADICTED, ANOTHER_CHILD, BELOW_LINK, BELOW_REVIEW or NOT_BEST.",
        "tells_twins": "Given name and birth date agree exactly: enough to tell two children of one source apart.",
        "comparison": "For each field the level of agreement and its bits (definition.linkage_weight); PRIOR: the odds beforehand.",
        "model_version": "Version of weights and thresholds."
    }');
call engine.describe('identity.decision',
    'One row per record that was compared: what became of it.',
    '{
        "person_record_key": "PDS record of the person it is linked to; null for none.",
        "candidate_person_record_key": "PDS record of the person that somebody should compare it with; null for none.",
        "method": "FELLEGI_SUNTER, or SOURCE_HISTORY where the source''s own record keeps its child.",
        "match_weight": "Log2 of the odds for the best candidate.",
        "decision": "LINKED, REVIEW or UNLINKED.",
        "reason": "Why, as in identity.candidate; SAME_SOURCE: its source holds that person under another record."
    }');

-- Where each child stands.

call engine.describe('cohort.child',
    'One row per child: life, place, practice, who is expected to hold the child, and the one bucket that counts it.',
    '{
        "child_key": "The child.",
        "person_record_key": "PDS record; null for a child known from a CHIS alone.",
        "nhs_number": "NHS number on PDS; null for a child known from a CHIS alone.",
        "gestation_weeks": "Length of gestation at birth in whole weeks, by PDS, else by the CHIS; null where neither tells.",
        "life_state": "ALIVE, DECEASED or STILLBORN.",
        "restricted": "Some source withholds the child''s place.",
        "bucket": "IN_AREA, OUT_OF_AREA, LEFT_ENGLAND, DECEASED, STILLBORN, INVALIDATED, AGED_OUT or UNTRACED; exactly one.",
        "removal_group": "What the removal reason means (definition.removal_reason), once its day has come.",
        "residence_kind": "KNOWN, WITHHELD, NOT_HELD, NOT_IN_DIRECTORY, or what the pseudo postcode means.",
        "residence_postcode": "Postcode of residence where known.",
        "resident_lsoa": "Small area of residence where known.",
        "resident_la": "Upper-tier authority of residence where known (GSS).",
        "resident_sub_icb": "Sub-ICB location of residence where known (ODS).",
        "resident_icb": "Integrated care board of residence where known (ODS).",
        "registered_practice": "Practice on PDS; none for a pseudo practice or a restricted child.",
        "practice_end_date": "Since when PDS shows no practice.",
        "practice_sub_icb": "Sub-ICB location of the practice (ODS).",
        "practice_icb": "Integrated care board of the practice (ODS).",
        "practice_la": "Authority in which the practice''s own postcode lies (GSS).",
        "responsible_la": "Authority of the practice, or of residence where there is no practice (GSS); none for a restricted child.",
        "counted_la": "Authority whose totals count the child, restricted children too (measures 0.10); for sums only.",
        "counted_sub_icb": "Sub-ICB location whose totals count the child; for sums only.",
        "counted_icb": "Integrated care board whose totals count the child; for sums only.",
        "served_by_residence": "The place of residence lies in the footprint of a CHIS served.",
        "served_by_practice": "The practice lies in the footprint of a CHIS served.",
        "expected_hv": "Health visiting provider commissioned where the child lives (ODS).",
        "expected_chis": "CHIS commissioned for the practice, else for the residence (ODS).",
        "residence_chis": "CHIS commissioned where the child lives; a second record there is no overlap (ODS).",
        "hv_until_date": "Day from which health visiting no longer expects the child.",
        "age_out_date": "Birthday on which the service ends.",
        "death_status": "1 informal, 2 formal, U removed (definition.death_status).",
        "death_known_date": "Night that first knew of the death in its present status.",
        "first_known_date": "Night that first knew the child."
    }');
call engine.describe('cohort.holding',
    'One row per record that a register holds of a child, whoever sent it.',
    '{
        "child_key": "The child.",
        "agency": "GP, HV or CHIS.",
        "organisation_code": "Organisation that holds the record (ODS).",
        "during": "Days on which it was held, by its source.",
        "is_open": "Held tonight."
    }');
call engine.describe('cohort.custody',
    'One row per child and agency: whether somebody who should hold the child does.',
    '{
        "child_key": "The child.",
        "agency": "GP, HV or CHIS.",
        "state": "OK, MISSING, WRONG_ORGANISATION, OVERLAP, UNKNOWN, GHOST or NOT_EXPECTED.",
        "expected_organisation": "Who should hold the child (ODS).",
        "holder_organisation": "Who does (ODS): the expected one where it is among several.",
        "since_date": "First day without the expected holder, for MISSING and WRONG_ORGANISATION.",
        "since_known": "The day comes from a source; false where it is only the night that first knew."
    }');

-- What is wrong.

call engine.describe('exception.finding',
    'One row per problem that a rule sees tonight.',
    '{
        "child_key": "The child; null where the subject is a sender.",
        "started_on": "Since when the problem stands.",
        "holder": "Organisation that holds the record in question (ODS).",
        "facts": "What the rule''s sentence names, for people to read."
    }');
call engine.describe('exception.evidence',
    'One row per proof that a problem is solved: what a case closes on, never the mere silence of its rule.',
    '{
        "evidence": "Kind of proof: the file of its name in sql/50_exception/evidence.",
        "evidence_date": "When the proof came about; it counts if later than the raising.",
        "record_key": "Record that proves it."
    }');
call engine.describe('exception.case_event',
    'One row per thing that happened to a case; never rewritten.',
    '{
        "exception_id": "The case: a UUID of type, subject, element and episode, the same on every machine.",
        "event_no": "1, 2, 3 within the case.",
        "kind": "RAISED, SUSPENDED, CLOSED, REOPENED; RESTORED or WITHDRAWN where a merge was undone.",
        "event_date": "Night on which it happened.",
        "child_key": "The child; null where the subject is a sender.",
        "reason": "Why it was suspended or closed (definition.closure_reason).",
        "until_date": "Until when it sleeps.",
        "evidence_record_key": "Record that proved the problem solved."
    }');
call engine.describe('exception.open_case',
    'One row per case that is neither closed nor withdrawn: its latest event.',
    '{
        "exception_id": "The case.",
        "event_no": "Number of its latest event.",
        "kind": "RAISED, SUSPENDED, REOPENED or RESTORED.",
        "child_key": "The child; null where the subject is a sender.",
        "until_date": "Until when it sleeps.",
        "raised_date": "Night on which it was raised."
    }');
call engine.describe('exception.case',
    'One row per case ever raised, as its events and tonight''s finding leave it.',
    '{
        "exception_id": "The case: a UUID of type, subject, element and episode, the same on every machine.",
        "case_number": "Running number that people call it by, with a check digit behind it.",
        "child_key": "The child; null where the subject is a sender.",
        "severity": "1, possible harm now, to 4, housekeeping (definition.severity).",
        "owner_role": "Who must act (definition.owner_role).",
        "owner_organisation": "At which organisation (ODS); null for the service itself.",
        "facts": "What the rule''s sentence names, of the latest night that saw the problem.",
        "state": "OPEN, SUSPENDED, CLOSED, or WITHDRAWN where an undone merge had raised it.",
        "confirmed": "The rule saw the problem tonight.",
        "raised_date": "Night on which it was raised.",
        "clock_start_date": "Day from which its clocks run; later than the raising for a first load.",
        "suspended_until": "Until when it sleeps.",
        "closed_date": "Night on which it was closed.",
        "closure_reason": "Why (definition.closure_reason).",
        "increment_no": "How often its list has asked for the same thing: 1 at first."
    }');
call engine.describe('exception.case_clock',
    'One row per case with what changes because a day passed: computed when read, never stored.',
    '{
        "exception_id": "The case.",
        "case_number": "Running number that people call it by.",
        "child_key": "The child; null where the subject is a sender.",
        "severity": "1, possible harm now, to 4, housekeeping (definition.severity).",
        "owner_role": "Who must act (definition.owner_role).",
        "owner_organisation": "At which organisation (ODS); null for the service itself.",
        "facts": "What the rule''s sentence names.",
        "state": "OPEN, SUSPENDED, CLOSED, or WITHDRAWN where an undone merge had raised it.",
        "confirmed": "The rule saw the problem tonight.",
        "raised_date": "Night on which it was raised.",
        "clock_start_date": "Day from which its clocks run.",
        "suspended_until": "Until when it sleeps.",
        "closed_date": "Night on which it was closed.",
        "closure_reason": "Why (definition.closure_reason).",
        "increment_no": "How often its list has asked for the same thing: 1 at first.",
        "escalation_level": "0 until a deadline passes, then one more for each level of the rule''s clock.",
        "action_by_date": "Day by which somebody must have acted."
    }');

-- Counts and outputs: the history tables of stage 40 and 60 bear their words already.

call engine.describe('pathway.dose', null);
call engine.describe('pathway.schooling',
    'Children whom a school teaches with another year group than their birth date gives, by its list (pathway 1 rule 7).',
    '{
        "years_later": "School years by which the days of the school programme come later than by the birth date: 1 taught with those a year younger, -1 with those a year older.",
        "year_group": "Year group on the list, Reception 0.",
        "school_year": "School year of the list, by the year in which it begins.",
        "listed_on": "Night of the list that first said so in that school year.",
        "school_urn": "Number of the school; null where only a class has been named."
    }');
call engine.describe('pathway.calendar',
    'Each rule for each birth date there is: its days worked out once, and what else of the rule decides a state (pathway 2 and 5).',
    '{
        "birth_date": "Birth date of some child.",
        "years_later": "School years by which school days come later, for children taught out of their year (pathway.schooling); 0 for all others.",
        "item_code": "Item (definition.pathway_item).",
        "rule_id": "Rule of the item that holds for the birth date; where the schedule is not held, the first rule of the item.",
        "rule_version": "Version of the rule.",
        "item_type": "Type of the item.",
        "responsible_role": "Role that owes it by the rule.",
        "service_code": "Commissioned service that fills the role; null for none.",
        "course": "Course of vaccination whose doses fill it; null for other items.",
        "dose_no": "Fewest counted doses of the course; null for other items.",
        "full_term_weeks": "Length of gestation below which ages are corrected; null where they are not.",
        "eligible": "Only for children with this eligibility; null for all.",
        "unless": "Not for children with this eligibility; null for none.",
        "waits_for": "Blocked while the child has this eligibility; null for none.",
        "effective_from": "First day on which the rule is in force.",
        "effective_to": "Last day on which it is.",
        "schedule_held": "False where the birth date belongs to a schedule before those held here.",
        "due_date": "From this day the item is owed; null where it counts from eligibility.",
        "earliest_date": "What happens before does not count; null for no limit.",
        "target_date": "Last day of the window it should fall in.",
        "amber_date": "From this day it is overdue; null where nobody is called overdue.",
        "red_date": "From this day it is long overdue.",
        "latest_date": "Last day on which it can still be done; null for no limit.",
        "last_day": "The same with the largest correction for an early birth: after it nothing is owed to any child.",
        "due_days": "Days from eligibility until it is due; null where that day counts otherwise.",
        "target_days": "Days from eligibility to the end of the target window.",
        "amber_days": "Days from eligibility until it is overdue.",
        "red_days": "Days from eligibility until it is long overdue.",
        "latest_days": "Days from eligibility to the last day."
    }');
call engine.describe('pathway.rule_after',
    'Limits of rules that count from the day of becoming eligible, in days.',
    '{
        "rule_id": "The rule.",
        "due_days": "Days until it is due; null where that day counts otherwise.",
        "target_days": "Days to the end of the target window.",
        "amber_days": "Days until it is overdue.",
        "red_days": "Days until it is long overdue.",
        "latest_days": "Days to the last day."
    }');
call engine.describe('pathway.eligibility',
    'Children who have what only some children have: eligible by a dose, an observation or a move (config/pathway/eligibility.csv).',
    '{
        "child_key": "The child.",
        "eligibility": "Code of definition.eligibility.",
        "eligible_date": "Since when, as far as the registers tell.",
        "record_key": "The record that says so; null where the place of the child does."
    }');
call engine.describe('pathway.course_dose',
    'Each dose within each course that its vaccine belongs to: its number among the doses that count, or why it does not (pathway 5.4).',
    '{
        "child_key": "The child.",
        "course": "Course (definition.course).",
        "dose_date": "Day on which it was given.",
        "programme": "Kind of vaccine.",
        "starts_interval": "Whether the interval to the next dose runs from it.",
        "dose_no": "Number among the doses that count; null for one that does not.",
        "fault": "UNDER_AGE, OVER_AGE or UNDER_INTERVAL for one that does not count, INTERVAL_SHORT for one that counts within the tolerance, NOT_OF_COURSE for a vaccine that only starts the interval; null for none.",
        "days_since": "Days since the dose before that starts the interval; null for the first.",
        "record_key": "The record that says so."
    }');
call engine.describe('pathway.blood_spot',
    'What stands of each condition of the newborn blood spot, over all samples and sources (pathway 3.1).',
    '{
        "child_key": "The child.",
        "condition": "Condition of the panel, or reported.",
        "required": "Whether the laboratory tests for it in a sample of that day, and the child was young enough.",
        "effect": "CONCLUSIVE before PREVIOUS_RESULT before other endings before REPEAT and RECEIVED (definition.blood_spot_status); NONE where nothing was reported.",
        "status": "The status that decides.",
        "status_date": "Day of it: of the result, else of recording, else of the sample.",
        "sample_date": "Day of the latest sample.",
        "received_date": "Day on which that sample reached the laboratory, where told.",
        "laboratory": "Organisation that reported the latest sample.",
        "record_key": "The record that decides."
    }');
call engine.describe('pathway.fact',
    'What became of an item for a child, from all events: one row for each child and item with anything on record.',
    '{
        "source": "Kind of events it comes from.",
        "child_key": "The child.",
        "item_code": "The item.",
        "completed_date": "Day on which it was done; null while it is not.",
        "completed_as": "COMPLETED, GIVEN_ELSEWHERE or PREVIOUS_RESULT.",
        "closed_date": "Day on which it ended otherwise; null while it has not.",
        "closed_as": "Status that ended it (definition.pathway_status).",
        "declined_date": "Day of a refusal after which nothing was offered; null for none.",
        "deferred_until": "Put off until this day; null where it is not.",
        "counted_doses": "Doses of its course that count; null for other items and once done.",
        "waits_until": "Until this day the interval since the last dose runs; null where none does.",
        "offered_date": "First day of an offer.",
        "last_offered_date": "Latest day of an offer.",
        "offers": "How many offers, by their days.",
        "outcome_code": "Outcome as its source wrote it, of the event that decides.",
        "record_key": "The record that decides."
    }');
call engine.describe('pathway.open_item',
    'What is owed and not done: the open rows of pathway.item_state, with who owes them (pathway 7).',
    '{
        "child_key": "The child.",
        "item_code": "The item.",
        "rule_id": "Rule that holds for the child.",
        "rule_version": "Version of it.",
        "state": "BLOCKED, DUE, OVERDUE_AMBER, OVERDUE_RED, DEFERRED or DECLINED.",
        "due_date": "From this day it is owed.",
        "target_date": "Last day of the window it should fall in.",
        "amber_date": "From this day it is overdue.",
        "red_date": "From this day it is long overdue.",
        "latest_date": "Last day on which it can still be done.",
        "deferred_until": "Put off until this day.",
        "offered_date": "First day of an offer.",
        "last_offered_date": "Latest day of an offer.",
        "offers": "How many offers.",
        "outcome_code": "Outcome of the event that decides.",
        "owner_role": "Role that owes it.",
        "owner_organisation": "Organisation that owes it on this night; null where none is known."
    }');
call engine.describe('pathway.clock',
    'When a child''s items next change by themselves: no later than any of them does.',
    '{
        "child_key": "The child.",
        "next_change_on": "First day after the night of this row on which a limit of one of the child''s rules is reached."
    }');
call engine.describe('measure.period', null);
call engine.describe('measure.due', null);
call engine.describe('measure.completion', null);
call engine.describe('measure.fine', null);
call engine.describe('measure.result', null);
call engine.describe('publish.area', null);
call engine.describe('publish.period_due', null);
call engine.describe('publish.pds_refresh_row',
    'One row per number for which PDS is to be asked for its record.',
    '{
        "recipient_code": "SERVICE: the operators.",
        "reason": "Why, in plain words.",
        "since_date": "Day of the earliest signal that waits."
    }');
call engine.describe('publish.worklist_row',
    'One row per open case on a worklist. A restricted or dead child''s row carries no place and no name beyond what the task needs.',
    '{
        "recipient_code": "Child Health Information Service whose list it is (ODS).",
        "exception_id": "The case.",
        "case_number": "Running number that people call it by.",
        "restricted": "For the named holder''s own file.",
        "severity": "1, possible harm now, to 4, housekeeping (definition.severity).",
        "action_by_date": "Day by which somebody must have acted.",
        "raised_date": "Night on which it was raised.",
        "missing_name": "What is missing, in the words of the rule.",
        "person_family_name": "Family name; none for a child who died.",
        "person_given_name": "Given name; none for a child who died.",
        "nhs_number": "NHS number.",
        "person_birth_date": "Date of birth; none for a restricted child or one who died.",
        "last_known_address": "Address in one line.",
        "practice_code": "Practice on PDS, else the last one (ODS).",
        "practice_name": "Its name.",
        "hv_team": "Health visiting team of the open episode.",
        "reason": "The rule''s sentence with its facts.",
        "telephone": "Number on PDS.",
        "mother_name": "Mother''s family name, up to an age (setting list_mother_until_years).",
        "mother_nhs_number": "Mother''s NHS number, up to that age.",
        "increment_no": "How often the list has asked for the same thing.",
        "escalation_level": "0 until a deadline passes."
    }');
call engine.describe('publish.gp_list',
    'One row per practice whose full list came tonight: it is told how its list and PDS differ.',
    '{
        "recipient_code": "Practice (ODS).",
        "as_at_date": "Date of the list."
    }');
call engine.describe('publish.gp_list_difference',
    'One row per child whom only the practice''s list or only PDS has at the practice, as the national list reconciliation writes it. A restricted child has no row.',
    '{
        "recipient_code": "Practice (ODS).",
        "side": "OnlyOnGP or OnlyOnPDS.",
        "record_key": "The record on the list, or PDS''s.",
        "surname": "Family name, by the side that has the child.",
        "forenames": "Given names, by that side.",
        "birth_date": "Date of birth: CCYYMMDD of the list, YYYY-MM-DD of PDS.",
        "nhs_number": "NHS number; of a list also one that is none.",
        "sex": "Code of the list, word of PDS.",
        "status": "Of a child on the list: Unmatched, Partnership Mismatch or Deducted Patient Match.",
        "status_date": "Since when PDS has it so.",
        "date_accepted": "First day with the practice, by PDS."
    }');
call engine.describe('publish.gp_list_demographic',
    'One row per child whom both have at the practice and detail in which they differ. A restricted child has no row.',
    '{
        "recipient_code": "Practice (ODS).",
        "record_key": "The record on the list.",
        "rule_id": "Rule of the national list reconciliation that finds the difference.",
        "gp_birth_date": "Date of birth of the list, CCYYMMDD.",
        "gp_gender": "Sex, as the list codes it.",
        "gp_given_name": "Given names of the list.",
        "gp_family_name": "Family name of the list.",
        "gp_previous_family_name": "Previous family name of the list.",
        "gp_title": "Title of the list.",
        "gp_address_line_1": "Address of the list, line 1.",
        "gp_address_line_2": "Address of the list, line 2.",
        "gp_address_line_3": "Address of the list, line 3.",
        "gp_address_line_4": "Address of the list, line 4.",
        "gp_address_line_5": "Address of the list, line 5.",
        "gp_postcode": "Postcode of the list.",
        "gp_practice_code": "Practice whose list it is (ODS).",
        "pds_serial_number": "Latest serial change number that PDS sent.",
        "pds_birth_date": "Date of birth on PDS, YYYY-MM-DD.",
        "pds_gender": "Gender on PDS, in words.",
        "pds_given_name": "Given names on PDS.",
        "pds_family_name": "Family name on PDS.",
        "pds_title": "Title on PDS.",
        "pds_address": "Address on PDS in one line.",
        "pds_postcode": "Postcode on PDS.",
        "pds_practice_code": "Practice on PDS (ODS).",
        "guidance": "What the national service asks of the practice."
    }');
call engine.describe('publish.row_key',
    'One row per row of a list that was sent: by its key a returned row finds its case again.',
    '{
        "row_key": "Key in the hidden column, made with the installation''s secret.",
        "exception_id": "The case.",
        "business_date": "Night of the list.",
        "list_version": "Version of the list.",
        "recipient_code": "Who got it (ODS)."
    }');
call engine.describe('publish.list_row',
    'One row per row of the lists for practices, health visiting providers and other owners of cases. No restricted, withdrawn or dead child stands here.',
    '{
        "output_id": "The list: gp-list, hv-list or owner-list.",
        "recipient_code": "Whose list it is (ODS).",
        "row_id": "What the row is, for good: the case; else the contact or the arrival of the child.",
        "exception_id": "The case; null for a contact that is due, or an arrival.",
        "case_number": "Its running number.",
        "child_key": "The child.",
        "item_code": "Pathway item that it is about; null for none.",
        "baseline": "Raised at a first load: a sheet of its own.",
        "daily": "Whether it is about one of the babies whom the list shows every night.",
        "severity": "1 to 4; null without a case.",
        "person_family_name": "Family name.",
        "person_given_name": "Given name.",
        "nhs_number": "NHS number.",
        "person_birth_date": "Date of birth.",
        "missing": "What is due or missing, in plain words; null of a child who has left.",
        "since_date": "Since when.",
        "due_from_date": "From this day the contact is due.",
        "due_by_date": "Last day of its window; of another case the day to act by.",
        "offers": "Invitations recorded.",
        "last_offered_date": "Day of the last of them.",
        "is_item": "Whether invitations can be told of it.",
        "arrival": "Birth or Moved in; null for a child long known there.",
        "notified_date": "Night on which that was known.",
        "address": "Address, of a child to be visited.",
        "postcode": "Postcode, of a child to be visited.",
        "practice_code": "GP practice (ODS), for health visitors.",
        "practice_name": "Its name.",
        "blood_spot_seen": "Whether conclusive blood spot results are known; null where the child is too old to ask.",
        "hearing_seen": "Whether a complete hearing screen is known; null where the child is too old to ask.",
        "reason": "Why, and what we ask, for other owners.",
        "request": "What we ask."
    }');
call engine.describe('publish.recipient_list',
    'One row per list for a practice, provider or other owner that the night sends, rows or none.',
    '{
        "output_id": "The list.",
        "recipient_code": "Who gets it (ODS).",
        "recipient_name": "What the recipient is called.",
        "whole": "The whole list; else the youngest babies alone."
    }');
call engine.describe('publish.list_key',
    'One row per row of such a list that was sent: by its key a returned row is known again.',
    '{
        "row_key": "Key in the hidden column, made with the installation''s secret.",
        "output_id": "The list.",
        "row_id": "The row, as publish.list_row has it.",
        "exception_id": "The case; null for a contact or an arrival.",
        "child_key": "The child.",
        "item_code": "Pathway item that it is about; null for none.",
        "business_date": "Night of the list.",
        "list_version": "Version of the list.",
        "recipient_code": "Who got it (ODS).",
        "facts_digest": "Fingerprint of the row''s facts as sent: tells whether a returned row''s were changed by hand."
    }');
call engine.describe('publish.review_row',
    'One row per pair of records of which a person is asked whether they are one child. No restricted, withdrawn or dead child stands here.',
    '{
        "recipient_code": "Child Health Information Service whose list it is (ODS).",
        "record_key": "The record asked about.",
        "other_record_key": "Record by which the other child is known: of PDS, or of a CHIS register.",
        "record_source": "Its source and the source''s own key.",
        "record_family_name": "Family name, as the record has it.",
        "record_given_name": "Given name, as the record has it.",
        "record_birth_date": "Date of birth, as the record has it.",
        "record_nhs_number": "NHS number, or what was sent for one.",
        "record_address": "Address in one line, as the record has it.",
        "record_postcode": "Postcode, as the record has it.",
        "other_source": "By whom the other child is known: PDS, or a register.",
        "other_family_name": "Family name of the other child.",
        "other_given_name": "Given name of the other child.",
        "other_birth_date": "Date of birth of the other child.",
        "other_nhs_number": "NHS number of the other child.",
        "other_address": "Address of the other child in one line.",
        "other_postcode": "Postcode of the other child.",
        "reason": "Why a person is asked: the reason of identity.decision, or SECOND_PERSON.",
        "said": "What people have said so far: who, what, why, after which night.",
        "comparison": "How far each field agrees and what that weighs, a line each; null where the two were not compared.",
        "found_by": "Rule that brought the two together, in words.",
        "match_weight": "Log2 of the odds that they are one child.",
        "model_version": "Version of weights and thresholds."
    }');
call engine.describe('publish.review_key',
    'One row per row of a review list that was sent: by its key a returned row finds its pair again.',
    '{
        "row_key": "Key in the hidden column, made with the installation''s secret.",
        "record_key": "The record asked about.",
        "other_record_key": "Record by which the other child is known.",
        "business_date": "Night of the list.",
        "list_version": "Version of the list.",
        "recipient_code": "Who got it (ODS).",
        "facts_digest": "Fingerprint of the row''s facts as sent: tells whether a returned row''s were changed by hand."
    }');
call engine.describe('identity.undecided',
    'One row per person who was asked about a pair of records and could not tell. It decides nothing.',
    '{
        "record_key": "Record that was asked about.",
        "other_record_key": "Record by which the other child is known.",
        "said_by": "Who could not tell.",
        "reason": "Why, where it was said.",
        "origin": "The returned file and its row.",
        "after_night": "Last night before it was read."
    }');
call engine.describe('publish.area_measure',
    'One row per measure, period, area and breakdown value of a commissioner''s report, before disclosure control.',
    '{
        "recipient_code": "Commissioner whose report it is.",
        "area_type": "PRACTICE, PCN, SICBL, ICB, LA, REGION or ENGLAND.",
        "area_code": "Code of the area.",
        "period_type": "QUARTER or YEAR, of the financial year.",
        "period_start": "First day of the period.",
        "period_end": "Last day of the period.",
        "measure_id": "Measure.",
        "measure_version": "Version of its definition.",
        "attribution": "View of the population: REG registered, RES resident, RESP responsible.",
        "breakdown": "Code list of the breakdown; empty on total rows.",
        "breakdown_value": "Value of the breakdown; empty on total rows.",
        "denominator": "Children who should be counted.",
        "numerator": "Those of them who count as covered or cared for."
    }');

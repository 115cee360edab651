-- What the views made from sql/**/*.sql (kind: view) are, for the data dictionary; run whenever they are made.
call engine.describe('pathway.item_state',
    'The state of every item for every child who has it, at the night that is read (pathway 6). Kept nowhere: it follows from the calendar and the facts.',
    '{
        "child_key": "The child.",
        "item_code": "The item.",
        "rule_id": "Rule that holds for the child.",
        "rule_version": "Version of it.",
        "state": "BLOCKED, DUE, OVERDUE_AMBER, OVERDUE_RED, DEFERRED, COMPLETED, DECLINED, CLOSED, AGED_OUT or SCHEDULE_NOT_HELD.",
        "age_due_date": "Day on which it falls due by age alone.",
        "born_due_date": "The same where the birth date alone decides; null where the child''s eligibility does.",
        "last_day": "After this day nothing is owed to any child of the birth date.",
        "due_date": "From this day it is owed, the interval since the last dose allowed for.",
        "target_date": "Last day of the window it should fall in.",
        "amber_date": "From this day it is overdue.",
        "red_date": "From this day it is long overdue.",
        "latest_date": "Last day on which it can still be done.",
        "responsible_role": "Role that owes it by the rule.",
        "service_code": "Commissioned service that fills the role; null for none.",
        "deferred_until": "Put off until this day.",
        "offered_date": "First day of an offer.",
        "last_offered_date": "Latest day of an offer.",
        "offers": "How many offers.",
        "completed_date": "Day on which it was done.",
        "outcome": "What became of it, a status of definition.pathway_status; null while nothing has.",
        "outcome_code": "Outcome as its source wrote it.",
        "record_key": "The record that decides.",
        "counted_doses": "Doses of its course that count so far.",
        "waits_until": "Until this day the interval since the last dose runs."
    }');
call engine.describe('pathway.owed_item',
    'What is owed, with the words and facts that the cases about it share, and from when a list may act on it (rulings 6).',
    '{
        "child_key": "The child.",
        "item_code": "The item.",
        "item_type": "Type of the item.",
        "title": "Plain name of the item.",
        "state": "State of the item (pathway.open_item).",
        "due_date": "From this day it is owed.",
        "target_date": "Last day of the window it should fall in.",
        "amber_date": "From this day it is overdue.",
        "latest_date": "Last day on which it can still be done.",
        "act_from_date": "The due day, or for a child who moved or registered since birth the days of grace after that, whichever is later.",
        "last_offered_date": "Latest day of an offer.",
        "offers": "How many offers.",
        "outcome_code": "Outcome of the event that decides.",
        "owner_organisation": "Organisation that owes it.",
        "facts": "Facts for the sentence of a case: item, state, due day, owner."
    }');
call engine.describe('pathway.mover_origin',
    'For each child who moved in under one year of age: whether from outside England, which nothing to the contrary leaves so (rulings 6).',
    '{
        "child_key": "The child.",
        "from_outside": "No English birth notification, address or other practice is known, or the registration says from abroad."
    }');
call engine.describe('exception.unbegun_child',
    'Children under one year of age without any dose of a primary vaccine whose first item is overdue: FS-503 speaks of them, and FS-504 then does not.',
    '{
        "child_key": "The child.",
        "item_code": "First item of the primary course.",
        "amber_date": "From this day it is overdue.",
        "owner_organisation": "Organisation that owes it.",
        "facts": "Facts of the owed item."
    }');
call engine.describe('exception.primary_vaccine',
    'The primary vaccines: those that fill the courses of the items that FS-503 names.',
    '{"programme": "The vaccine."}');
call engine.describe('pathway.keeper',
    'Which health visiting provider and which child health organisation a child''s items are with on this night (pathway 7).',
    '{
        "child_key": "The child.",
        "hv_provider": "The provider expected, or while another one holds the child, that one; null where none is known.",
        "chis": "The organisation expected, or while another one holds the child, that one; of a restricted child the holder."
    }');
call engine.describe('pathway.birth_in_scope',
    'Birth dates whose days are worked out tonight.',
    '{"birth_date": "Birth date that no night has worked out, or, under other definitions, any."}');
call engine.describe('pathway.evidence',
    'How good the evidence of each event is: whose word it is, by the feed that tells of it (definition.evidence_rule).',
    '{
        "record_key": "The record that tells of the event.",
        "element": "Which part of the record.",
        "child_key": "The child; null where it is not known.",
        "feed": "Feed that tells of it.",
        "grade": "FIRST_HAND, NATIONAL_RECORD, TRANSCRIBED or TOLD_BY_PARENT (definition.evidence_grade)."
    }');
call engine.describe('pathway.offer',
    'The offers of each item, numbered in the order of their days; told by two sources an offer is one (pathway 5.6).',
    '{
        "child_key": "The child.",
        "item_code": "What was offered.",
        "offer_no": "1 for the first offer.",
        "offered_date": "Day of the offer.",
        "channel": "How what was offered is to be held (definition.consultation_mechanism); by what way the invitation itself went no feed tells.",
        "sender_organisation": "Who made the offer; null where the source names nobody.",
        "record_key": "The record that tells of it."
    }');
call engine.describe('measure.screening_period',
    'The periods for which screening measures are counted anew tonight.',
    '{
        "screen": "BLOOD_SPOT, HEARING or EXAMINATION.",
        "anchor": "What counts a baby: BORN_IN_PERIOD or MOVED_IN_IN_PERIOD.",
        "measure_id": "Measure.",
        "measure_version": "Version of its definition.",
        "period_type": "QUARTER or YEAR, of the financial year.",
        "period_start": "First day of the period.",
        "period_end": "Last day of the period.",
        "born_from": "First birth date that can count.",
        "before_age_amount": "Age before which a move counts; null for births.",
        "before_age_unit": "Unit of it.",
        "condition": "Condition of the blood spot; null for other screens.",
        "default_model": "Model of providers that are not named; * for any.",
        "death_rule": "Which deaths take a baby out.",
        "death_age_amount": "Age of BEFORE_AGE; null for others.",
        "death_age_unit": "Unit of it."
    }');
call engine.describe('publish.organisation_name',
    'What each organisation is called.',
    '{
        "code": "ODS code.",
        "name": "Its name; the code where no reference set has one."
    }');
call engine.describe('publish.listed_child',
    'The children whom lists for practices, health visitors and other owners may name: not restricted, alive, number valid, and no signal waiting.',
    '{
        "child_key": "The child.",
        "nhs_number": "NHS number.",
        "person_birth_date": "Date of birth.",
        "person_family_name": "Family name.",
        "person_given_name": "Given name.",
        "address": "Last known address in one line.",
        "postcode": "Last known postcode.",
        "address_start_date": "Lives there since.",
        "registered_practice": "GP practice on PDS (ODS).",
        "practice_start_date": "Registered there since.",
        "expected_hv": "Health visiting provider of the residence (ODS).",
        "hv_until_date": "Birthday on which health visiting ends.",
        "bucket": "Where the child is counted.",
        "first_known_date": "Night on which the child was first known."
    }');
call engine.describe('publish.unlisted_child',
    'The children whom no list may name: restricted, dead or said to be, number invalidated, or a signal waiting.',
    '{
        "child_key": "The child.",
        "nhs_number": "NHS number."
    }');
call engine.describe('publish.gp_listed',
    'Who is on the lists that practices sent for tonight, and may be named.',
    '{
        "record_key": "The record.",
        "child_key": "The child; null where it is linked to nobody.",
        "feed": "Layout of the list.",
        "general_medical_practice_code": "The practice (ODS).",
        "nhs_number": "NHS number.",
        "nhs_number_as_sent": "Number as the list has it.",
        "family_name": "Family name.",
        "previous_family_name": "Previous family name.",
        "forenames": "All given names.",
        "title": "Title.",
        "person_birth_date": "Date of birth.",
        "person_stated_gender_code": "Sex as the register has it.",
        "sex": "Sex in the code of the national list reconciliation.",
        "address_line_1": "Address.",
        "address_line_2": "Address.",
        "address_line_3": "Address.",
        "address_line_4": "Address.",
        "address_line_5": "Address.",
        "postcode": "Postcode."
    }');
call engine.describe('publish.owned_case',
    'The open cases that go to the organisation that owns them, and on which list.',
    '{
        "output_id": "The list.",
        "recipient_code": "The owner (ODS).",
        "exception_id": "The case.",
        "case_number": "Its running number.",
        "baseline": "Raised at a first load.",
        "severity": "1 to 4.",
        "type_code": "Type of exception.",
        "raised_date": "Night it was raised.",
        "action_by_date": "Day to act by.",
        "facts": "Facts of the case.",
        "item_code": "Pathway item that it is about; null for none.",
        "since_date": "Since when: the fact, the day it fell due, or the night it was raised.",
        "missing": "What is due or missing, in plain words.",
        "reason_sentence": "Sentence of its type, with braces.",
        "child_key": "The child.",
        "nhs_number": "NHS number.",
        "person_birth_date": "Date of birth.",
        "person_family_name": "Family name.",
        "person_given_name": "Given name.",
        "address": "Last known address.",
        "postcode": "Last known postcode.",
        "registered_practice": "GP practice on PDS (ODS).",
        "practice_start_date": "Registered there since.",
        "expected_hv": "Health visiting provider of the residence (ODS)."
    }');
call engine.describe('cohort.commission_in_force',
    'Who is commissioned for which service in which area on this night.',
    '{
        "service_code": "Service.",
        "area_type": "LA, SICBL or ICB.",
        "area_code": "The area.",
        "organisation_code": "Who provides it there (ODS).",
        "place": "1 for the most specific kind of area, which wins."
    }');
call engine.describe('cohort.stopped_child',
    'Children of whom a signal tells that no list may name them until newer data of PDS settles it.',
    '{"child_key": "The child."}');
call engine.describe('cohort.served_chis',
    'The child health organisations that this installation serves.',
    '{"organisation_code": "The organisation (ODS)."}');
call engine.describe('cohort.practice_place',
    'Where each GP practice lies.',
    '{
        "organisation_code": "The practice (ODS).",
        "in_england": "Whether it is in a sub-ICB of England.",
        "sub_icb_code": "Its sub-ICB (ODS).",
        "icb_code": "Its integrated care board (ODS).",
        "local_authority_code": "Authority of its own postcode."
    }');
call engine.describe('cohort.postcode_place',
    'Where each postcode lies, sub-ICB and board by their ODS codes.',
    '{
        "postcode": "The postcode.",
        "country_code": "Country (GSS).",
        "lsoa_code": "Lower super output area, of 2021 or else of 2011.",
        "local_authority_code": "Local authority.",
        "sub_icb_code": "Sub-ICB; as the directory has it where no look-up knows it.",
        "icb_code": "Integrated care board; as the directory has it where no look-up knows it."
    }');

-- Code lists of config/codes. The columns are described in config/schema/code_lists.yaml; a test compares the two.

create table definition.removal_reason (
    code text not null,
    meaning text not null,
    removal_group text not null,
    left_england boolean not null,
    practice_dissolved boolean not null,
    on_pds boolean not null,
    overridable boolean not null,
    source text not null,
    confidence text not null,
    primary key (code)
);

comment on table definition.removal_reason is 'Reasons for removal from a GP list and how the failsafe treats each; an unknown code is treated as setting unknown_removal_reason says.';
comment on column definition.removal_reason.code is 'Reason for removal as registration feeds and PDS write it.';
comment on column definition.removal_reason.meaning is 'In plain words.';
comment on column definition.removal_reason.removal_group is 'How the failsafe treats it.';
comment on column definition.removal_reason.left_england is 'Whether it says that the child left England.';
comment on column definition.removal_reason.practice_dissolved is 'Whether the practice was dissolved, so that a new one is about to be allocated.';
comment on column definition.removal_reason.on_pds is 'Whether it is one of the exit codes that PDS itself shows.';
comment on column definition.removal_reason.overridable is 'Whether national services may override it.';
comment on column definition.removal_reason.source is 'Where it is written.';
comment on column definition.removal_reason.confidence is 'Mark of the fact.';

create table definition.pseudo_practice (
    code text not null,
    match text not null,
    meaning text not null,
    source text not null,
    confidence text not null,
    primary key (code)
);

comment on table definition.pseudo_practice is 'Practice codes that mean no practice.';
comment on column definition.pseudo_practice.code is 'Practice code, or how such codes begin.';
comment on column definition.pseudo_practice.match is 'Whether the whole code or its beginning is meant.';
comment on column definition.pseudo_practice.meaning is 'What it stands for.';
comment on column definition.pseudo_practice.source is 'Where it is written.';
comment on column definition.pseudo_practice.confidence is 'Mark of the fact.';

create table definition.pseudo_postcode (
    postcode text not null,
    match text not null,
    meaning text not null,
    source text not null,
    confidence text not null,
    primary key (postcode)
);

comment on table definition.pseudo_postcode is 'Postcodes that mean no place.';
comment on column definition.pseudo_postcode.postcode is 'Postcode without spaces, or how such postcodes begin.';
comment on column definition.pseudo_postcode.match is 'Whether the whole postcode or its beginning is meant; an exact row goes first.';
comment on column definition.pseudo_postcode.meaning is 'What it stands for.';
comment on column definition.pseudo_postcode.source is 'Where it is written.';
comment on column definition.pseudo_postcode.confidence is 'Mark of the fact.';

create table definition.chis_record_status (
    code text not null,
    meaning text not null,
    held boolean not null,
    secondary boolean not null,
    ended_because text,
    source text not null,
    confidence text not null,
    primary key (code)
);

comment on table definition.chis_record_status is 'Record status of CHISREG.';
comment on column definition.chis_record_status.code is 'RECORD_STATUS of CHISREG.';
comment on column definition.chis_record_status.meaning is 'In plain words.';
comment on column definition.chis_record_status.held is 'Whether the CHIS holds the child.';
comment on column definition.chis_record_status.secondary is 'Whether it is the record of the CHIS of residence beside the primary one.';
comment on column definition.chis_record_status.ended_because is 'Why it is not held; empty while it is.';
comment on column definition.chis_record_status.source is 'Where it is written.';
comment on column definition.chis_record_status.confidence is 'Mark of the fact.';

create table definition.hv_episode_status (
    code text not null,
    meaning text not null,
    held boolean not null,
    counts_as_history boolean not null,
    source text not null,
    confidence text not null,
    primary key (code)
);

comment on table definition.hv_episode_status is 'Episode status of HVCASE.';
comment on column definition.hv_episode_status.code is 'EPISODE_STATUS of HVCASE.';
comment on column definition.hv_episode_status.meaning is 'In plain words.';
comment on column definition.hv_episode_status.held is 'Whether the child is on the caseload.';
comment on column definition.hv_episode_status.counts_as_history is 'Whether the episode took place at all.';
comment on column definition.hv_episode_status.source is 'Where it is written.';
comment on column definition.hv_episode_status.confidence is 'Mark of the fact.';

create table definition.hv_end_reason (
    code text not null,
    meaning text not null,
    to_school_nursing boolean not null,
    source text not null,
    confidence text not null,
    primary key (code)
);

comment on table definition.hv_end_reason is 'Why a health visiting episode ended.';
comment on column definition.hv_end_reason.code is 'CASELOAD_END_REASON of HVCASE.';
comment on column definition.hv_end_reason.meaning is 'In plain words.';
comment on column definition.hv_end_reason.to_school_nursing is 'Whether school nursing took over.';
comment on column definition.hv_end_reason.source is 'Where it is written.';
comment on column definition.hv_end_reason.confidence is 'Mark of the fact.';

create table definition.number_status (
    code text not null,
    meaning text not null,
    verified boolean not null,
    source text not null,
    confidence text not null,
    primary key (code)
);

comment on table definition.number_status is 'NHS number status indicator codes.';
comment on column definition.number_status.code is 'NHS NUMBER STATUS INDICATOR CODE.';
comment on column definition.number_status.meaning is 'In plain words.';
comment on column definition.number_status.verified is 'Whether it claims a verified number; a claim all the same.';
comment on column definition.number_status.source is 'Where it is written.';
comment on column definition.number_status.confidence is 'Mark of the fact.';

create table definition.newborn_name (
    folded_prefix text not null,
    source text not null,
    confidence text not null,
    primary key (folded_prefix)
);

comment on table definition.newborn_name is 'How stand-in given names of newborns begin.';
comment on column definition.newborn_name.folded_prefix is 'How a stand-in given name of a newborn begins, letters only, lower case.';
comment on column definition.newborn_name.source is 'Where it is written.';
comment on column definition.newborn_name.confidence is 'Mark of the fact.';

create table definition.gp_registration_type (
    code text not null,
    meaning text not null,
    is_registration boolean not null,
    from_abroad boolean not null,
    source text not null,
    confidence text not null,
    primary key (code)
);

comment on table definition.gp_registration_type is 'Registration types of GPREG.';
comment on column definition.gp_registration_type.code is 'GP_REGISTRATION_TYPE of GPREG.';
comment on column definition.gp_registration_type.meaning is 'In plain words.';
comment on column definition.gp_registration_type.is_registration is 'Whether it is a registration (a temporary one is not).';
comment on column definition.gp_registration_type.from_abroad is 'Whether it says that the child came from outside England.';
comment on column definition.gp_registration_type.source is 'Where it is written.';
comment on column definition.gp_registration_type.confidence is 'Mark of the fact.';

create table definition.confidentiality (
    code text not null,
    meaning text not null,
    restricted boolean not null,
    source text not null,
    confidence text not null,
    primary key (code)
);

comment on table definition.confidentiality is 'Confidentiality codes of PDS.';
comment on column definition.confidentiality.code is 'Confidentiality code of PDS.';
comment on column definition.confidentiality.meaning is 'In plain words.';
comment on column definition.confidentiality.restricted is 'Whether the child is restricted.';
comment on column definition.confidentiality.source is 'Where it is written.';
comment on column definition.confidentiality.confidence is 'Mark of the fact.';

create table definition.death_status (
    code text not null,
    meaning text not null,
    source text not null,
    confidence text not null,
    primary key (code)
);

comment on table definition.death_status is 'Death notification status of PDS.';
comment on column definition.death_status.code is 'Death notification status of PDS.';
comment on column definition.death_status.meaning is 'What it stands for.';
comment on column definition.death_status.source is 'Where it is written.';
comment on column definition.death_status.confidence is 'Mark of the fact.';

create table definition.stillborn_indicator (
    code text not null,
    meaning text not null,
    stillborn boolean not null,
    source text not null,
    confidence text not null,
    primary key (code)
);

comment on table definition.stillborn_indicator is 'Stillborn indicator of the birth notification.';
comment on column definition.stillborn_indicator.code is 'Stillborn indicator of the birth notification.';
comment on column definition.stillborn_indicator.meaning is 'In plain words.';
comment on column definition.stillborn_indicator.stillborn is 'Whether the baby was stillborn.';
comment on column definition.stillborn_indicator.source is 'Where it is written.';
comment on column definition.stillborn_indicator.confidence is 'Mark of the fact.';

create table definition.antigen (
    code text not null,
    meaning text not null,
    disease_code text,
    source text not null,
    confidence text not null,
    primary key (code)
);

comment on table definition.antigen is 'Antigens.';
comment on column definition.antigen.code is 'Short name used in definitions.';
comment on column definition.antigen.meaning is 'Disease or antigen in plain words.';
comment on column definition.antigen.disease_code is 'SNOMED code of the disease in national vaccination messages; empty where it has none of its own.';
comment on column definition.antigen.source is 'Where it is written.';
comment on column definition.antigen.confidence is 'Mark of the fact.';

create table definition.programme (
    code text not null,
    meaning text not null,
    file_type text,
    source text not null,
    confidence text not null,
    primary key (code)
);

comment on table definition.programme is 'Kinds of vaccine that are counted together.';
comment on column definition.programme.code is 'Kind of vaccine, counted as one programme.';
comment on column definition.programme.meaning is 'In plain words.';
comment on column definition.programme.file_type is 'TYPE in the name of a version 5 file; empty where there is none.';
comment on column definition.programme.source is 'Where it is written.';
comment on column definition.programme.confidence is 'Mark of the fact.';

create table definition.programme_antigen (
    programme text not null,
    antigen text not null,
    primary key (programme, antigen)
);

comment on table definition.programme_antigen is 'Which antigens each kind of vaccine contains.';
comment on column definition.programme_antigen.programme is 'Kind of vaccine.';
comment on column definition.programme_antigen.antigen is 'Antigen it contains.';

create table definition.vaccine_procedure (
    code text not null,
    programme text not null,
    meaning text not null,
    source text not null,
    owner text not null,
    confidence text not null,
    primary key (code)
);

comment on table definition.vaccine_procedure is 'Vaccination procedure codes; they decide the programme before the product does.';
comment on column definition.vaccine_procedure.code is 'SNOMED procedure code.';
comment on column definition.vaccine_procedure.programme is 'Kind of vaccine given.';
comment on column definition.vaccine_procedure.meaning is 'In plain words.';
comment on column definition.vaccine_procedure.source is 'Where it is written.';
comment on column definition.vaccine_procedure.owner is 'Who keeps the code.';
comment on column definition.vaccine_procedure.confidence is 'Mark of the fact.';

create table definition.vaccine_product (
    code text not null,
    programme text not null,
    meaning text not null,
    source text not null,
    owner text not null,
    confidence text not null,
    primary key (code)
);

comment on table definition.vaccine_product is 'Vaccine products.';
comment on column definition.vaccine_product.code is 'dm+d product code.';
comment on column definition.vaccine_product.programme is 'Kind of vaccine.';
comment on column definition.vaccine_product.meaning is 'Product in plain words.';
comment on column definition.vaccine_product.source is 'Where it is written.';
comment on column definition.vaccine_product.owner is 'Who keeps the code.';
comment on column definition.vaccine_product.confidence is 'Mark of the fact.';

create table definition.response_reason (
    code text not null,
    meaning text not null,
    suspend_amount integer,
    suspend_unit text,
    from_appointment boolean not null,
    limit_days integer,
    note_required boolean not null,
    stops_messages boolean not null,
    source text not null,
    confidence text not null,
    primary key (code)
);

comment on table definition.response_reason is 'What staff may answer on a worklist, and how long the case then sleeps.';
comment on column definition.response_reason.code is 'EMS-FailsafeResponseReason-1 code.';
comment on column definition.response_reason.meaning is 'Plain words of the drop-down What happened.';
comment on column definition.response_reason.suspend_amount is 'Default time to look again; empty: it does not sleep, it escalates.';
comment on column definition.response_reason.suspend_unit is 'Unit of it.';
comment on column definition.response_reason.from_appointment is 'Whether the time runs from the appointment instead of today.';
comment on column definition.response_reason.limit_days is 'Most days ahead that staff may ask for; empty: the default time.';
comment on column definition.response_reason.note_required is 'Whether a note must be given.';
comment on column definition.response_reason.stops_messages is 'Whether it stops letters and prompts the lead the same night.';
comment on column definition.response_reason.source is 'Where it is written.';
comment on column definition.response_reason.confidence is 'Mark of the fact.';

create table definition.review_answer (
    code text not null,
    meaning text not null,
    verdict text,
    note_required boolean not null,
    source text not null,
    confidence text not null,
    primary key (code)
);

comment on table definition.review_answer is 'What staff may answer on a review list to whether two records are of one child.';
comment on column definition.review_answer.code is 'The answer.';
comment on column definition.review_answer.meaning is 'Plain words of the drop-down Same child?';
comment on column definition.review_answer.verdict is 'What it says of the two records; empty: it decides nothing.';
comment on column definition.review_answer.note_required is 'Whether a reason must be given.';
comment on column definition.review_answer.source is 'Where it is written.';
comment on column definition.review_answer.confidence is 'Mark of the fact.';

create table definition.gp_reply (
    code text not null,
    meaning text not null,
    date_required boolean not null,
    source text not null,
    confidence text not null,
    primary key (code)
);

comment on table definition.gp_reply is 'What may be replied on the list of a practice.';
comment on column definition.gp_reply.code is 'The reply.';
comment on column definition.gp_reply.meaning is 'Plain words of the drop-down Reply on the list of a practice.';
comment on column definition.gp_reply.date_required is 'Whether Reply date must say on which day.';
comment on column definition.gp_reply.source is 'Where it is written.';
comment on column definition.gp_reply.confidence is 'Mark of the fact.';

create table definition.hv_reply (
    code text not null,
    meaning text not null,
    date_required boolean not null,
    source text not null,
    confidence text not null,
    primary key (code)
);

comment on table definition.hv_reply is 'What may be replied on the list of a health visiting provider.';
comment on column definition.hv_reply.code is 'The reply.';
comment on column definition.hv_reply.meaning is 'Plain words of the drop-down Reply on the list of a health visiting provider.';
comment on column definition.hv_reply.date_required is 'Whether Reply date must say on which day.';
comment on column definition.hv_reply.source is 'Where it is written.';
comment on column definition.hv_reply.confidence is 'Mark of the fact.';

create table definition.owner_reply (
    code text not null,
    meaning text not null,
    date_required boolean not null,
    source text not null,
    confidence text not null,
    primary key (code)
);

comment on table definition.owner_reply is 'What may be replied on the list of another owner.';
comment on column definition.owner_reply.code is 'The reply.';
comment on column definition.owner_reply.meaning is 'Plain words of the drop-down Reply on the list of another owner.';
comment on column definition.owner_reply.date_required is 'Whether Reply date must say on which day.';
comment on column definition.owner_reply.source is 'Where it is written.';
comment on column definition.owner_reply.confidence is 'Mark of the fact.';

create table definition.list_request (
    list text not null,
    type_code text not null,
    situation text not null,
    meaning text not null,
    source text not null,
    confidence text not null,
    primary key (list, type_code, situation)
);

comment on table definition.list_request is 'What a list asks its reader to do, for each type of case.';
comment on column definition.list_request.list is 'The list, an output.';
comment on column definition.list_request.type_code is 'Type of the case; CONTACT a contact due without a case, ARRIVAL a child who moved in, ANY whatever no other row names.';
comment on column definition.list_request.situation is 'MOVED_IN: it fell due before the child was registered there; LEFT: the child is no longer with the reader; ANY: otherwise.';
comment on column definition.list_request.meaning is 'What we ask; names in braces are facts of the case.';
comment on column definition.list_request.source is 'Where it is written.';
comment on column definition.list_request.confidence is 'Mark of the fact.';

create table definition.closure_reason (
    code text not null,
    manual boolean not null,
    meaning text not null,
    review_months integer,
    default_manual boolean not null,
    note_required boolean not null,
    source text not null,
    confidence text not null,
    primary key (code)
);

comment on table definition.closure_reason is 'Why a case closed.';
comment on column definition.closure_reason.code is 'Closure reason.';
comment on column definition.closure_reason.manual is 'Whether staff give it; otherwise only the night does.';
comment on column definition.closure_reason.meaning is 'Plain words of the drop-down Close because.';
comment on column definition.closure_reason.review_months is 'Months until a case closed so is judged again; empty: never.';
comment on column definition.closure_reason.default_manual is 'Whether it is allowed for a type that lists no manual reasons.';
comment on column definition.closure_reason.note_required is 'Whether a note must be given.';
comment on column definition.closure_reason.source is 'Where it is written.';
comment on column definition.closure_reason.confidence is 'Mark of the fact.';

create table definition.general_closure (
    evidence text not null,
    reason text not null,
    source text not null,
    confidence text not null,
    primary key (evidence)
);

comment on table definition.general_closure is 'Evidence that closes every type about a child.';
comment on column definition.general_closure.evidence is 'SELECT in sql/50_exception/evidence that closes every type about a child.';
comment on column definition.general_closure.reason is 'Closure reason it gives.';
comment on column definition.general_closure.source is 'Where it is written.';
comment on column definition.general_closure.confidence is 'Mark of the fact.';

create table definition.year_group (
    said text not null,
    year_group integer not null,
    source text not null,
    confidence text not null,
    primary key (said)
);

comment on table definition.year_group is 'Year groups as schools write them.';
comment on column definition.year_group.said is 'As written, in lower case.';
comment on column definition.year_group.year_group is 'The year group, Reception 0.';
comment on column definition.year_group.source is 'Where it is written.';
comment on column definition.year_group.confidence is 'Mark of the fact.';

create table definition.owner_role (
    code text not null,
    meaning text not null,
    service_code text,
    national_service text,
    list text,
    primary key (code)
);

comment on table definition.owner_role is 'Roles that own cases.';
comment on column definition.owner_role.code is 'Role that owns cases.';
comment on column definition.owner_role.meaning is 'In plain words.';
comment on column definition.owner_role.service_code is 'Commissioned service that fills the role; null for none.';
comment on column definition.owner_role.national_service is 'EMS-FailsafeAlertServiceToAction-1; empty where there is none.';
comment on column definition.owner_role.list is 'Output that carries its cases to it; BY_ORGANISATION: the output of what the organisation is; empty: the worklist of the child health information service alone.';

create table definition.severity (
    code integer not null,
    meaning text not null,
    priority text not null,
    first_review integer not null,
    to_manager integer not null,
    to_lead integer not null,
    source text not null,
    confidence text not null,
    primary key (code)
);

comment on table definition.severity is 'Severities and their clock.';
comment on column definition.severity.code is '1 to 4, 1 the gravest.';
comment on column definition.severity.meaning is 'What it stands for.';
comment on column definition.severity.priority is 'Words of the worklist column Priority; they sort as text.';
comment on column definition.severity.first_review is 'Working days to the first review.';
comment on column definition.severity.to_manager is 'Working days after which the manager is told.';
comment on column definition.severity.to_lead is 'Working days after which the service lead is told.';
comment on column definition.severity.source is 'Where it is written.';
comment on column definition.severity.confidence is 'Mark of the fact.';

create table definition.audience (
    code text not null,
    meaning text not null,
    primary key (code)
);

comment on table definition.audience is 'Readers of outputs.';
comment on column definition.audience.code is 'Who may read an output.';
comment on column definition.audience.meaning is 'In plain words.';

create table definition.age_band (
    code text not null,
    position integer not null,
    from_amount integer not null,
    from_unit text not null,
    before_amount integer not null,
    before_unit text not null,
    meaning text not null,
    source text not null,
    confidence text not null,
    primary key (code)
);

comment on table definition.age_band is 'Age bands of the care measures.';
comment on column definition.age_band.code is 'Value of the breakdown.';
comment on column definition.age_band.position is 'Order.';
comment on column definition.age_band.from_amount is 'First age of the band.';
comment on column definition.age_band.from_unit is 'Unit of it.';
comment on column definition.age_band.before_amount is 'The band ends before this age is reached.';
comment on column definition.age_band.before_unit is 'Unit of it.';
comment on column definition.age_band.meaning is 'In plain words.';
comment on column definition.age_band.source is 'Where it is written.';
comment on column definition.age_band.confidence is 'Mark of the fact.';

create table definition.blood_spot_condition (
    code text not null,
    position integer not null,
    meaning text not null,
    procedure_code text not null,
    reliable_until_days integer,
    source text not null,
    confidence text not null,
    primary key (code)
);

comment on table definition.blood_spot_condition is 'Conditions of the newborn blood spot screen that feeds report on.';
comment on column definition.blood_spot_condition.code is 'Short name; element of the event.';
comment on column definition.blood_spot_condition.position is 'Order in layouts and on screens.';
comment on column definition.blood_spot_condition.meaning is 'In plain words.';
comment on column definition.blood_spot_condition.procedure_code is 'SNOMED code of the screening test in messages.';
comment on column definition.blood_spot_condition.reliable_until_days is 'Last day of age on which a sample is reliable for it; null for no limit of its own.';
comment on column definition.blood_spot_condition.source is 'Where it is written.';
comment on column definition.blood_spot_condition.confidence is 'Mark of the fact.';

create table definition.blood_spot_status (
    code text not null,
    parent text,
    meaning text not null,
    effect text not null,
    repeat_from_age_days integer,
    suspected boolean not null,
    source text not null,
    confidence text not null,
    primary key (code)
);

comment on table definition.blood_spot_status is 'Status codes of blood spot laboratories and what each does to the item.';
comment on column definition.blood_spot_status.code is 'Status of two digits, or sub code of four.';
comment on column definition.blood_spot_status.parent is 'Status that a sub code belongs to; empty for a status of two digits.';
comment on column definition.blood_spot_status.meaning is 'In plain words.';
comment on column definition.blood_spot_status.effect is 'What it does to the item of the condition.';
comment on column definition.blood_spot_status.repeat_from_age_days is 'Age in days before which the next sample is not awaited; null where it is awaited at once.';
comment on column definition.blood_spot_status.suspected is 'Whether the condition is suspected.';
comment on column definition.blood_spot_status.source is 'Where it is written.';
comment on column definition.blood_spot_status.confidence is 'Mark of the fact.';

create table definition.blood_spot_effect (
    code text not null,
    meaning text not null,
    settles boolean not null,
    sampled boolean not null,
    source text not null,
    confidence text not null,
    primary key (code)
);

comment on table definition.blood_spot_effect is 'What the effects of blood spot statuses mean for the failsafe rules.';
comment on column definition.blood_spot_effect.code is 'Effect of a status (blood_spot_status), or NONE.';
comment on column definition.blood_spot_effect.meaning is 'In plain words.';
comment on column definition.blood_spot_effect.settles is 'Whether the condition is settled for failsafe: a result, a refusal or an ending by age.';
comment on column definition.blood_spot_effect.sampled is 'Whether it tells that a sample came to the laboratory.';
comment on column definition.blood_spot_effect.source is 'Where it is written.';
comment on column definition.blood_spot_effect.confidence is 'Mark of the fact.';

create table definition.blood_spot_outcome (
    condition text not null,
    status text not null,
    concept_code text,
    source text not null,
    confidence text not null,
    primary key (condition, status)
);

comment on table definition.blood_spot_outcome is 'Which statuses each condition can have, with the concept that messages carry instead; a status that is not here is kept as RESULT_UNMAPPED.';
comment on column definition.blood_spot_outcome.condition is 'Condition.';
comment on column definition.blood_spot_outcome.status is 'Status of it.';
comment on column definition.blood_spot_outcome.concept_code is 'SNOMED concept of that status for that condition; empty where none is published.';
comment on column definition.blood_spot_outcome.source is 'Where it is written.';
comment on column definition.blood_spot_outcome.confidence is 'Mark of the fact.';

create table definition.nipe_component (
    code text not null,
    position integer not null,
    meaning text not null,
    procedure_code text not null,
    boys_only boolean not null,
    source text not null,
    confidence text not null,
    primary key (code)
);

comment on table definition.nipe_component is 'Parts of the newborn and infant physical examination.';
comment on column definition.nipe_component.code is 'Short name; element of the event.';
comment on column definition.nipe_component.position is 'Order in layouts and on screens.';
comment on column definition.nipe_component.meaning is 'In plain words.';
comment on column definition.nipe_component.procedure_code is 'SNOMED code of the examination in messages.';
comment on column definition.nipe_component.boys_only is 'Whether it is examined in boys only.';
comment on column definition.nipe_component.source is 'Where it is written.';
comment on column definition.nipe_component.confidence is 'Mark of the fact.';

create table definition.nipe_outcome (
    code text not null,
    component text not null,
    meaning text not null,
    result text not null,
    side text,
    risk_factor boolean,
    complete boolean not null,
    source text not null,
    confidence text not null,
    primary key (code)
);

comment on table definition.nipe_outcome is 'Outcomes of each part of the physical examination.';
comment on column definition.nipe_outcome.code is 'SNOMED concept.';
comment on column definition.nipe_outcome.component is 'Part of the examination that it is of.';
comment on column definition.nipe_outcome.meaning is 'In plain words.';
comment on column definition.nipe_outcome.result is 'What it amounts to.';
comment on column definition.nipe_outcome.side is 'Side of a suspicion; empty where none is said.';
comment on column definition.nipe_outcome.risk_factor is 'Whether a risk factor was noted; empty where the concept does not say.';
comment on column definition.nipe_outcome.complete is 'Whether the screen of this part is complete.';
comment on column definition.nipe_outcome.source is 'Where it is written.';
comment on column definition.nipe_outcome.confidence is 'Mark of the fact.';

create table definition.hearing_test (
    code text not null,
    meaning text not null,
    procedure_code text not null,
    source text not null,
    confidence text not null,
    primary key (code)
);

comment on table definition.hearing_test is 'Tests of the newborn hearing screen.';
comment on column definition.hearing_test.code is 'Short name.';
comment on column definition.hearing_test.meaning is 'In plain words.';
comment on column definition.hearing_test.procedure_code is 'SNOMED code of the test in messages.';
comment on column definition.hearing_test.source is 'Where it is written.';
comment on column definition.hearing_test.confidence is 'Mark of the fact.';

create table definition.hearing_outcome (
    code text not null,
    test text not null,
    element text not null,
    meaning text not null,
    result text not null,
    complete boolean not null,
    source text not null,
    confidence text not null,
    primary key (code)
);

comment on table definition.hearing_outcome is 'Outcomes of the newborn hearing screen. Members of the summary set beyond the published one are added here from a SNOMED release.';
comment on column definition.hearing_outcome.code is 'SNOMED concept.';
comment on column definition.hearing_outcome.test is 'Test that it is an outcome of.';
comment on column definition.hearing_outcome.element is 'Element of the event.';
comment on column definition.hearing_outcome.meaning is 'In plain words.';
comment on column definition.hearing_outcome.result is 'What it amounts to.';
comment on column definition.hearing_outcome.complete is 'Whether the whole screen is complete with it.';
comment on column definition.hearing_outcome.source is 'Where it is written.';
comment on column definition.hearing_outcome.confidence is 'Mark of the fact.';

create table definition.bcg_eligibility (
    code text not null,
    meaning text not null,
    eligible boolean not null,
    source text not null,
    confidence text not null,
    primary key (code)
);

comment on table definition.bcg_eligibility is 'How feeds say whether a baby is eligible for BCG.';
comment on column definition.bcg_eligibility.code is 'As sent.';
comment on column definition.bcg_eligibility.meaning is 'In plain words.';
comment on column definition.bcg_eligibility.eligible is 'Whether the baby is eligible.';
comment on column definition.bcg_eligibility.source is 'Where it is written.';
comment on column definition.bcg_eligibility.confidence is 'Mark of the fact.';

create table definition.history_screen (
    code text not null,
    kind text not null,
    meaning text not null,
    source text not null,
    confidence text not null,
    primary key (code)
);

comment on table definition.history_screen is 'Screens in the event history of a child health register (CHISEVT).';
comment on column definition.history_screen.code is 'EVENT_CODE.';
comment on column definition.history_screen.kind is 'EVENT_KIND it stands under.';
comment on column definition.history_screen.meaning is 'In plain words.';
comment on column definition.history_screen.source is 'Where it is written.';
comment on column definition.history_screen.confidence is 'Mark of the fact.';

create table definition.history_outcome (
    code text not null,
    meaning text not null,
    complete boolean not null,
    declined boolean not null,
    source text not null,
    confidence text not null,
    primary key (code)
);

comment on table definition.history_outcome is 'Outcomes of screens in the event history of a child health register (CHISEVT).';
comment on column definition.history_outcome.code is 'OUTCOME_CODE of kinds NHSP and NIPE.';
comment on column definition.history_outcome.meaning is 'In plain words.';
comment on column definition.history_outcome.complete is 'Whether the screen is complete with it.';
comment on column definition.history_outcome.declined is 'Whether the screen was declined.';
comment on column definition.history_outcome.source is 'Where it is written.';
comment on column definition.history_outcome.confidence is 'Mark of the fact.';

create table definition.hv_activity (
    code text not null,
    scheme text not null,
    meaning text not null,
    item_code text,
    source text not null,
    confidence text not null,
    primary key (code)
);

comment on table definition.hv_activity is 'Health visiting activities in HVCONT and in CHISEVT.';
comment on column definition.hv_activity.code is 'COMMUNITY_CARE_ACTIVITY_TYPE.';
comment on column definition.hv_activity.scheme is 'List that the code is of.';
comment on column definition.hv_activity.meaning is 'In plain words.';
comment on column definition.hv_activity.item_code is 'Pathway item that it satisfies; null for none.';
comment on column definition.hv_activity.source is 'Where it is written.';
comment on column definition.hv_activity.confidence is 'Mark of the fact.';

create table definition.attendance_status (
    code text not null,
    meaning text not null,
    delivered boolean not null,
    offer_outcome text not null,
    still_to_come boolean not null,
    source text not null,
    confidence text not null,
    primary key (code)
);

comment on table definition.attendance_status is 'Whether a child was brought to a contact.';
comment on column definition.attendance_status.code is 'ATTENDANCE_STATUS.';
comment on column definition.attendance_status.meaning is 'In plain words.';
comment on column definition.attendance_status.delivered is 'Whether the contact took place.';
comment on column definition.attendance_status.offer_outcome is 'What it says of the offer where OFFER_OUTCOME is empty.';
comment on column definition.attendance_status.still_to_come is 'Whether it lies ahead, so that its date may too.';
comment on column definition.attendance_status.source is 'Where it is written.';
comment on column definition.attendance_status.confidence is 'Mark of the fact.';

create table definition.consultation_mechanism (
    code text not null,
    meaning text not null,
    face_to_face boolean not null,
    source text not null,
    confidence text not null,
    primary key (code)
);

comment on table definition.consultation_mechanism is 'How a contact was held.';
comment on column definition.consultation_mechanism.code is 'CONSULTATION_MECHANISM.';
comment on column definition.consultation_mechanism.meaning is 'In plain words.';
comment on column definition.consultation_mechanism.face_to_face is 'Whether it can satisfy a review.';
comment on column definition.consultation_mechanism.source is 'Where it is written.';
comment on column definition.consultation_mechanism.confidence is 'Mark of the fact.';

create table definition.offer_outcome (
    code text not null,
    meaning text not null,
    status text not null,
    declined boolean not null,
    source text not null,
    confidence text not null,
    primary key (code)
);

comment on table definition.offer_outcome is 'What came of an offer of a contact.';
comment on column definition.offer_outcome.code is 'OFFER_OUTCOME.';
comment on column definition.offer_outcome.meaning is 'In plain words.';
comment on column definition.offer_outcome.status is 'What it means for the item.';
comment on column definition.offer_outcome.declined is 'Whether the family declined.';
comment on column definition.offer_outcome.source is 'Where it is written.';
comment on column definition.offer_outcome.confidence is 'Mark of the fact.';

create table definition.care_setting (
    code text not null,
    meaning text not null,
    health_visiting boolean not null,
    source text not null,
    confidence text not null,
    primary key (code)
);

comment on table definition.care_setting is 'Care settings of professional contacts; one that is not here is not health visiting.';
comment on column definition.care_setting.code is 'Type of a professional contact, as messages send it.';
comment on column definition.care_setting.meaning is 'In plain words.';
comment on column definition.care_setting.health_visiting is 'Whether an episode of it is a caseload of health visiting; all others are ignored.';
comment on column definition.care_setting.source is 'Where it is written.';
comment on column definition.care_setting.confidence is 'Mark of the fact.';

create table definition.nems_episode_status (
    code text not null,
    episode_status text not null,
    meaning text not null,
    source text not null,
    confidence text not null,
    primary key (code)
);

comment on table definition.nems_episode_status is 'States of an episode of care in messages and the caseloads own.';
comment on column definition.nems_episode_status.code is 'Status of an episode of care, as messages send it.';
comment on column definition.nems_episode_status.episode_status is 'Episode status of the caseload.';
comment on column definition.nems_episode_status.meaning is 'In plain words.';
comment on column definition.nems_episode_status.source is 'Where it is written.';
comment on column definition.nems_episode_status.confidence is 'Mark of the fact.';

create table definition.nipe_comment (
    code text not null,
    event_code text not null,
    meaning text not null,
    source text not null,
    confidence text not null,
    primary key (code)
);

comment on table definition.nipe_comment is 'Comment categories that tell the two physical examinations apart.';
comment on column definition.nipe_comment.code is 'Category of the professional comment.';
comment on column definition.nipe_comment.event_code is 'Which of the two physical examinations it comments on.';
comment on column definition.nipe_comment.meaning is 'In plain words.';
comment on column definition.nipe_comment.source is 'Where it is written.';
comment on column definition.nipe_comment.confidence is 'Mark of the fact.';

create table definition.pds_signal (
    event_type text not null,
    status text not null,
    meaning text not null,
    stops_lists boolean not null,
    source text not null,
    confidence text not null,
    primary key (event_type, status)
);

comment on table definition.pds_signal is 'What each content-free signal about a number says, and whether it stops lists.';
comment on column definition.pds_signal.event_type is 'Type of the signal.';
comment on column definition.pds_signal.status is 'Status that it carries; * for none or any other.';
comment on column definition.pds_signal.meaning is 'Why the record is to be fetched anew, in plain words.';
comment on column definition.pds_signal.stops_lists is 'Whether the child stands on no list until newer PDS data settles it.';
comment on column definition.pds_signal.source is 'Where it is written.';
comment on column definition.pds_signal.confidence is 'Mark of the fact.';

create table definition.course (
    course text not null,
    meaning text not null,
    counted_from_amount integer,
    counted_from_unit text,
    counted_before_amount integer,
    counted_before_unit text,
    interval_days integer,
    tolerance_days integer not null,
    source text not null,
    confidence text not null,
    primary key (course)
);

comment on table definition.course is 'Courses of vaccination: which doses are counted together, and how far apart they must be.';
comment on column definition.course.course is 'Name of the course.';
comment on column definition.course.meaning is 'In plain words.';
comment on column definition.course.counted_from_amount is 'A dose before this age is not counted; empty for none.';
comment on column definition.course.counted_from_unit is 'Unit of it.';
comment on column definition.course.counted_before_amount is 'A dose from this age on is not counted; empty for none.';
comment on column definition.course.counted_before_unit is 'Unit of it.';
comment on column definition.course.interval_days is 'Fewest days since the dose before; empty for none.';
comment on column definition.course.tolerance_days is 'A dose at most this many days early is counted, and marked.';
comment on column definition.course.source is 'Where it is written.';
comment on column definition.course.confidence is 'Mark of the fact.';

create table definition.dose_fault (
    code text not null,
    meaning text not null,
    source text not null,
    confidence text not null,
    primary key (code)
);

comment on table definition.dose_fault is 'What can be wrong with a dose that does not count.';
comment on column definition.dose_fault.code is 'What is wrong.';
comment on column definition.dose_fault.meaning is 'In plain words, as the end of a sentence.';
comment on column definition.dose_fault.source is 'Where it is written.';
comment on column definition.dose_fault.confidence is 'Mark of the fact.';

create table definition.course_programme (
    course text not null,
    programme text not null,
    fills boolean not null,
    starts_interval boolean not null,
    primary key (course, programme)
);

comment on table definition.course_programme is 'Vaccines of a course.';
comment on column definition.course_programme.course is 'The course.';
comment on column definition.course_programme.programme is 'Kind of vaccine.';
comment on column definition.course_programme.fills is 'Whether its doses are counted.';
comment on column definition.course_programme.starts_interval is 'Whether the interval to the next dose runs from it.';

create table definition.eligibility (
    code text not null,
    meaning text not null,
    programme text,
    first_dose_before date,
    first_dose_from date,
    pending_condition text,
    source text not null,
    confidence text not null,
    primary key (code)
);

comment on table definition.eligibility is 'What makes a child eligible for items that not every child has.';
comment on column definition.eligibility.code is 'Name that rules use.';
comment on column definition.eligibility.meaning is 'In plain words.';
comment on column definition.eligibility.programme is 'Vaccine whose first dose decides; empty where an observation does.';
comment on column definition.eligibility.first_dose_before is 'The first dose was given before this day; empty for no limit.';
comment on column definition.eligibility.first_dose_from is 'The first dose was given on or after this day; empty for no limit.';
comment on column definition.eligibility.pending_condition is 'Condition of the blood spot whose missing result makes it; null for none.';
comment on column definition.eligibility.source is 'Where it is written.';
comment on column definition.eligibility.confidence is 'Mark of the fact.';

create table definition.blood_spot_panel (
    laboratory text not null,
    condition text not null,
    sampled_from date not null,
    sampled_to date,
    source text not null,
    confidence text not null,
    primary key (laboratory, condition, sampled_from)
);

comment on table definition.blood_spot_panel is 'Conditions that a sample is tested for, by laboratory and day of the sample.';
comment on column definition.blood_spot_panel.laboratory is 'ODS code of the laboratory, or * for every one.';
comment on column definition.blood_spot_panel.condition is 'Condition; one that feeds do not name yet is allowed.';
comment on column definition.blood_spot_panel.sampled_from is 'First day of the sample.';
comment on column definition.blood_spot_panel.sampled_to is 'Last day of the sample; empty while it goes on.';
comment on column definition.blood_spot_panel.source is 'Where it is written.';
comment on column definition.blood_spot_panel.confidence is 'Mark of the fact.';

create table definition.pathway_status (
    status text not null,
    position integer not null,
    meaning text not null,
    done boolean not null,
    closing boolean not null,
    source text not null,
    confidence text not null,
    primary key (status)
);

comment on table definition.pathway_status is 'What became of an item: one vocabulary for every feed.';
comment on column definition.pathway_status.status is 'The status.';
comment on column definition.pathway_status.position is 'Order.';
comment on column definition.pathway_status.meaning is 'In plain words.';
comment on column definition.pathway_status.done is 'Whether the item is done.';
comment on column definition.pathway_status.closing is 'Whether nothing more is owed.';
comment on column definition.pathway_status.source is 'Where it is written.';
comment on column definition.pathway_status.confidence is 'Mark of the fact.';

create table definition.not_given_reason (
    code text not null,
    status text not null,
    meaning text not null,
    deferred_days integer,
    source text not null,
    confidence text not null,
    primary key (code)
);

comment on table definition.not_given_reason is 'Why a dose was not given, as feeds write it.';
comment on column definition.not_given_reason.code is 'Reason as kept with the event.';
comment on column definition.not_given_reason.status is 'What it means for the slot.';
comment on column definition.not_given_reason.meaning is 'In plain words.';
comment on column definition.not_given_reason.deferred_days is 'Days until it is due again, for DEFERRED; empty else.';
comment on column definition.not_given_reason.source is 'Where it is written.';
comment on column definition.not_given_reason.confidence is 'Mark of the fact.';

create table definition.evidence_grade (
    code text not null,
    position integer not null,
    meaning text not null,
    dose_meaning text not null,
    source text not null,
    confidence text not null,
    primary key (code)
);

comment on table definition.evidence_grade is 'How good the evidence of an event is.';
comment on column definition.evidence_grade.code is 'How good the evidence of an event is.';
comment on column definition.evidence_grade.position is 'Order, the best first.';
comment on column definition.evidence_grade.meaning is 'In plain words.';
comment on column definition.evidence_grade.dose_meaning is 'In plain words, of a dose of vaccine.';
comment on column definition.evidence_grade.source is 'Where it is written.';
comment on column definition.evidence_grade.confidence is 'Mark of the fact.';

create table definition.evidence_rule (
    feed text not null,
    primary_source boolean not null,
    performer_here boolean not null,
    grade text not null,
    source text not null,
    confidence text not null,
    primary key (feed, primary_source, performer_here)
);

comment on table definition.evidence_rule is 'Which grade an event has, by the feed that tells of it, whether who did it recorded it, and whether that is one of ours.';
comment on column definition.evidence_rule.feed is 'Feed that tells of the event.';
comment on column definition.evidence_rule.primary_source is 'Whether it was recorded by who did it; a feed that does not say so counts as yes.';
comment on column definition.evidence_rule.performer_here is 'Whether a list of children of who did it comes to us.';
comment on column definition.evidence_rule.grade is 'How good the evidence is.';
comment on column definition.evidence_rule.source is 'Where it is written.';
comment on column definition.evidence_rule.confidence is 'Mark of the fact.';

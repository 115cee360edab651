-- The records that the files of hv-contact being applied speak of.
select record.record_key
from landing.hv_contact as landed
inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
inner join landing.decision as decision
    on decision.file_id = landed.file_id and decision.line_no = landed.line_no
    and decision.outcome in ('APPLIED', 'APPLIED_WITH_WARNING', 'NO_CHANGE')
inner join register.record as record
    on record.feed = 'hv-contact' and record.source_system = 'hv-contact'
    and record.organisation_code = landed.organisation_identifier_code_of_provider
    and record.source_key = landed.care_contact_identifier
group by record.record_key

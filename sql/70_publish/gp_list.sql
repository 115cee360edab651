-- target: publish.gp_list
-- grain:  recipient_code
-- scope:  all
-- joins:  hash
-- The practices whose full list came tonight, in either layout: each is told how its list and PDS differ (feeds 4.1).
select
    list.organisation_code as recipient_code,
    max(file.as_at_date) as as_at_date
from engine.file as file
inner join register.organisation_list as list
    on list.feed = file.feed and list.sender = file.sender
    and list.source_system = coalesce(file.source_system_code, '')
    and list.last_as_at_date = file.as_at_date
where file.business_date = engine.business_date()
    and file.state = 'APPLIED' and file.file_type = 'F'
    and file.feed in ('gp-registration', 'gp-gpr4')
group by list.organisation_code

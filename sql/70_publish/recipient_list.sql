-- target: publish.recipient_list
-- grain:  output_id, recipient_code
-- scope:  all
-- Who gets which list tonight: the whole one on the first night of a week, on the other nights the youngest babies alone where
-- the list has them daily (config/outputs). A practice, provider or service of our area gets it also when it is empty, so that
-- silence is never read as good news (reports 6).
with

tonight as (

    select
        output.output_id,
        output.daily_under_days,
        not exists (
            select
            from engine.run as earlier
            where earlier.state = 'PUBLISHED' and earlier.business_date < engine.business_date()
                and earlier.business_date >= engine.business_date()
                - (extract(isodow from engine.business_date())::integer - output.weekly_from + 7) % 7
        ) as whole
    from definition.output as output
    where output.weekly_from is not null

),

ours as (

    select
        child.registered_practice, child.served_by_practice, child.expected_hv, child.resident_la,
        child.resident_sub_icb, child.resident_icb
    from cohort.child as child
    where child.bucket = 'IN_AREA'

),

place as (

    select distinct 'LA' as area_type, ours.resident_la as area_code from ours where ours.resident_la is not null
    union
    select 'SICBL', ours.resident_sub_icb from ours where ours.resident_sub_icb is not null
    union
    select 'ICB', ours.resident_icb from ours where ours.resident_icb is not null

),

recipient as (

    select 'gp-list' as output_id, ours.registered_practice as recipient_code
    from ours
    where ours.served_by_practice and ours.registered_practice is not null
    union
    select 'hv-list', ours.expected_hv from ours where ours.expected_hv is not null
    union
    select role.list, commission.organisation_code
    from cohort.commission_in_force as commission
    inner join definition.owner_role as role on role.service_code = commission.service_code and role.list = 'owner-list'
    inner join place on place.area_type = commission.area_type and place.area_code = commission.area_code
    union
    select listed.output_id, listed.recipient_code from publish.list_row as listed

)

select
    recipient.output_id,
    recipient.recipient_code,
    organisation.name as recipient_name,
    tonight.whole
from recipient
inner join tonight on tonight.output_id = recipient.output_id
inner join publish.organisation_name as organisation on organisation.code = recipient.recipient_code
where tonight.whole or tonight.daily_under_days is not null

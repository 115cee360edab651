-- target: pathway.open_item
-- grain:  child_key, item_code
-- scope:  child
-- What is owed and not done, with who owes it on this night (pathway 7). A role without a commissioned service, and maternity
-- once the baby is past its care, is seen to by the child health organisation; so is a restricted child's item (rulings 5).
with

setting as (

    select max(setting.value) filter (where setting.name = 'maternity_until_days')::integer as maternity_until_days
    from definition.setting as setting

),

child as (

    select
        child.child_key,
        child.restricted,
        child.registered_practice,
        keeper.hv_provider,
        keeper.chis,
        child.person_birth_date + setting.maternity_until_days < engine.business_date() as past_maternity,
        coalesce(child.resident_la, '') as la,
        coalesce(child.resident_sub_icb, '') as sub_icb,
        coalesce(child.resident_icb, '') as icb
    from cohort.child as child
    inner join engine.child_in_scope as scope on scope.child_key = child.child_key
    cross join setting
    inner join pathway.keeper as keeper on keeper.child_key = child.child_key
    where child.bucket in ('IN_AREA', 'UNTRACED')

),

place as (

    select distinct child.la, child.sub_icb, child.icb from child

),

commissioned as (

    select distinct on (place.la, place.sub_icb, place.icb, commission.service_code)
        place.la, place.sub_icb, place.icb, commission.service_code, commission.organisation_code
    from place
    inner join cohort.commission_in_force as commission
        on (commission.area_type = 'SICBL' and commission.area_code = place.sub_icb)
        or (commission.area_type = 'ICB' and commission.area_code = place.icb)
        or (commission.area_type = 'LA' and commission.area_code = place.la)
    order by place.la, place.sub_icb, place.icb, commission.service_code, commission.place

),

item as (

    select
        state.*,
        child.registered_practice,
        child.hv_provider,
        child.chis,
        commissioned.organisation_code as commissioned_organisation,
        case
            when child.restricted then 'CHIS'
            when state.responsible_role = 'HV_PROVIDER' then 'HV_PROVIDER'
            when state.responsible_role = 'GP_PRACTICE' and child.registered_practice is not null then 'GP_PRACTICE'
            when state.responsible_role = 'MATERNITY' and child.past_maternity then 'CHIS'
            when commissioned.organisation_code is not null then state.responsible_role
            else 'CHIS'
        end as owner_role
    from pathway.item_state as state
    inner join child on child.child_key = state.child_key
    left join commissioned  -- left: nobody is commissioned, or the role has its own organisation
        on commissioned.la = child.la and commissioned.sub_icb = child.sub_icb and commissioned.icb = child.icb
        and commissioned.service_code = state.service_code
    where state.state in ('BLOCKED', 'DUE', 'OVERDUE_AMBER', 'OVERDUE_RED', 'DEFERRED', 'DECLINED')
        and (state.last_day is null or state.last_day >= engine.business_date())
        -- What lies ahead is done if it is a row at all: known before anything is looked up.
        and (state.born_due_date is null or state.born_due_date <= engine.business_date())

)

select
    item.child_key,
    item.item_code,
    item.rule_id,
    item.rule_version,
    item.state,
    item.due_date,
    item.target_date,
    item.amber_date,
    item.red_date,
    item.latest_date,
    item.deferred_until,
    item.offered_date,
    item.last_offered_date,
    item.offers,
    item.outcome_code,
    item.owner_role,
    case item.owner_role
        when 'HV_PROVIDER' then item.hv_provider
        when 'GP_PRACTICE' then item.registered_practice
        when 'CHIS' then item.chis
        else item.commissioned_organisation
    end as owner_organisation
from item

-- target: pathway.offer
-- grain:  child_key, item_code, offer_no
-- kind:   view
-- The offers of each item in the order of their days (pathway 5.6 and 8): who sent it, and how what was offered is to be held.
-- An offer is known by its day: whoever tells of it, it is one, and the word is that of who names the sender and did it first
-- hand. What is taken back, and an offer of a day still ahead, is none.
select
    told.child_key,
    told.item_code,
    (row_number() over (partition by told.child_key, told.item_code order by told.offer_date))::smallint as offer_no,
    told.offer_date as offered_date,
    told.channel,
    told.sender_organisation,
    told.record_key
from (

    select distinct on (event.child_key, activity.item_code, event.offer_date)
        event.child_key,
        activity.item_code,
        event.offer_date,
        event.consultation_mechanism as channel,
        event.performing_organisation as sender_organisation,
        event.record_key
    from register.event as event
    inner join definition.hv_activity as activity on activity.code = event.event_code and activity.item_code is not null
    where event.kind = 'HVRV' and not event.withdrawn and event.child_key is not null
        and event.offer_date <= engine.business_date()
    order by event.child_key, activity.item_code, event.offer_date, (event.performing_organisation is null),
        event.primary_source desc nulls last, event.record_key

) as told

-- target: identity.ruling
-- grain:  record_key, other_record_key
-- What people have decided about pairs of records, as it stands tonight. One child out of two takes as many persons as its
-- first answer asked for, each of them once; taking it back takes one. That two records are of different children holds
-- until either says something else; then the pair may be asked about again.
with

answer as (

    -- An answer counts from the first night after it was given.
    select answer.*
    from identity.answer as answer
    where answer.after_night < engine.business_date()

),

latest_other as (

    select distinct on (answer.record_key, answer.other_record_key)
        answer.record_key, answer.other_record_key, answer.answer_no, answer.verdict, answer.compared
    from answer
    where answer.verdict <> 'SAME'
    order by answer.record_key, answer.other_record_key, answer.answer_no desc

),

same as (

    select
        answer.record_key, answer.other_record_key,
        max(answer.answer_no) as answer_no,
        max(answer.persons_needed) as persons_needed,
        count(distinct lower(answer.said_by)) as persons
    from answer
    left join latest_other  -- left: nobody said otherwise
        on latest_other.record_key = answer.record_key and latest_other.other_record_key = answer.other_record_key
    where answer.verdict = 'SAME' and answer.answer_no > coalesce(latest_other.answer_no, 0)
    group by answer.record_key, answer.other_record_key

),

-- A record is of one child: of several answers the last counts.
agreed as (

    select distinct on (same.record_key) same.record_key, same.other_record_key, same.answer_no
    from same
    where same.persons >= same.persons_needed
    order by same.record_key, same.answer_no desc

)

select agreed.record_key, agreed.other_record_key, 'SAME' as verdict, agreed.answer_no
from agreed
union all
select latest_other.record_key, latest_other.other_record_key, 'DIFFERENT', latest_other.answer_no
from latest_other
inner join identity.likeness as own on own.record_key = latest_other.record_key
inner join identity.likeness as theirs on theirs.record_key = latest_other.other_record_key
where latest_other.verdict = 'DIFFERENT'
    and latest_other.compared = own.digest || ' ' || theirs.digest
    and not exists (
        select from agreed
        where agreed.record_key = latest_other.record_key
            and agreed.other_record_key = latest_other.other_record_key
    )

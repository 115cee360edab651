-- Conservation of children: every child that a record of PDS or of a CHIS register belongs to stands in the cohort once,
-- and no child of an earlier night is gone but by being merged into another.
select
    (
        select count(distinct link.child_key)
        from identity.link as link
        where link.feed in ('pds', 'chis-register') and link.child_key is not null
    ) as children_in,
    (select count(*) from cohort.child as child) as children_accounted,
    (
        select count(distinct earlier.child_key)
        from cohort.child_history as earlier
        where not exists (select from cohort.child as child where child.child_key = earlier.child_key)
            and exists (
                select
                from identity.child as identity
                inner join identity.link as link on link.record_key = identity.origin_record_key
                where identity.child_key = earlier.child_key and link.child_key = earlier.child_key
            )
    ) as children_lost,
    (select count(*) from cohort.custody as custody) as custodies

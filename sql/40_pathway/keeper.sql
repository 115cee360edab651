-- target: pathway.keeper
-- grain:  child_key
-- kind:   view
-- Which health visiting provider and which child health organisation a child's items are with on this night. Hand-over has two
-- sides: while the expected service does not hold the child, whoever holds the child keeps the items (pathway 7); a restricted
-- child's are the register's that holds the child (rulings 5).
select
    child.child_key,
    case when hv.state = 'WRONG_ORGANISATION' then hv.holder_organisation else child.expected_hv end as hv_provider,
    case when child.restricted or chis.state = 'WRONG_ORGANISATION' then chis.holder_organisation
        else child.expected_chis end as chis
from cohort.child as child
left join cohort.custody as hv on hv.child_key = child.child_key and hv.agency = 'HV'
left join cohort.custody as chis on chis.child_key = child.child_key and chis.agency = 'CHIS'

-- target: identity.twin
-- grain:  record_key
-- joins:  hash
-- Records beside which the same source holds another child of the same birth date at the same postcode: twins, or what may
-- be. Birth date and address tell these nothing apart; only the given name does.
select distinct one.record_key
from (
    select trait.record_key, trait.source_system, trait.birth_date, trait.given, postcode.postcode
    from identity.trait as trait
    cross join unnest(trait.postcodes) as postcode (postcode)
    where trait.birth_date is not null
) as one
inner join (
    select trait.record_key, trait.source_system, trait.birth_date, trait.given, postcode.postcode
    from identity.trait as trait
    cross join unnest(trait.postcodes) as postcode (postcode)
    where trait.birth_date is not null
) as other
    on other.source_system = one.source_system and other.birth_date = one.birth_date and other.postcode = one.postcode
    and other.record_key <> one.record_key and other.given is distinct from one.given

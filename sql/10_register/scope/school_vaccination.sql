-- The vaccinations and places on a list that the school imports being applied speak of.
select record.record_key
from landing.school_vaccination as landed
inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
inner join register.record as record
    on record.feed = 'school-vaccination' and record.source_key = register.school_row_key(
        landed.layout, landed.nhs_number, landed.person_family_name, landed.person_given_name,
        landed.person_birth_date, landed.event_date, coalesce(landed.vaccine_programme, landed.programme))
group by record.record_key

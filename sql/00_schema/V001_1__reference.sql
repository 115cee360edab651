-- Organisations and geography, effective-dated. One table for each reference set; refreshed when a set arrives.

create table reference.practice_history (
    organisation_code text not null,
    name text not null,
    region_code text,
    icb_code text,
    sub_icb_code text,
    postcode text,
    open_date date,
    close_date date,
    status_code text,
    gp_practice boolean not null,
    nights daterange not null
);
call engine.keep_history('reference', 'practice', 'organisation_code');

create table reference.postcode_area_history (
    postcode text not null,
    local_authority_code text,
    country_code text,
    region_code text,
    icb_code text,
    sub_icb_code text,
    lsoa_2011_code text,
    lsoa_2021_code text,
    introduced_date date,
    terminated_date date,
    nights daterange not null
);
call engine.keep_history('reference', 'postcode_area', 'postcode');

create table reference.sub_icb_history (
    sub_icb_code text not null,
    sub_icb_gss_code text,
    sub_icb_name text,
    icb_code text,
    icb_gss_code text,
    icb_name text,
    region_code text,
    region_gss_code text,
    region_name text,
    nights daterange not null
);
call engine.keep_history('reference', 'sub_icb', 'sub_icb_code');

create table reference.local_authority_history (
    local_authority_code text not null,
    name text not null,
    nights daterange not null
);
call engine.keep_history('reference', 'local_authority', 'local_authority_code');

create table reference.deprivation_history (
    lsoa_code text not null,
    edition text not null,
    decile integer not null,
    nights daterange not null
);
call engine.keep_history('reference', 'deprivation', 'lsoa_code, edition');

create table reference.network_member_history (
    practice_code text not null,
    valid_from date not null,
    network_code text not null,
    network_name text,
    valid_to date,
    nights daterange not null
);
call engine.keep_history('reference', 'network_member', 'practice_code, valid_from');

create table reference.commission_history (
    service_code text not null,
    area_type text not null,
    area_code text not null,
    valid_from date not null,
    organisation_code text not null,
    organisation_name text,
    valid_to date,
    nights daterange not null
);
call engine.keep_history('reference', 'commission', 'service_code, area_type, area_code, valid_from');

create table reference.organisation_history (
    organisation_code text not null,
    role text not null,
    valid_from date not null,
    name text not null,
    parent_code text,
    valid_to date,
    nights daterange not null
);
call engine.keep_history('reference', 'organisation', 'organisation_code, role, valid_from');

create table reference.bank_holiday_history (
    bank_holiday_date date not null,
    nights daterange not null
);
call engine.keep_history('reference', 'bank_holiday', 'bank_holiday_date');

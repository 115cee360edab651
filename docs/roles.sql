-- Run once by an administrator, connected to Muster's database, where Muster's login user may not create roles.
-- Replace muster_login by that user.
create role muster_owner nologin;
create role muster_engine nologin;
create role muster_render nologin;
grant muster_owner, muster_engine, muster_render to muster_login with set true;
do $$ begin execute format('grant create on database %I to muster_owner', current_database()); end $$;

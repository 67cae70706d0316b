-- The two roles of the program. Change both passwords, here and in .env.
create role nightdesk_owner login password 'change-me-owner' nosuperuser nobypassrls;
create role nightdesk_app login password 'change-me-app' nosuperuser nobypassrls;
alter database nightdesk owner to nightdesk_owner;
grant all on schema public to nightdesk_owner;

-- Where the link to the first account stands, so that replicas that start beside it leave it alone. Every statement
-- runs on H2 and on PostgreSQL.

-- The host and the file, and until lately when it was there; both null while there is no link.
alter table installation add column setup_holder varchar(500);
alter table installation add column setup_held_at timestamp with time zone;

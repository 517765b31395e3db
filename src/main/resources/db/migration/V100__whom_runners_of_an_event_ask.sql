-- Whom runners of one event ask. Every statement runs on H2 and on PostgreSQL.

-- An address or a phone number; null: whom the race names.
alter table event add column own_contact varchar(200);

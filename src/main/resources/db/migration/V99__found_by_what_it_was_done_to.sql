-- The audit is searched by what something was done to; tries that are turned away leave one line; and an event is asked
-- for RunSignup's own end as soon as it is set up. Every statement runs on H2 and on PostgreSQL.

-- The first word of about, such as submission:12.
alter table audit add column object varchar(200);

update audit set object = case when position(' ' in about) > 0
	then substring(about from 1 for position(' ' in about) - 1) else about end;

create index audit_by_object on audit (object, id);

-- Whom the audit was told of, an account or an address as a keyed hash, and when last.
create table sign_in_slowed (
	subject varchar(80) primary key,
	told_at timestamp with time zone not null
);

-- When RunSignup was asked last until when it takes results; null: it is to be asked now.
alter table event add column remote_asked_at timestamp with time zone;

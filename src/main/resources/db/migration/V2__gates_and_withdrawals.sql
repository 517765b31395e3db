-- Gates: calls that are paused until something changes or a probe succeeds. Every statement runs on H2 and on
-- PostgreSQL.

-- What stops calls: everything, an operation, a credential, a race or an event. closed_at is null while failing
-- calls in a row are only counted.
create table call_gate (
	scope varchar(12) not null check (scope in ('everything', 'operation', 'credential', 'race', 'event')),
	subject bigint not null,
	cause varchar(20) not null,
	error_code integer,
	error_message varchar(500),
	strikes integer not null,
	since timestamp with time zone not null,
	closed_at timestamp with time zone,
	probe_at timestamp with time zone,
	wait_ms bigint,
	primary key (scope, subject)
);

-- How many results travelled in the attempt's call.
alter table delivery_attempt add column together integer default 1 not null;
create index delivery_attempt_by_event on delivery_attempt (event_id, id);

-- Refused alone while the event itself was in doubt: the next refusal stands.
alter table delivery add column doubted boolean default false not null;

-- Stands at RunSignup otherwise than it was sent.
alter table delivery add column drift varchar(12) check (drift in ('differs', 'missing'));

-- One more state: nothing is wanted at RunSignup, and nothing was ever sent there.
alter table delivery rename column state to former_state;
alter table delivery add column state varchar(12) default 'waiting' not null
	check (state in ('waiting', 'received', 'refused', 'withdrawn'));
update delivery set state = former_state;
alter table delivery drop column former_state;

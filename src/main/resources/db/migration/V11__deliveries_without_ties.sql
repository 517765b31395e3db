-- Deliveries without foreign keys. Every statement runs on H2 and on PostgreSQL.

-- Where a transaction changes a row twice, PostgreSQL checks its foreign keys anew and waits for the participant that an
-- acceptance has locked, which waits for that delivery: one of the two is broken off, and it may be the runner's. A row
-- is written in the transaction that finds its participant and submission, and what it names is never deleted alone.
alter table delivery rename to delivery_with_ties;

create table delivery (
	participant_id bigint primary key,
	event_id bigint not null,
	wanted_version integer not null,
	wanted_submission_id bigint,
	delivered_version integer default 0 not null,
	delivered_submission_id bigint,
	state varchar(12) default 'waiting' not null
		check (state in ('waiting', 'received', 'refused', 'withdrawn', 'too-late')),
	attempts integer default 0 not null,
	batch_limit integer not null,
	doubted boolean default false not null,
	settled_at timestamp with time zone,
	retry_at timestamp with time zone,
	quarantine_until timestamp with time zone,
	due_at timestamp with time zone,
	lost_version integer,
	lost_at timestamp with time zone,
	claim_token varchar(36),
	claim_until timestamp with time zone,
	delivered_at timestamp with time zone,
	individual_result_set_id bigint,
	seen_at timestamp with time zone,
	approval_seen_at timestamp with time zone,
	drift varchar(12) check (drift in ('differs', 'missing')),
	drift_since timestamp with time zone,
	shown_time_ms bigint
);

insert into delivery (participant_id, event_id, wanted_version, wanted_submission_id, delivered_version,
	delivered_submission_id, state, attempts, batch_limit, doubted, settled_at, retry_at, quarantine_until, due_at,
	lost_version, lost_at, claim_token, claim_until, delivered_at, individual_result_set_id, seen_at,
	approval_seen_at, drift, drift_since, shown_time_ms)
select participant_id, event_id, wanted_version, wanted_submission_id, delivered_version,
	delivered_submission_id, state, attempts, batch_limit, doubted, settled_at, retry_at, quarantine_until, due_at,
	lost_version, lost_at, claim_token, claim_until, delivered_at, individual_result_set_id, seen_at,
	approval_seen_at, drift, drift_since, shown_time_ms
from delivery_with_ties;

drop table delivery_with_ties;

create index delivery_due on delivery (due_at, participant_id);
-- In the order in which claims take rows, so that the first are found without sorting all that is due.
create index delivery_due_by_event on delivery (event_id, due_at, participant_id);
create index delivery_by_claim on delivery (claim_token);
create index delivery_by_claim_end on delivery (claim_until);
-- What has to be entered by hand.
create index delivery_by_state on delivery (event_id, state, participant_id);
-- The drifting of all events and of one, and the result sets of an event.
create index delivery_by_drift on delivery (drift, event_id, participant_id);
create index delivery_by_result_set on delivery (event_id, individual_result_set_id);

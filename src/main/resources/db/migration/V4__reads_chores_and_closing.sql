-- Turns for reads, chores of the cluster, and what RunSignup says of an event. Every statement runs on H2 and on
-- PostgreSQL.

-- How many turns deliveries had on this lane since a read had one.
alter table call_lane add column turns integer default 0 not null;

-- Reads that wait for a lane: every tenth turn is theirs.
create table waiting_read (
	id varchar(36) primary key,
	until timestamp with time zone not null
);

-- What must happen once in the cluster, and when it was done last. Whoever does it locks the row meanwhile.
create table chore (
	name varchar(20) primary key,
	done_at timestamp with time zone
);

insert into chore (name) values ('housekeeping');
insert into chore (name) values ('closing');

-- As RunSignup says: until when it takes results of the event, null if unknown.
alter table event add column remote_accepts_until timestamp with time zone;

-- One more state: RunSignup refused it after it had stopped taking results.
alter table delivery rename column state to former_state;
alter table delivery add column state varchar(12) default 'waiting' not null
	check (state in ('waiting', 'received', 'refused', 'withdrawn', 'too-late'));
update delivery set state = former_state;
alter table delivery drop column former_state;

create index delivery_attempt_by_end on delivery_attempt (ended_at, id);

-- In the order in which claims take rows, so that the first are found without sorting all that is due.
drop index delivery_due_by_event;
create index delivery_due_by_event on delivery (event_id, due_at, participant_id);

-- What has to be entered by hand.
create index delivery_by_state on delivery (event_id, state, participant_id);

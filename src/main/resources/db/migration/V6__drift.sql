-- What RunSignup shows, compared with what it should hold. Every statement runs on H2 and on PostgreSQL.

-- As RunSignup says: whether a director must approve results of the event, null if unknown.
alter table event add column remote_needs_approval boolean;

-- What RunSignup took last: when that was written down, and into which result set, null if it did not say. Both are
-- of delivered_version, and the four columns after them are emptied with every delivery.
alter table delivery add column delivered_at timestamp with time zone;
alter table delivery add column individual_result_set_id bigint;
-- The beginning of the last listing that showed it, and of the first that did while approval was needed.
alter table delivery add column seen_at timestamp with time zone;
alter table delivery add column approval_seen_at timestamp with time zone;
-- Since when it drifts, and the time that RunSignup shows in place of ours, null unless it differs.
alter table delivery add column drift_since timestamp with time zone;
alter table delivery add column shown_time_ms bigint;

update delivery set delivered_at = current_timestamp,
	drift_since = case when drift is not null then current_timestamp end,
	individual_result_set_id = (select max(a.individual_result_set_id) from delivery_attempt a
		where a.submission_id = delivery.delivered_submission_id and a.outcome = 'received'),
	shown_time_ms = case when drift = 'differs' then (select max(a.submitted_time_in_ms) from delivery_attempt a
		where a.submission_id = delivery.delivered_submission_id and a.outcome = 'received') end
	where delivered_version > 0;

-- The drifting of all events and of one, and the result sets of an event. What was delivered is walked through by
-- delivery_by_state. seen_at stays out of every index: a comparison writes it for each result.
create index delivery_by_drift on delivery (drift, event_id, participant_id);
create index delivery_by_result_set on delivery (event_id, individual_result_set_id);

-- Comparisons of an event: when the next begins by itself, since when somebody waits for one, when the last began,
-- until when somebody works on it, how it ended, and when everything was compared last. No transaction locks a row of
-- this table together with a delivery.
create table comparison (
	event_id bigint primary key references event (event_id),
	next_at timestamp with time zone not null,
	asked_at timestamp with time zone,
	began_at timestamp with time zone,
	held_until timestamp with time zone,
	ended_at timestamp with time zone,
	outcome varchar(12) check (outcome in ('whole', 'paused', 'busy', 'failed')),
	compared_at timestamp with time zone
);

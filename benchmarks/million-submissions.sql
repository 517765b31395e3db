-- The first thousand have as many of each kind as a page shows, so that an event with no more fills its pages too.
insert into participant (id, event_id, registration_id, bib, first_name, last_name)
select n, {event}, {event} * 1000 + n, n, 'Sam', concat(case mod(n, 8) when 0 then 'Marsh' when 1 then 'Okafor'
	when 2 then 'Lindqvist' when 3 then 'Tanaka' when 4 then 'O''Brien' when 5 then 'Müller' when 6 then 'de la Cruz'
	else 'Reyes' end, substring('abcdefghijklmnopqrst', cast(mod(n / 8, 20) as integer) + 1, 1))
from ({numbers}) numbers;

-- Among them who has sent nothing, has no bib, or is not known to RunSignup. Nobody is gone.
insert into participant (id, event_id, registration_id, bib, first_name, last_name)
select 2000000 + n, {event},
	case when mod(n, case when n <= 1000 then 8 else 50 end) = case when n <= 1000 then 3 else 27 end then null
		else {event} * 10000 + n end,
	case when mod(n, case when n <= 1000 then 8 else 50 end) = 7 then null else n end, 'Ada', 'Winter'
from ({numbers}) numbers where mod(n, case when n <= 1000 then 2 else 10 end) = case when n <= 1000 then 1 else 7 end;

insert into submission (id, event_id, participant_id, bib, number, submitted_at, outcome, clock_time_ms, email, note,
	identity_shown, review, doubts, receipt_hash)
select n * 2, {event}, n, n, 1, {at},
	case when mod(n, case when n <= 1000 then 13 else 37 end) = 0 then 'DNF' when mod(n, 41) = 0 then 'DNS' else 'FINISHED' end,
	case when mod(n, case when n <= 1000 then 13 else 37 end) = 0 or mod(n, 41) = 0 then null else 900000 + mod(n * 7919, 24000) * 100 end,
	'runner@example.org', 'Windy.', 'last-name',
	case mod(n, case when n <= 1000 then 16 else 100 end) when 0 then 'held' when 1 then 'rejected' else 'accepted' end,
	case when mod(n, 25) = 0 then 'steep' when mod(n, case when n <= 1000 then 11 else 33 end) = 0 then 'steep,minutes-as-hours' else '' end,
	concat('first-', n)
from ({numbers}) numbers;

insert into submission (id, event_id, participant_id, bib, number, submitted_at, outcome, clock_time_ms,
	identity_shown, review, receipt_hash)
select n * 2 + 1, {event}, n, n, 2, {at}, case when mod(n, case when n <= 1000 then 16 else 100 end) = 6 then 'WITHDRAWN' else 'FINISHED' end,
	case when mod(n, case when n <= 1000 then 16 else 100 end) = 6 then null else 960000 + mod(n * 7907, 24000) * 100 end, 'receipt', 'accepted',
	concat('second-', n)
from ({numbers}) numbers where mod(n, case when n <= 1000 then 16 else 100 end) between 6 and 9;

insert into superseded_submission (submission_id, event_id)
select n * 2, {event} from ({numbers}) numbers where mod(n, case when n <= 1000 then 16 else 100 end) between 6 and 9;

insert into delivery (participant_id, event_id, wanted_version, wanted_submission_id, delivered_version, state,
	batch_limit, due_at, drift, drift_since)
select n, {event}, 1, case when mod(n, case when n <= 1000 then 16 else 100 end) between 6 and 9 then n * 2 + 1 else n * 2 end,
	case when mod(n, case when n <= 1000 then 16 else 100 end) between 2 and 6 then 0 else 1 end,
	case mod(n, case when n <= 1000 then 16 else 100 end) when 2 then 'refused' when 3 then 'waiting' when 4 then 'too-late' when 6 then 'withdrawn'
		else 'received' end, 25,
	case mod(n, case when n <= 1000 then 16 else 100 end) when 3 then {at} end, case mod(n, case when n <= 1000 then 16 else 100 end) when 11 then 'missing' end, {at}
from ({numbers}) numbers where mod(n, case when n <= 1000 then 16 else 100 end) > 1;

insert into delivery_attempt (claim_token, event_id, participant_id, submission_id, version, started_at, ended_at,
	outcome, error_code, error_message, results_received_ts, individual_result_set_id)
select concat('claim-', n / 25), {event}, n, case when mod(n, case when n <= 1000 then 16 else 100 end) between 6 and 9 then n * 2 + 1 else n * 2 end, 1,
	{at}, {at}, case when mod(n, case when n <= 1000 then 16 else 100 end) in (2, 4) then 'refused' else 'received' end,
	case when mod(n, case when n <= 1000 then 16 else 100 end) in (2, 4) then 115 end,
	case when mod(n, case when n <= 1000 then 16 else 100 end) in (2, 4) then 'Bib number is invalid.' end,
	case when mod(n, case when n <= 1000 then 16 else 100 end) not in (2, 4) then 1780272000 + n * 5 end, 51001
from ({numbers}) numbers where mod(n, case when n <= 1000 then 16 else 100 end) > 1 and mod(n, case when n <= 1000 then 16 else 100 end) <> 3 and mod(n, case when n <= 1000 then 16 else 100 end) <> 6;

insert into event_histogram_delta (event_id, what, bucket, delta)
select event_id, 'submitted', cast(floor(extract(epoch from submitted_at) / 3600) as bigint), count(*)
from submission where event_id = {event}
group by event_id, cast(floor(extract(epoch from submitted_at) / 3600) as bigint);

insert into event_histogram_delta (event_id, what, bucket, delta)
select s.event_id, 'time', s.clock_time_ms / 15000, count(*)
from delivery d join submission s on s.id = d.wanted_submission_id
where d.event_id = {event} and s.clock_time_ms is not null group by s.event_id, s.clock_time_ms / 15000;

insert into event_count_delta (event_id, what, delta)
select event_id, state, count(*) from delivery where event_id = {event} group by event_id, state;

insert into event_count_delta (event_id, what, delta)
select event_id, 'submissions', count(*) from submission where event_id = {event} group by event_id;

insert into event_count_delta (event_id, what, delta)
select event_id, 'held', count(*) from submission where event_id = {event} and review = 'held' group by event_id;

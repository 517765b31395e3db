update participant set first_name = 'Zoë', birth_date = date '1990-04-12', email = 'zoe@example.org' where id = 1;

update submission set note = 'Wind – and rain, "both" \ 🏅' where id = 2;

update submission set sealed_receipt = '{sealed}', submitted_at = timestamp with time zone '2026-06-01 03:04:05.123456+05:30'
where id = 4;

update event set tally_least = 1.50, tally_most = 100 where event_id = 41003;

insert into organizer (email, password, administrator) values ('owner@example.org', '{noop}x', true);

insert into organizer (email, password) values ('gone@example.org', '{noop}x');

delete from organizer where email = 'gone@example.org';

insert into organizer_role (organizer_id, race_id, role) select id, 4100, 'owner' from organizer;

insert into audit (at, organizer_id, race_id, what, about) values (current_timestamp, 1, 4100, 'race-created', 'race:4100');

insert into credential (subject, id, version, kind, api_key, secret, entered_at)
values (0, 'a-credential', 1, 'api-v2', '{sealed}', '{sealed}', current_timestamp);

insert into mail (race_id, recipient, subject, body, html, created_at, state, message_id)
values (4100, 'owner@example.org', 'Results wait', repeat('A long letter. ', 2000), '<p>A long letter</p>', current_timestamp, 'sent', '<1@example.org>');

insert into submission_log (submission_id, at, who, what) select id, submitted_at, 'runner', 'submitted' from submission where id <= 40;

insert into unwanted_mail (address_hash, since) values ('a-hash', current_timestamp);

insert into spring_session (primary_id, session_id, creation_time, last_access_time, max_inactive_interval, expiry_time)
values ('a', 'b', 1, 1, 1, 1);

update call_lane set fence = 41, turns = 3 where lane = 2;

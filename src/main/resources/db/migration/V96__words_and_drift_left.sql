-- What was written in a history, and drift that stays as it is. Every statement runs on H2 and on PostgreSQL.

-- The reason, question or answer as it was written then, null for nothing; it may name people, and is erased with the
-- runner's data. Those of before are where they were last.
alter table submission_log add column words varchar(1000);

-- What RunSignup shows and an organizer leaves so: how it drifts, and the time that it shows, null unless it differs.
-- It drifts again once RunSignup shows something else.
alter table delivery add column left_drift varchar(12);
alter table delivery add column left_time_ms bigint;

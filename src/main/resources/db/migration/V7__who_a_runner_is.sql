-- Who a runner is, and what a person looks at first. Every statement runs on H2 and on PostgreSQL.

-- How a runner shows to be the one of the bib: four ways now.
alter table event rename column identity_rule to former_identity_rule;
alter table event add column identity_rule varchar(20) default 'last-name' not null
	check (identity_rule in ('last-name', 'birth-date', 'email-link', 'bib-only'));
update event set identity_rule = former_identity_rule;
alter table event drop column former_identity_rule;

-- Which submissions wait for a person.
alter table event rename column review to former_review;
alter table event add column review varchar(10) default 'none' not null check (review in ('none', 'doubtful', 'all'));
update event set review = former_review;
alter table event drop column former_review;

-- Beyond these times a result is doubted, not refused; null for no limit.
alter table event add column fastest_time_ms bigint check (fastest_time_ms > 0);
alter table event add column slowest_time_ms bigint check (slowest_time_ms > 0);
-- Until when runners may correct and withdraw; null for until the window closes.
alter table event add column corrections_until timestamp with time zone;

-- Why it was held when it came, words separated by commas; empty if it was not.
alter table submission add column held_for varchar(200) default '' not null;

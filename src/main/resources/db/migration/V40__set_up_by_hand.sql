-- What organizers set up in the pages. Every statement runs on H2 and on PostgreSQL.

-- Counts changes, so that of two people who edit at once the slower one is told.
alter table race add column version integer default 0 not null;
alter table event add column version integer default 0 not null;

-- The zone of the event's clocks; null for the race's.
alter table event add column clock_zone varchar(60);

-- The organizers' words to runners above the form, shown as text.
alter table event add column notes varchar(2000);

-- A tally below or above is refused; null for no limit.
alter table event add column tally_least numeric(12, 2);
alter table event add column tally_most numeric(12, 2);

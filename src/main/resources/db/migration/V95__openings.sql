-- A race that somebody is opening by connecting it at RunSignup: what was typed, while they are there and back. Every
-- statement runs on H2 and on PostgreSQL.

-- It is of one account, and gone within hours. Nobody's yet, so race_id is no foreign key.
create table race_opening (
	id varchar(36) primary key,
	organizer_id bigint not null references organizer (id) on delete cascade,
	race_id bigint not null,
	contact varchar(200) not null,
	name varchar(200) not null,
	zone varchar(60) not null,
	until timestamp with time zone not null
);

create index race_opening_by_organizer on race_opening (organizer_id, until);

-- The opening that a wish is for, null where the race is open here or the default is meant.
alter table connection_wish add column opening_id varchar(36);

create index connection_wish_by_opening on connection_wish (opening_id);

-- Who is on the way to RunSignup and back to let us in. Every statement runs on H2 and on PostgreSQL.

-- A wish is of the session it began in, open for ten minutes and for one return; state and session are keyed hashes. Its
-- tokens are encrypted, bound to id and column, and wait an hour at most for somebody to see what they are good for.
-- race_id is null for the default, and no foreign key: rows are gone within the hour.
create table connection_wish (
	id varchar(36) primary key,
	state_hash varchar(64) not null unique,
	session_hash varchar(64) not null,
	race_id bigint,
	version integer not null,
	until timestamp with time zone not null,
	closed boolean default false not null,
	access_token varchar(8000),
	refresh_token varchar(8000),
	expires_at timestamp with time zone
);

create index connection_wish_by_end on connection_wish (until);

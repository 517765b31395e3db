-- Credentials for RunSignup. Every statement runs on H2 and on PostgreSQL.

-- By what RunSignup lets us in: for one race, by default (subject 0), or the tokens that came in place of those in
-- the settings (subject -1). Secrets are encrypted, v1:<key id>:<base64>, and bound to subject, id, kind and column.
-- The id is new with every entry, the version counts every change of an entry. refreshing_until is the lease of the
-- one who fetches new tokens; refresh_at is when that is due, null for never.
create table credential (
	subject bigint primary key,
	race_id bigint unique references race (race_id),
	id varchar(36) not null unique,
	version integer not null,
	kind varchar(20) not null check (kind in ('api-key', 'temporary', 'api-v2', 'super-partner', 'oauth')),
	api_key varchar(8000),
	secret varchar(8000) not null,
	refresh_token varchar(8000),
	client_id varchar(8000),
	client_secret varchar(8000),
	access_token_expires_at timestamp with time zone,
	refresh_at timestamp with time zone,
	refreshing_until timestamp with time zone,
	refused_at timestamp with time zone,
	entered_at timestamp with time zone not null,
	tokens_changed_at timestamp with time zone,
	settings_hash varchar(64),
	check ((race_id is null and subject in (0, -1)) or race_id = subject)
);

-- Where a wish for a link came from, as a keyed hash, so that nobody fills the table. Every statement runs on H2 and on
-- PostgreSQL.
alter table link_request add column asker_hash varchar(64);

create index link_request_by_asker on link_request (asker_hash, at);

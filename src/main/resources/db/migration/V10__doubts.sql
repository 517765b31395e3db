-- What a runner confirmed although it looked wrong. The statement runs on H2 and on PostgreSQL.

-- The words of the doubts, separated by commas; empty if there was none.
alter table submission add column doubts varchar(400) default '' not null;

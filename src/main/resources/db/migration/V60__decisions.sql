-- What people decide about submissions. Every statement runs on H2 and on PostgreSQL.

-- Who decided last and when, null while nobody did; what the runner reads of it: the reason of a rejection, or a
-- question while it is held; and what the runner answered.
alter table submission add column decided_by bigint;
alter table submission add column decided_at timestamp with time zone;
alter table submission add column review_words varchar(500);
alter table submission add column answer varchar(1000);
alter table submission add column answered_at timestamp with time zone;

-- Entered at RunSignup by hand, as RunSignup did not take it from us: when, and by whom.
alter table delivery add column by_hand_at timestamp with time zone;
alter table delivery add column by_hand_by bigint;

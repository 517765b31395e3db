-- What was asked stays when it is decided. Every statement runs on H2 and on PostgreSQL.

-- The last question to the runner, null for none; review_words keeps the reason of a rejection.
alter table submission add column question varchar(500);
-- The withdrawal that took the place of what was rejected, so that it goes when that is accepted after all. No foreign
-- key, so that rows can be deleted in any order.
alter table submission add column withdrawal_id bigint;

update submission set question = review_words, review_words = null where review = 'held' and review_words is not null;

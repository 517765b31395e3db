-- Corrections and withdrawals through a receipt. Every statement runs on H2 and on PostgreSQL.

-- The bib as it was sent, as the participant may have another one later; null for what came before this was kept.
alter table submission add column bib bigint;

-- The submission through whose receipt this one came, null if it came another way. No foreign key, so that rows can
-- be deleted in any order.
alter table submission add column through_submission_id bigint;

-- The token of the own receipt, encrypted and bound to receipt_hash, so that the receipt it came through leads to
-- it; null unless it came through one.
alter table submission add column sealed_receipt varchar(400);

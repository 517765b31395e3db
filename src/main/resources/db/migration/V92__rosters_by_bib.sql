-- A roster is walked through along bib and id; H2 does so only along an index that has both.
create index participant_by_bib_and_id on participant (event_id, bib, id);
drop index participant_by_bib;

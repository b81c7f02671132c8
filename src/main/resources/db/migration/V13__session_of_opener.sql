-- Runs on H2 (in PostgreSQL mode) and on PostgreSQL.

-- A session ends with the text of the key that opened it, so also when that is rotated, or the admin key is another. Of those
-- that are open nobody knows the text: they end here, and their owners sign in again.
delete from web_session;
alter table web_session drop column key_id;
alter table web_session add column opener varchar(64);

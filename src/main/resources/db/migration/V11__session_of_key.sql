-- Runs on H2 (in PostgreSQL mode) and on PostgreSQL.

-- Whose key opened a session: it ends with the key. Null for the admin key and for who signed in elsewhere.
alter table web_session add column key_id bigint;

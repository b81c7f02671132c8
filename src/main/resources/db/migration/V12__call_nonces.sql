-- Runs on H2 (in PostgreSQL mode) and on PostgreSQL.

-- Signed calls that were made, by the SHA-256 of key and nonce, for as long as their signature would be good.
create table call_nonce (
    hash varchar(64) primary key,
    until_at timestamp(6) with time zone not null
);

create index call_nonce_until on call_nonce (until_at);

-- Runs on H2 (in PostgreSQL mode) and on PostgreSQL.

-- Browsers that are signed in. What the browser holds is kept as its SHA-256 only.
create table web_session (
    token_hash varchar(64) primary key,
    name varchar(191) not null,
    role varchar(32) not null,
    opened_at timestamp(6) with time zone not null,
    used_at timestamp(6) with time zone not null
);

create index web_session_used on web_session (used_at);

-- That somebody signed in once: links to do so without a key are printed no more.
create table web_welcome (
    id integer primary key,
    done_at timestamp(6) with time zone not null
);

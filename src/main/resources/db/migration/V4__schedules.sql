-- Runs on H2 (in PostgreSQL mode) and on PostgreSQL. JSON is kept as text.

create sequence schedule_id start with 1 increment by 1;
create table schedule (
    id           bigint                   primary key,
    trigger_id   varchar(191)             not null,
    cron         varchar(191)             not null,
    zone         varchar(64)              not null,
    data         text                     not null,
    enabled      boolean                  not null,
    -- Who moves this on from a time has claimed that time; null while there is nothing to come.
    next_due     timestamp with time zone,
    last_due     timestamp with time zone,
    last_run_id  varchar(36),
    last_problem text,
    created_at   timestamp with time zone not null,
    updated_at   timestamp with time zone not null
);
create index schedule_next_due on schedule (next_due);

-- Runs on H2 (in PostgreSQL mode) and on PostgreSQL. JSON is kept as text.

-- Runs were three rows and more each; now a run is one, its log entries are told from it, and what only somebody who looks
-- at that run wants to see (trail, changes, effects, input) lies compressed in a block with that of its neighbours.
-- Nothing had been released before, so the runs of then are not carried over.
drop table log_entry;
drop sequence log_entry_block;
drop table run;

-- The busiest table: every index costs each run. Ids are ordered by time, so the newest runs are found by them. Lists that
-- are empty are null.
create table run (
    id               uuid                     primary key,
    parent_id        uuid,
    replay_of        uuid,
    trigger_id       varchar(191)             not null,
    workflow_id      bigint                   not null,
    workflow_version integer                  not null,
    workflow_name    varchar(191)             not null,
    outcome          varchar(8)               not null,
    proceed          boolean                  not null,
    reasons          text,
    dry_run          boolean                  not null,
    event_uuid       varchar(64),
    started_at       timestamp with time zone not null,
    duration_micros  bigint                   not null,
    -- How many entries of the log are of which level, and those that are not the usual two of start and end.
    log_infos        smallint                 not null,
    log_errors       smallint                 not null,
    log_debugs       smallint                 not null,
    log              text,
    block_id         bigint                   not null,
    block_place      integer                  not null
);
create index run_trigger on run (trigger_id, id);
create index run_outcome on run (outcome, id);
create index run_event on run (event_uuid);

create sequence run_block_id start with 1 increment by 1;
create table run_block (
    id       bigint primary key,
    last_run uuid   not null,
    content  bytea  not null
);

-- Runs on H2 (in PostgreSQL mode) and on PostgreSQL.

-- The table of db-scheduler: what waits and what runs. A row's time is its place in the line, counted from 2000-01-01 by
-- the microsecond; only one that is tried again later has a time of the clock.
create table scheduled_tasks (
    task_name            varchar(100)             not null,
    task_instance        varchar(100)             not null,
    task_data            bytea,
    execution_time       timestamp with time zone not null,
    picked               boolean                  not null,
    picked_by            varchar(50),
    last_success         timestamp with time zone,
    last_failure         timestamp with time zone,
    consecutive_failures integer,
    last_heartbeat       timestamp with time zone,
    version              bigint                   not null,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);

-- What a task is; its id is that of its run. State queued: it has a row above. dead: it failed too often, or cannot run.
-- done: a branch whose sender may yet be repeated and must not send it off again.
create table task (
    id               uuid                     primary key,
    parent_id        uuid,
    trigger_id       varchar(191)             not null,
    workflow_id      bigint                   not null,
    workflow_version integer                  not null,
    start_node       varchar(191),
    depth            integer                  not null,
    payload_id       uuid                     not null,
    state            varchar(8)               not null,
    attempts         integer                  not null,
    failures         integer                  not null,
    last_error       text,
    created_at       timestamp with time zone not null
);
create index task_state on task (state, id);
create index task_parent on task (parent_id);

-- The data of a task, in parts because H2 takes 1 MiB in one piece; the first part counts the tasks that use it.
create table task_payload (
    id   uuid    not null,
    part integer not null,
    uses integer not null,
    data bytea   not null,
    primary key (id, part)
);

-- Runs on H2 (in PostgreSQL mode) and on PostgreSQL. JSON is kept as text.

-- Every change of what processes keep in memory counts here: who has seen the number has seen the change.
create table change_count (
    id     integer primary key,
    number bigint  not null
);
insert into change_count (id, number) values (1, 0);

create sequence workflow_id start with 1 increment by 1;
create table workflow (
    id            bigint                   primary key,
    uuid          varchar(36)              not null,
    name          varchar(191)             not null,
    description   text                     not null,
    trigger_id    varchar(191)             not null,
    enabled       boolean                  not null,
    debug_enabled boolean                  not null,
    counter       bigint                   not null,
    version       integer                  not null,
    created_at    timestamp with time zone not null,
    updated_at    timestamp with time zone not null,
    constraint workflow_uuid_unique unique (uuid),
    constraint workflow_trigger_unique unique (trigger_id)
);

create sequence workflow_version_id start with 1 increment by 1;
create table workflow_version (
    id          bigint                   primary key,
    workflow_id bigint                   not null references workflow (id) on delete cascade,
    number      integer                  not null,
    graph       text                     not null,
    created_at  timestamp with time zone not null,
    constraint workflow_version_unique unique (workflow_id, number)
);

create table module_switch (
    type      varchar(16)  not null,
    module_id varchar(191) not null,
    enabled   boolean      not null,
    primary key (type, module_id)
);

create table trigger_setting (
    trigger_id  varchar(191) primary key,
    enabled     boolean      not null,
    deadline_ms bigint,
    on_error    varchar(8)   not null
);

create table named_trigger (
    id          varchar(64)              primary key,
    name        varchar(191)             not null,
    scope       varchar(64)              not null,
    blocking    boolean                  not null,
    core_format boolean                  not null,
    description text                     not null,
    created_at  timestamp with time zone not null
);

-- The busiest table: every index costs each run. Ids are ordered by time, so the newest runs are found by them. Lists that
-- are empty are null.
create table run (
    id               uuid                     primary key,
    parent_id        uuid,
    trigger_id       varchar(191)             not null,
    workflow_id      bigint                   not null,
    workflow_version integer                  not null,
    workflow_name    varchar(191)             not null,
    outcome          varchar(8)               not null,
    proceed          boolean                  not null,
    reasons          text,
    stopped_by       varchar(512),
    nodes            text,
    blocked_paths    text,
    effects          text,
    dry_run          boolean                  not null,
    event_uuid       varchar(64)              not null,
    started_at       timestamp with time zone not null,
    duration_micros  bigint                   not null
);
create index run_trigger on run (trigger_id, started_at);

-- The writer takes ids in blocks: one by one they would cost a quarter of the writing.
create sequence log_entry_block start with 1 increment by 1;
create table log_entry (
    id          bigint                   primary key,
    at          timestamp with time zone not null,
    run_id      uuid                     not null,
    trigger_id  varchar(191)             not null,
    workflow_id bigint                   not null,
    level       varchar(8)               not null,
    message     text                     not null
);

create table idempotency_key (
    trigger_id  varchar(191)             not null,
    request_key varchar(255)             not null,
    body_hash   varchar(64)              not null,
    answer      text,
    created_at  timestamp with time zone not null,
    primary key (trigger_id, request_key)
);
create index idempotency_key_created on idempotency_key (created_at);

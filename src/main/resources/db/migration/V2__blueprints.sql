-- Runs on H2 (in PostgreSQL mode) and on PostgreSQL. JSON is kept as text.

-- Times are unix seconds: libraries and MISP compare them as such.
create sequence blueprint_id start with 1 increment by 1;
create table blueprint (
    id           bigint       primary key,
    uuid         varchar(36)  not null,
    name         varchar(191) not null,
    description  text         not null,
    saved_at     bigint       not null,
    from_library boolean      not null,
    nodes        text         not null,
    constraint blueprint_uuid_unique unique (uuid)
);

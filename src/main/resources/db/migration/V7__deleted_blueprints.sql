-- Runs on H2 (in PostgreSQL mode) and on PostgreSQL.

-- What was deleted does not come back when the library is read at the next start.
create table deleted_blueprint (
    uuid varchar(36) primary key
);

-- One row for each project. Who changes anything of a project locks this row first, so changes of a project take turns;
-- its sums are exact, and change in the transaction of what they count.
create table trainyard_project (
    id bigint generated always as identity primary key,
    name text collate "C" not null unique,
    identity uuid not null default gen_random_uuid(), -- marks a place outside as this project's
    contents text not null, -- where the bytes are: 'database', or a place such as s3://bucket/prefix
    bytes bigint not null default 0,
    objects integer not null default 0,
    history_bytes bigint not null default 0,
    history_versions integer not null default 0,
    pinned_bytes bigint not null default 0,
    commits bigint not null default 0
);

-- A key that has, or had, a version, and the highest number that it ever gave.
create table trainyard_object (
    project bigint not null references trainyard_project,
    key text collate "C" not null,
    highest bigint not null,
    primary key (project, key)
);

-- Rows are written once; only the two marks change.
create table trainyard_version (
    content uuid primary key,
    project bigint not null,
    key text collate "C" not null,
    number bigint not null,
    committed bigint not null, -- counts the commits of the project
    candidate boolean not null,
    current boolean not null,
    pinned boolean not null,
    size bigint not null,
    manifest text not null, -- JSON
    manifest_sha256 text not null,
    unique (project, key, number),
    foreign key (project, key) references trainyard_object
);
create unique index trainyard_current on trainyard_version (project, key) where current;
create index trainyard_history on trainyard_version (project, committed) where not current and not pinned;

-- The bytes, in pieces. They may come before their version within a transaction, and go with it.
create table trainyard_content (
    content uuid not null references trainyard_version on delete cascade deferrable initially deferred,
    part integer not null,
    bytes bytea not null,
    primary key (content, part)
);
alter table trainyard_content alter column bytes set storage external; -- models are compressed, if at all, by their codec

-- Contents on their way to a place outside. Their writer holds the row until the version is there.
create table trainyard_upload (
    content uuid primary key,
    project bigint not null references trainyard_project
);

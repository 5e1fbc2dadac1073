-- The tables of Moisson, in words that SQLite and PostgreSQL both understand.
-- Instants are ISO 8601 texts in UTC (2020-11-05T09:00:00Z), days are ISO 8601 texts (2020-11-05); rows are ordered by
-- their numbers, never by instants. Numbers are given by the one writer: highest so far plus one.

create table run (
    id bigint not null primary key,
    source text not null,
    state text not null,
    started_at text not null,
    ended_at text,
    delivery text,
    records_read integer not null,
    created integer not null,
    updated integer not null,
    unchanged integer not null,
    rejected integer not null,
    removed integer not null,
    duplicates integer not null,
    warnings integer not null,
    message text
);
create index run_of_source on run (source, id);

create table run_notice_count (
    run bigint not null references run (id),
    code text not null,
    times integer not null,
    primary key (run, code)
);

create table notice (
    run bigint not null references run (id),
    place_in_run integer not null,
    code text not null,
    place text not null,
    record_key text,
    field text,
    value_met text,
    primary key (run, place_in_run)
);

create table delivery (
    number bigint not null primary key,
    source text not null,
    sha256 text not null,
    size bigint not null,
    received_at text not null,
    unique (source, sha256)
);

create table validator (
    source text not null primary key,
    etag text,
    last_modified text,
    sha256 text not null
);

create table record (
    sequence bigint not null primary key,
    source text not null,
    record_key text not null,
    place text not null,
    verbatim text not null,
    event text not null,
    hash text not null,
    first_run bigint not null references run (id),
    last_run bigint not null references run (id),
    missing_since text,
    removed_at text,
    removed_because text,
    unique (source, record_key)
);

-- A record keeps its cluster for ever; it has a rank in it only as long as it lives.
create table cluster_member (
    record bigint not null primary key references record (sequence),
    cluster text not null,
    rank_in_cluster integer
);
create index cluster_member_of_cluster on cluster_member (cluster);

create table match_found (
    left_record bigint not null references record (sequence),
    right_record bigint not null references record (sequence),
    score double precision not null,
    decision text not null,
    reasons text not null,
    primary key (left_record, right_record)
);
create index match_found_on_the_right on match_found (right_record);

create table redirect (
    id text not null primary key,
    target text not null
);

create table ledger (
    number bigint not null primary key,
    happened_at text not null,
    cluster text not null,
    change text not null
);
create index ledger_of_cluster on ledger (cluster, number);

create table verdict (
    left_record bigint not null references record (sequence),
    right_record bigint not null references record (sequence),
    same integer not null,
    reason text not null,
    decided_at text not null,
    primary key (left_record, right_record)
);

create table publication (
    number integer not null primary key,
    published_at text not null,
    content_hash text not null,
    events integer not null
);

create table life (
    id text not null primary key,
    hash text not null,
    published_at text not null,
    modified_at text not null
);

create table contact (
    proposal text not null primary key,
    name text not null,
    email text not null,
    proposed_at text not null,
    kept_until text not null
);

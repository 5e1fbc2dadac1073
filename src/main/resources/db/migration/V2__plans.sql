-- A harvest is planned before it is applied: what it would change, why it waits for a person, and what lets an
-- unchanged record pass without being normalized again.

-- Sum of what the source says of the record, our settings for the source and our rules included: 64 bits.
-- 0: not known, as for all records written before this version.
alter table record add column words bigint not null default 0;
-- Sum of what makes the event recognizable under another key.
alter table record add column content bigint not null default 0;
-- The last day of the event: most agendas drop the past, and that is no removal.
alter table record add column last_day text;
-- The notices that normalizing gave, so that a report is whole without normalizing again.
alter table record add column remarks text;

alter table validator add column settings text not null default '';

create table run_plan (
    run bigint not null primary key references run (id),
    alive integer not null,
    absent integer not null,
    renamed integer not null,
    plan text not null
);

create table former_key (
    record bigint not null references record (sequence),
    run bigint not null references run (id),
    record_key text not null,
    primary key (record, run)
);

-- The key and the number of a record without its words: asked for all records of a source at each harvest.
create index record_number on record (source, sequence, record_key);

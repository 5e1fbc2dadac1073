-- What the duplicate finder remembers of records that live, so that a harvest compares only what changed. All of it can
-- be made anew from the records; it is of no use to another version of the weights.

create table matching_version (
    version text not null primary key
);

-- The keys under which a record is looked up, in base 36 with a space between them.
create table matching_keys (
    record bigint not null primary key references record (sequence),
    keys text not null
);

-- The same the other way round. Without a reference: the nine rows of a record are written and deleted with it.
create table matching_block (
    block bigint not null,
    record bigint not null,
    primary key (block, record)
);

-- Pairs that share a key and score high enough to be thought about; the score is in thousandths of a bit.
create table matching_pair (
    left_record bigint not null,
    right_record bigint not null,
    score integer not null,
    part integer not null,
    primary key (left_record, right_record)
);
create index matching_pair_on_the_right on matching_pair (right_record);

-- Records of which somebody said something since the last harvest.
create table matching_due (
    record bigint not null primary key
);

create index verdict_on_the_right on verdict (right_record);

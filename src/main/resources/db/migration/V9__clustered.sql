-- What the duplicate finder remembers lies in the order in which it is asked for, which SQLite must be told: a table of
-- its own and an index of the same numbers beside it would both be written. The glance stands with every key of a record:
-- whoever looks under a key needs no second look at each record found there. All of it is made anew once.

drop table matching_block;
drop table matching_keys;
drop table matching_pair;
delete from matching_version;

create table matching_keys (
    record bigint not null primary key references record (sequence),
    keys text not null,
    glance bigint not null
) ${clustered};

create table matching_block (
    block bigint not null,
    record bigint not null,
    glance bigint not null,
    primary key (block, record)
) ${clustered};

create table matching_pair (
    left_record bigint not null,
    right_record bigint not null,
    score integer not null,
    part integer not null,
    primary key (left_record, right_record)
) ${clustered};
create index matching_pair_on_the_right on matching_pair (right_record);

-- What each version added, changed and removed: the one ledger that the dataset « changements » is written from.
create table publication_change (
    number bigint not null primary key,
    publication integer not null references publication (number),
    event text not null,
    edition integer not null,
    kind text not null,
    columns_changed text not null,
    replaced_by text
);

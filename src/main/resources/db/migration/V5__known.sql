-- What a harvest asks of every record of its source stands in an index: the long texts of 100,000 records are not read
-- for it, nor are the remarks, of which the codes suffice to count.

-- The codes in remarks, each with how often it occurs: "CODE 2 OTHER 1". Null without remarks, and in all records written
-- before this version: their sum of words is of other rules, so that it is written with the sum of today.
alter table record add column remark_codes text;

-- The key comes before the number: asked for some keys of a source, SQLite read all its numbers in the former one.
drop index record_number;
create index record_known on record
    (source, record_key, sequence, words, last_day, missing_since, removed_at, remark_codes);
-- The few that are absent for the time being, asked for even when nothing has changed.
create index record_missing on record (source) where missing_since is not null and removed_at is null;

-- What tells most pairs of a block apart without reading the events. All that is remembered is made anew once.
alter table matching_keys add column glance bigint not null default 0;
delete from matching_version;

-- The clusters that hold more than one record: counted after each harvest.
create index cluster_in_company on cluster_member (cluster) where rank_in_cluster = 2;

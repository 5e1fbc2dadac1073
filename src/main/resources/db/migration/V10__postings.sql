-- Which records stand under which key is kept in memory by each process that asks, made of the keys of the records: written
-- as rows in the order of the keys, those of ten records lie on eighty pages. What is remembered of the records stays.

drop table matching_block;

-- Another number after each change of matching_keys: whoever keeps in memory what they say knows by it that it still holds.
create table matching_mark (
    mark bigint not null
);
insert into matching_mark (mark) values (0);

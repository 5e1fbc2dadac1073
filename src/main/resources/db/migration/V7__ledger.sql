-- The ledger of verdicts: who said what of which pairs, when and why, and what a verdict that is taken back gives back.
-- Table « verdict » keeps the word that holds now; this one keeps every word ever said.

create table verdict_given (
    number bigint not null primary key,
    given_at text not null,
    -- The role, never a name.
    who text not null,
    -- SAME, APART or UNDONE.
    word text not null,
    reason text not null,
    -- For UNDONE: which one it takes back.
    undoes bigint references verdict_given (number)
);
create index verdict_given_undoes on verdict_given (undoes);

-- The pairs that a verdict was given on; « former » is the verdict that held on the pair before.
create table verdict_pair (
    verdict bigint not null references verdict_given (number),
    left_record bigint not null references record (sequence),
    right_record bigint not null references record (sequence),
    former bigint references verdict_given (number),
    primary key (verdict, left_record, right_record)
);
create index verdict_pair_on_the_left on verdict_pair (left_record);
create index verdict_pair_on_the_right on verdict_pair (right_record);

alter table verdict add column number bigint;

insert into verdict_given (number, given_at, who, word, reason)
select row_number() over (order by decided_at, left_record, right_record), decided_at, 'exploitant',
    case same when 1 then 'SAME' else 'APART' end, reason
from verdict;

update verdict set number = (
    select ranked.n from (
        select row_number() over (order by decided_at, left_record, right_record) as n, left_record as l, right_record as r
        from verdict) ranked
    where ranked.l = verdict.left_record and ranked.r = verdict.right_record);

insert into verdict_pair (verdict, left_record, right_record)
select number, left_record, right_record from verdict;

-- The ids that a record bore before: when a merge is undone, the merged id comes back to the records it stood for.
create table cluster_past (
    record bigint not null references record (sequence),
    cluster text not null,
    number bigint not null,
    primary key (record, cluster)
);
create index cluster_past_of_cluster on cluster_past (cluster);
create index cluster_past_number on cluster_past (number);

-- The review queue, the likeliest first.
create index match_found_to_review on match_found (score) where decision = 'REVIEW';

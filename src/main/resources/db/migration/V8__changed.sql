-- The day (2020-11-05) of a record's last known change: as its source tells it, else the day of the harvest that met other
-- words than before. Null while it is not known to have changed. Freshness, when records disagree.
alter table record add column changed_on text;

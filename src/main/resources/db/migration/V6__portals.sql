-- What stands where on the portals of others. A lost row is found again by the marks that stand on the portal itself.
create table portal_link (
    portal text not null,
    key text not null,
    -- The identifier that the portal gave; null while the first sending is under way.
    remote text,
    -- SHA-256 of the file that was last seen whole on the portal, and what the portal itself says of its bytes.
    sha256 text,
    bytes_seen text,
    -- What the portal will say of the bytes now being sent; null when nothing is.
    bytes_sent text,
    primary key (portal, key)
);

create table portal_push (
    portal text not null primary key,
    publication integer not null,
    pushed_at text not null,
    -- 1 when everything of that version stands on the portal.
    whole integer not null,
    message text not null
);

-- Drafts: what is being written together. A draft is a Yjs document: a snapshot, and the updates that came after it.

create table drafts (
    article_id bigint primary key references articles (id),
    -- The document as one update; covers every update up to "upto", which are deleted with it.
    snapshot bytea not null,
    upto bigint not null,
    -- The number of the latest update. Whoever appends raises it first, so that updates of an article come one by one.
    last bigint not null,
    edited_at bigint not null
);

create table draft_updates (
    article_id bigint not null references drafts (article_id),
    seq bigint not null,
    at bigint not null,
    -- Who sent it; null for the paper itself.
    by_id bigint,
    bytes bytea not null,
    primary key (article_id, seq)
);

-- Whose the client ids of a document are: those of whoever first wrote with them. 0 is the paper itself.
create table draft_clients (
    article_id bigint not null references drafts (article_id),
    client_id bigint not null,
    user_id bigint not null,
    primary key (article_id, client_id)
);

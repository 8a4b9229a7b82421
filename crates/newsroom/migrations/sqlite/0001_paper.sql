-- The paper: sections, bylines, articles and their versions, pictures, comments, counts, the change log.
-- Times are epoch milliseconds. A state is a nullable "..._at". The file of the same name for the other engine holds the same tables.

create table settings (
    name text primary key,
    value text not null
);

-- Everything that changes what readers see, in the order it became so. Caches, search and live streams follow it.
create table changes (
    seq integer primary key autoincrement,
    kind text not null,
    subject bigint not null,
    at bigint not null
);

create table sections (
    id integer primary key,
    parent_id bigint references sections (id),
    name text not null,
    slug text not null,
    path text not null unique,
    description text,
    colour bigint not null,
    position bigint not null
);

-- Who signs. A credit, not an account: most bylines of an archive belong to people who never sign in.
create table authors (
    id integer primary key,
    name text not null unique,
    slug text not null unique,
    role text,
    bio text,
    portrait text
);

create table tags (
    id integer primary key,
    name text not null unique,
    slug text not null unique
);

-- By content hash; the files lie in the media store. Alt, caption and credit are what the library proposes for a new use.
create table pictures (
    hash text primary key,
    width bigint not null,
    height bigint not null,
    widths text not null,
    colour text not null,
    alt text not null,
    caption text,
    credit text,
    created_at bigint not null
);

create table articles (
    id integer primary key,
    -- The stable id of the source an article was imported from.
    ref text unique,
    lang text not null,
    -- The id of the article that a group of translations started from; its own id where there is no other.
    translation_group bigint not null,
    slug text not null,
    -- The canonical address, from the first publication on.
    path text unique,
    section_id bigint not null references sections (id),
    -- The number of the latest version; 0 before the first publication.
    version bigint not null,
    -- What lists show, taken from the latest version, or from the working copy before the first.
    kicker text,
    headline text not null,
    excerpt text not null,
    byline text not null,
    lead_image text,
    words bigint not null,
    created_at bigint not null,
    -- The first publication. Set once.
    published_at bigint,
    updated_at bigint,
    withdrawn_at bigint,
    -- published_at while the article is on the site, null while it is not: what lists go by.
    listed_at bigint,
    -- Year times 100 plus month of published_at, in the site's zone.
    month bigint,
    -- Readings counted here, and those that an import brought along.
    views bigint not null,
    views_before bigint not null,
    -- Approved comments.
    comments bigint not null,
    -- What is being written, as JSON. Readers never see it; publishing copies it into a version.
    -- The last column, so that SQLite need not read past a long text to reach the others.
    working text not null
);

create index articles_listed on articles (listed_at);
create index articles_section on articles (section_id, listed_at);
create index articles_month on articles (month, listed_at);
create index articles_translation_group on articles (translation_group);

-- What was published, word for word. Rows are never changed; each hash covers the content and the hash before it.
create table article_versions (
    article_id bigint not null references articles (id),
    number bigint not null,
    kind text not null,
    note text,
    content text not null,
    published_at bigint not null,
    published_by text not null,
    previous_hash text not null,
    hash text not null,
    primary key (article_id, number)
);

create table article_authors (
    article_id bigint not null references articles (id),
    author_id bigint not null references authors (id),
    position bigint not null,
    primary key (article_id, author_id)
);

create index article_authors_author on article_authors (author_id, article_id);

create table article_tags (
    article_id bigint not null references articles (id),
    tag_id bigint not null references tags (id),
    position bigint not null,
    primary key (article_id, tag_id)
);

create index article_tags_tag on article_tags (tag_id, article_id);

-- Every path that was ever public, and what it leads to: exactly one of the two. It answers for ever.
create table paths (
    path text primary key,
    article_id bigint references articles (id),
    section_id bigint references sections (id),
    created_at bigint not null
);

create index paths_article on paths (article_id);

create table comments (
    id integer primary key,
    article_id bigint not null references articles (id),
    parent_id bigint references comments (id),
    -- The stable id of the source a comment was imported from.
    ref text unique,
    -- Made by the form that sent it: posting twice with one key is one comment.
    idempotency_key text unique,
    name text not null,
    email text not null,
    body text not null,
    state text not null,
    posted_at bigint not null,
    decided_at bigint,
    decided_by text
);

create index comments_article on comments (article_id, state, posted_at);
create index comments_state on comments (state, id);

-- Readings per article and day (days since 1970-01-01 in the site's zone).
create table view_days (
    article_id bigint not null references articles (id),
    day bigint not null,
    readings bigint not null,
    primary key (article_id, day)
);

create index view_days_day on view_days (day, readings);

-- Who has been counted on a day: a keyed hash that means nothing once the day's salt is gone. Cleared with the salt.
create table view_marks (
    day bigint not null,
    mark blob not null,
    primary key (day, mark)
);

create table view_salts (
    day bigint primary key,
    salt blob not null
);

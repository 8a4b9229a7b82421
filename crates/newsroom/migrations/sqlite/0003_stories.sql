-- The desk: every article as a story that somebody works on, and the preview links of stories.
-- Times are epoch milliseconds. The file of the same name for the other engine holds the same tables.

-- One row per article, made with it. What lists of the desk show, so that none of them reads an article's text.
create table stories (
    article_id bigint primary key references articles (id),
    -- draft, review, scheduled, published, withdrawn or deleted.
    state text not null,
    -- The account that began it; none for what was imported.
    owner_id bigint,
    -- Of the working copy.
    headline text not null,
    section_id bigint not null references sections (id),
    byline text not null,
    words bigint not null,
    -- Headline, line end, byline: in lower case and without accents, as searches look for them.
    folded text not null,
    edited_at bigint not null,
    edited_by text not null,
    -- 1 while the working copy says what no version says.
    changed bigint not null,
    -- When it becomes public, or is updated in public, by itself; with the version's particulars.
    scheduled_at bigint,
    scheduled_by text,
    schedule_kind text,
    schedule_note text,
    -- When it should have become public and could not: the paper was off, or something was missing.
    missed_at bigint,
    embargo_until bigint,
    -- When somebody last made it public, by the account: how quickly one person goes about it.
    released_at bigint,
    released_by bigint,
    -- What its address says since it was withdrawn.
    withdrawn_line text,
    -- The bin, and the state to come back to.
    deleted_at bigint,
    deleted_from text
);

-- A list is read in the order of its index; what a filter looks at stands in it too.
create index stories_edited on stories (edited_at, article_id, state, section_id, owner_id, folded);
create index stories_state on stories (state, edited_at, article_id);
create index stories_section on stories (section_id, edited_at, article_id, state);
create index stories_owner on stories (owner_id, edited_at, article_id, state);
create index stories_scheduled on stories (scheduled_at);
create index stories_deleted on stories (deleted_at);
create index stories_released on stories (released_by, released_at);

insert into stories (article_id, state, headline, section_id, byline, words, folded, edited_at, edited_by, changed)
select a.id,
       case when a.listed_at is not null then 'published' when a.withdrawn_at is not null then 'withdrawn' else 'draft' end,
       a.headline, a.section_id, a.byline, a.words,
       replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
           lower(a.headline || '
' || a.byline),
           'à', 'a'), 'è', 'e'), 'é', 'e'), 'ì', 'i'), 'ò', 'o'), 'ù', 'u'),
           'À', 'a'), 'È', 'e'), 'É', 'e'), 'Ì', 'i'), 'Ò', 'o'), 'Ù', 'u'), '’', ''''),
       coalesce(a.updated_at, a.published_at, a.created_at), 'import',
       case when v.content = a.working then 0 else 1 end
  from articles a
  left join article_versions v on v.article_id = a.id and v.number = a.version;

-- Links for people without an account. The secret itself is not here, only its BLAKE3 hash in hexadecimal.
create table previews (
    id integer primary key,
    article_id bigint not null references articles (id),
    hash text not null unique,
    made_by text not null,
    created_at bigint not null,
    expires_at bigint not null
);

create index previews_article on previews (article_id);

-- Corrections of all articles, latest first.
create index article_versions_kind on article_versions (kind, published_at);

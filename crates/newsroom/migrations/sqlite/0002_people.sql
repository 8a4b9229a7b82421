-- People: accounts, signed-in browsers, links to choose a password, passkeys, recovery codes, and what everybody did.
-- Whatever lets somebody in is stored as a hash.

create table users (
    id integer primary key autoincrement,
    -- Lower case.
    email text not null unique,
    name text not null,
    role text not null,
    lang text not null,
    -- The name they sign stories with, where it is not their own.
    byline text,
    -- Argon2id, as a PHC string; none until they have chosen one.
    password text,
    -- The secret of their codes in base 32, and the last half-minute whose code was used.
    totp text,
    totp_step bigint,
    -- A secret that waits for its first code.
    totp_waiting text,
    created_at bigint not null,
    suspended_at bigint,
    suspended_by text,
    seen_at bigint
);

-- Numbers are never given twice: a connection that outlives its session must not meet another one under its number.
create table sessions (
    id integer primary key autoincrement,
    hash blob not null unique,
    -- The hash before the token was changed, and until when it still answers.
    old_hash blob,
    old_until bigint,
    -- 1 where the token is to be changed at the next request.
    rotate bigint not null,
    user_id bigint not null references users (id),
    created_at bigint not null,
    seen_at bigint not null,
    expires_at bigint not null,
    -- The beginning of the network address, and the browser as it calls itself.
    address text not null,
    agent text not null
);

create index sessions_old_hash on sessions (old_hash);
create index sessions_user on sessions (user_id);

-- Links by which a password is chosen: "welcome" for the first, "reset" for another. Gone once used.
create table tickets (
    hash blob primary key,
    user_id bigint not null references users (id),
    kind text not null,
    created_at bigint not null,
    expires_at bigint not null
);

create index tickets_user on tickets (user_id);

create table passkeys (
    id integer primary key autoincrement,
    user_id bigint not null references users (id),
    credential blob not null unique,
    name text not null,
    -- The public key and what is known of it, as JSON.
    data text not null,
    created_at bigint not null,
    used_at bigint
);

create index passkeys_user on passkeys (user_id);

create table recovery_codes (
    user_id bigint not null references users (id),
    hash blob not null,
    used_at bigint,
    primary key (user_id, hash)
);

-- What people did. Rows are only ever added.
create table audit (
    id integer primary key autoincrement,
    at bigint not null,
    user_id bigint references users (id),
    who text not null,
    action text not null,
    subject text not null,
    detail text not null
);

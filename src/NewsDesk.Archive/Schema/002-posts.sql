-- The index of the posts' files: may be deleted, and is made again from them.

CREATE TABLE posts (
    id {identity},
    path TEXT {bytewise} NOT NULL UNIQUE,
    file_hash TEXT NOT NULL,
    uid TEXT {bytewise} NOT NULL UNIQUE,
    slug TEXT {bytewise} NOT NULL,
    title TEXT NOT NULL,
    clean_title TEXT,
    persona TEXT,
    kind TEXT,
    summary TEXT,
    clean_summary TEXT,
    language TEXT NOT NULL,
    draft BOOLEAN NOT NULL,
    -- An older post has the same slug; this one waits until that one goes.
    shadowed BOOLEAN NOT NULL DEFAULT FALSE,
    published BIGINT NOT NULL,
    updated BIGINT,
    month INTEGER NOT NULL,
    excerpt TEXT NOT NULL,
    word_count INTEGER NOT NULL,
    reading_minutes INTEGER NOT NULL,
    details TEXT NOT NULL,
    text TEXT NOT NULL,
    html TEXT NOT NULL,
    clean_html TEXT NOT NULL,
    sign_off_html TEXT,
    clean_sign_off_html TEXT
);

CREATE INDEX posts_slug ON posts (slug, published, path);
CREATE INDEX posts_newest ON posts (published DESC, id DESC) WHERE NOT draft AND NOT shadowed;
CREATE INDEX posts_persona ON posts (persona, published DESC, id DESC) WHERE NOT draft AND NOT shadowed;
CREATE INDEX posts_kind ON posts (kind, published DESC, id DESC) WHERE NOT draft AND NOT shadowed;
CREATE INDEX posts_month ON posts (month, published) WHERE NOT draft AND NOT shadowed;

CREATE TABLE post_tags (
    post_id BIGINT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    tag TEXT NOT NULL,
    -- The post's, kept here too so that a tag's page is one walk along one index.
    published BIGINT NOT NULL,
    PRIMARY KEY (post_id, position)
);

CREATE INDEX post_tags_tag ON post_tags (tag, published DESC, post_id DESC);

CREATE TABLE post_aliases (
    post_id BIGINT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    alias TEXT {bytewise} NOT NULL,
    PRIMARY KEY (post_id, position)
);

CREATE INDEX post_aliases_alias ON post_aliases (alias);

-- The articles that a post answers, as its file names them.
CREATE TABLE post_originals (
    post_id BIGINT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    url TEXT {bytewise} NOT NULL,
    title TEXT,
    publisher TEXT,
    author TEXT,
    published BIGINT,
    quote TEXT,
    PRIMARY KEY (post_id, position)
);

CREATE INDEX post_originals_url ON post_originals (url);

-- Everything gathered. Times are Unix milliseconds, UTC.

CREATE TABLE sources (
    id {identity},
    kind TEXT NOT NULL,
    url TEXT {bytewise} NOT NULL UNIQUE,
    title TEXT NOT NULL,
    site_url TEXT,
    category TEXT,
    language TEXT,
    weight DOUBLE PRECISION NOT NULL DEFAULT 1,
    whole_page BOOLEAN NOT NULL DEFAULT FALSE,
    active BOOLEAN NOT NULL DEFAULT TRUE,
    added BIGINT NOT NULL,
    -- How the last visits went, and when the next one is due.
    etag TEXT,
    last_modified TEXT,
    body_hash TEXT,
    visited BIGINT,
    succeeded BIGINT,
    last_new BIGINT,
    next_due BIGINT NOT NULL DEFAULT 0,
    every_seconds BIGINT NOT NULL DEFAULT 3600,
    failures INTEGER NOT NULL DEFAULT 0,
    last_error TEXT,
    claimed_by TEXT,
    claimed_until BIGINT
);

CREATE INDEX sources_due ON sources (next_due) WHERE active;

CREATE TABLE stories (
    id {identity},
    title TEXT NOT NULL,
    language TEXT,
    began BIGINT NOT NULL,
    latest BIGINT NOT NULL,
    articles INTEGER NOT NULL DEFAULT 0,
    outlets INTEGER NOT NULL DEFAULT 0,
    follows BIGINT REFERENCES stories (id) ON DELETE SET NULL,
    details TEXT NOT NULL DEFAULT '{}'
);

CREATE INDEX stories_latest ON stories (latest DESC, id DESC);
CREATE INDEX stories_follows ON stories (follows) WHERE follows IS NOT NULL;

CREATE TABLE articles (
    id {identity},
    source_id BIGINT NOT NULL REFERENCES sources (id),
    url TEXT {bytewise} NOT NULL UNIQUE,
    title TEXT NOT NULL,
    byline TEXT,
    publisher TEXT,
    published BIGINT,
    first_seen BIGINT NOT NULL,
    last_seen BIGINT NOT NULL,
    -- Its place on the wire. Who claims to publish in the future stands where we first saw it, not on top for ever.
    wire_time BIGINT NOT NULL GENERATED ALWAYS AS (CASE WHEN published < first_seen THEN published ELSE first_seen END) STORED,
    withdrawn BIGINT,
    language TEXT,
    -- The source's, kept here too so that a category's wire is one walk along one index.
    category TEXT,
    excerpt TEXT,
    image TEXT,
    content_hash TEXT NOT NULL,
    word_count INTEGER NOT NULL,
    story_id BIGINT REFERENCES stories (id) ON DELETE SET NULL,
    -- Last, so that reading a line of the wire does not walk through the text.
    text TEXT NOT NULL,
    html TEXT NOT NULL
);

CREATE INDEX articles_wire ON articles (wire_time DESC, id DESC) WHERE withdrawn IS NULL;
CREATE INDEX articles_source ON articles (source_id, wire_time DESC, id DESC) WHERE withdrawn IS NULL;
CREATE INDEX articles_category ON articles (category, wire_time DESC, id DESC) WHERE withdrawn IS NULL;
CREATE INDEX articles_language ON articles (language, wire_time DESC, id DESC) WHERE withdrawn IS NULL;
CREATE INDEX articles_story ON articles (story_id, wire_time DESC, id DESC) WHERE story_id IS NOT NULL;
CREATE INDEX articles_last_seen ON articles (last_seen);

-- What an article said before it was changed.
CREATE TABLE article_versions (
    id {identity},
    article_id BIGINT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    replaced BIGINT NOT NULL,
    title TEXT NOT NULL,
    byline TEXT,
    published BIGINT,
    excerpt TEXT,
    content_hash TEXT NOT NULL,
    word_count INTEGER NOT NULL,
    text TEXT NOT NULL,
    html TEXT NOT NULL
);

CREATE INDEX article_versions_article ON article_versions (article_id, replaced DESC, id DESC);

-- Where an article was seen: a feed's item, a file of the inbox.
CREATE TABLE mentions (
    source_id BIGINT NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
    mention_key TEXT {bytewise} NOT NULL,
    article_id BIGINT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    first_seen BIGINT NOT NULL,
    last_seen BIGINT NOT NULL,
    hash TEXT,
    PRIMARY KEY (source_id, mention_key)
);

CREATE INDEX mentions_article ON mentions (article_id);

-- How many articles each day of the wire has (days since 1970), so that nobody counts a million rows for a page.
CREATE TABLE wire_days (
    day BIGINT PRIMARY KEY,
    articles BIGINT NOT NULL
);

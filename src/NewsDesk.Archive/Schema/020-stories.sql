-- Stories as the newsroom tells them: ranked, told anew when an article changes, and kept as editors decided.

-- The newest article's time, moved ahead by how broadly the story is told: one number that orders stories without a look at the clock.
ALTER TABLE stories ADD COLUMN rank BIGINT NOT NULL DEFAULT 0;
-- An article came, went or changed since the story was told.
ALTER TABLE stories ADD COLUMN stale BOOLEAN NOT NULL DEFAULT FALSE;

CREATE INDEX stories_rank ON stories (rank DESC, id DESC) WHERE outlets > 1;
CREATE INDEX stories_stale ON stories (id) WHERE stale;
CREATE INDEX articles_ungrouped ON articles (id) WHERE story_id IS NULL;

-- Why an article is in its story, for those that joined one.
CREATE TABLE story_joins (
    article_id BIGINT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    -- The article whose text this one has; it may be gone.
    copy_of BIGINT,
    -- An editor put it there.
    pinned BOOLEAN NOT NULL DEFAULT FALSE,
    reasons TEXT NOT NULL
);

-- What once was a story of its own, and where its articles are now: addresses go on working.
CREATE TABLE story_moves (
    from_id BIGINT PRIMARY KEY,
    into_id BIGINT NOT NULL
);

CREATE INDEX story_moves_into ON story_moves (into_id);

-- Stories that editors parted: they never become one by themselves.
CREATE TABLE story_parted (
    low BIGINT NOT NULL,
    high BIGINT NOT NULL,
    PRIMARY KEY (low, high)
);

-- What editors decided, in terms of articles, so that it can be done again after the stories were made anew.
CREATE TABLE story_decisions (
    id {identity},
    decided BIGINT NOT NULL,
    editor_id BIGINT REFERENCES editors (id) ON DELETE SET NULL,
    kind TEXT NOT NULL,
    -- JSON: the ids of the articles that it is about.
    articles TEXT NOT NULL,
    -- An article of the story that they go into; none for a story of their own.
    beside BIGINT,
    -- The last article that was grouped when it was carried out; none while it waits.
    after_article BIGINT,
    -- What became of it, as a sentence.
    outcome TEXT
);

CREATE INDEX story_decisions_waiting ON story_decisions (id) WHERE outcome IS NULL;
CREATE INDEX story_decisions_editor ON story_decisions (editor_id) WHERE editor_id IS NOT NULL;

-- Work that one node at a time does.
CREATE TABLE claims (
    name TEXT {bytewise} PRIMARY KEY,
    node TEXT NOT NULL,
    until BIGINT NOT NULL
);

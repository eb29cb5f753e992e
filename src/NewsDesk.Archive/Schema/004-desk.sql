-- The editors' side, what was read out of articles, and how visits to sources went.

CREATE TABLE visits (
    id {identity},
    source_id BIGINT NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
    began BIGINT NOT NULL,
    took_milliseconds BIGINT NOT NULL,
    bytes BIGINT NOT NULL,
    status INTEGER,
    added INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    error TEXT
);

CREATE INDEX visits_source ON visits (source_id, began DESC, id DESC);
CREATE INDEX visits_began ON visits (began);

CREATE TABLE figures (
    id {identity},
    article_id BIGINT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    measure TEXT NOT NULL,
    amount DOUBLE PRECISION NOT NULL,
    upper_amount DOUBLE PRECISION,
    unit TEXT,
    hedge TEXT,
    speaker TEXT,
    written TEXT NOT NULL,
    sentence TEXT NOT NULL
);

CREATE INDEX figures_article ON figures (article_id, position);

CREATE TABLE editors (
    id {identity},
    name TEXT {bytewise} NOT NULL UNIQUE,
    display_name TEXT NOT NULL,
    role TEXT NOT NULL,
    active BOOLEAN NOT NULL DEFAULT TRUE,
    added BIGINT NOT NULL
);

-- Ways to show who one is; never the secret itself.
CREATE TABLE credentials (
    id {identity},
    editor_id BIGINT NOT NULL REFERENCES editors (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    label TEXT NOT NULL,
    proof TEXT NOT NULL,
    added BIGINT NOT NULL,
    used BIGINT
);

CREATE INDEX credentials_editor ON credentials (editor_id);

-- Every text that an editor saved, whatever became of its file.
CREATE TABLE revisions (
    id {identity},
    path TEXT {bytewise} NOT NULL,
    saved BIGINT NOT NULL,
    editor_id BIGINT REFERENCES editors (id) ON DELETE SET NULL,
    note TEXT,
    hash TEXT NOT NULL,
    text TEXT NOT NULL
);

CREATE INDEX revisions_path ON revisions (path, saved DESC, id DESC);
CREATE INDEX revisions_editor ON revisions (editor_id) WHERE editor_id IS NOT NULL;

CREATE TABLE media (
    id {identity},
    path TEXT {bytewise} NOT NULL UNIQUE,
    hash TEXT NOT NULL,
    type TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    width INTEGER,
    height INTEGER,
    description TEXT,
    added BIGINT NOT NULL,
    editor_id BIGINT REFERENCES editors (id) ON DELETE SET NULL
);

CREATE INDEX media_hash ON media (hash);
CREATE INDEX media_added ON media (added DESC, id DESC);
CREATE INDEX media_editor ON media (editor_id) WHERE editor_id IS NOT NULL;

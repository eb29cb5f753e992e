-- The words of titles and texts with their places, already split and folded. Narrow rows: the words themselves are put aside, uncompressed,
-- and only read to check a phrase.
CREATE TABLE article_words (
    id BIGINT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    words TSVECTOR NOT NULL
) WITH (toast_tuple_target = 128);
ALTER TABLE article_words ALTER COLUMN words SET STORAGE EXTERNAL;

CREATE TABLE post_words (
    id BIGINT PRIMARY KEY REFERENCES posts (id) ON DELETE CASCADE,
    words TSVECTOR NOT NULL
) WITH (toast_tuple_target = 128);
ALTER TABLE post_words ALTER COLUMN words SET STORAGE EXTERNAL;

-- What waits to be sorted in is read by every search: keep it short.
CREATE INDEX article_words_words ON article_words USING gin (words) WITH (gin_pending_list_limit = 1024);
CREATE INDEX post_words_words ON post_words USING gin (words) WITH (gin_pending_list_limit = 256);

CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

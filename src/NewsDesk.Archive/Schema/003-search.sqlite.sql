-- The words of titles and texts, already split and folded: the tokenizer only parts them at spaces. No content is kept here, the rows
-- have it. Beginnings of three letters, the costliest, have their own index.
CREATE VIRTUAL TABLE article_words USING fts5 (words, content = '', tokenize = 'ascii', prefix = '3');
CREATE VIRTUAL TABLE post_words USING fts5 (words, content = '', tokenize = 'ascii', prefix = '3');

-- Collect this many bytes of a transaction before they are written: large batches make few segments.
INSERT INTO article_words (article_words, rank) VALUES ('hashsize', 33554432);

CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

-- Segments are merged eight at a time: each word is written again less often, for a few more segments that a search looks into.
INSERT INTO article_words (article_words, rank) VALUES ('automerge', 8);

-- Two megabytes of a transaction are collected before they are written. Thirty-two spared a large batch a twentieth, but every later commit
-- then walked through the empty places of so large a table: a millisecond for each single article.
INSERT INTO article_words (article_words, rank) VALUES ('hashsize', 2097152);

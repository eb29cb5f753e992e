-- Segments are merged eight at a time: each word is written again less often, for a few more segments that a search looks into.
INSERT INTO article_words (article_words, rank) VALUES ('automerge', 8);

-- Feeds tell subscribers of a change only when the words change, not when a post is printed again.

ALTER TABLE posts ADD COLUMN words_hash TEXT;
ALTER TABLE posts ADD COLUMN changed BIGINT;

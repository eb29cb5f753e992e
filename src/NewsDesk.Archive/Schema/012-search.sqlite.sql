-- A single article is a small segment of its own, and eight of them were merged again and again: 4 to 6 ms for each in the mean. Sixteen at a time
-- cost 1.5 to 2.3, and neither a large batch nor a search notices.
INSERT INTO article_words (article_words, rank) VALUES ('crisismerge', 32);
INSERT INTO article_words (article_words, rank) VALUES ('automerge', 16);
INSERT INTO post_words (post_words, rank) VALUES ('crisismerge', 32);
INSERT INTO post_words (post_words, rank) VALUES ('automerge', 16);

-- The addresses that a post's text cites, or shows as cards, beside the originals at its top: they are looked for as those are.
CREATE TABLE post_citations (
    post_id BIGINT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    url TEXT {bytewise} NOT NULL,
    PRIMARY KEY (post_id, position)
);

CREATE INDEX post_citations_url ON post_citations (url);

-- What the posts in the index cite is found when they are printed once more.
UPDATE posts SET file_hash = '';

-- What the story desk compares of an article, kept so that a start need not read two hundred thousand texts again.

CREATE TABLE story_sketches (
    article_id BIGINT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    -- Numbers only, and no words; another edition of the program may not understand it, and reads the article again.
    sketch TEXT NOT NULL
);

-- What became different, told by the database itself: whoever changed it, a node, a tool or a person with a prompt, the pages
-- that show it are dropped. Rows are forgotten after some minutes.
CREATE TABLE changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    subject TEXT NOT NULL,
    key BIGINT NOT NULL,
    at BIGINT NOT NULL DEFAULT (CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER))
);

CREATE TRIGGER posts_added AFTER INSERT ON posts BEGIN INSERT INTO changes (subject, key) VALUES ('post', NEW.id); END;
CREATE TRIGGER posts_changed AFTER UPDATE ON posts BEGIN INSERT INTO changes (subject, key) VALUES ('post', NEW.id); END;
CREATE TRIGGER posts_removed AFTER DELETE ON posts BEGIN INSERT INTO changes (subject, key) VALUES ('post', OLD.id); END;

-- A post stands beside the articles that it answers: it changes with them.
CREATE TRIGGER articles_added AFTER INSERT ON articles BEGIN
    INSERT INTO changes (subject, key) VALUES ('article', NEW.id);
    INSERT INTO changes (subject, key) SELECT 'post', post_id FROM post_originals WHERE url = NEW.url;
END;
-- That an article was seen once more is nothing that a page shows.
CREATE TRIGGER articles_changed AFTER UPDATE ON articles
WHEN OLD.content_hash <> NEW.content_hash OR OLD.title <> NEW.title OR OLD.source_id <> NEW.source_id OR OLD.withdrawn IS NOT NEW.withdrawn
    OR OLD.category IS NOT NEW.category OR OLD.story_id IS NOT NEW.story_id BEGIN
    INSERT INTO changes (subject, key) VALUES ('article', NEW.id);
    INSERT INTO changes (subject, key) SELECT 'post', post_id FROM post_originals WHERE url = NEW.url;
END;
CREATE TRIGGER articles_removed AFTER DELETE ON articles BEGIN
    INSERT INTO changes (subject, key) VALUES ('article', OLD.id);
    INSERT INTO changes (subject, key) SELECT 'post', post_id FROM post_originals WHERE url = OLD.url;
END;

CREATE TRIGGER stories_added AFTER INSERT ON stories BEGIN INSERT INTO changes (subject, key) VALUES ('story', NEW.id); END;
CREATE TRIGGER stories_changed AFTER UPDATE ON stories BEGIN INSERT INTO changes (subject, key) VALUES ('story', NEW.id); END;
CREATE TRIGGER stories_removed AFTER DELETE ON stories BEGIN INSERT INTO changes (subject, key) VALUES ('story', OLD.id); END;

CREATE TRIGGER sources_added AFTER INSERT ON sources BEGIN INSERT INTO changes (subject, key) VALUES ('source', NEW.id); END;
CREATE TRIGGER sources_changed AFTER UPDATE ON sources
WHEN OLD.title <> NEW.title OR OLD.url <> NEW.url OR OLD.kind <> NEW.kind OR OLD.site_url IS NOT NEW.site_url OR OLD.category IS NOT NEW.category
    OR OLD.language IS NOT NEW.language OR OLD.active <> NEW.active OR OLD.weight <> NEW.weight BEGIN
    INSERT INTO changes (subject, key) VALUES ('source', NEW.id);
END;
CREATE TRIGGER sources_removed AFTER DELETE ON sources BEGIN INSERT INTO changes (subject, key) VALUES ('source', OLD.id); END;
-- How its visits go; who has claimed it concerns no reader.
CREATE TRIGGER sources_visited AFTER UPDATE ON sources
WHEN OLD.visited IS NOT NEW.visited OR OLD.succeeded IS NOT NEW.succeeded OR OLD.last_new IS NOT NEW.last_new OR OLD.failures <> NEW.failures
    OR OLD.last_error IS NOT NEW.last_error OR OLD.every_seconds <> NEW.every_seconds BEGIN
    INSERT INTO changes (subject, key) VALUES ('visit', NEW.id);
END;

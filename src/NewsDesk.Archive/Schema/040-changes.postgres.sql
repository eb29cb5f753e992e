-- Articles come in by the hundred: their changes are noted once a statement, not once a row.
DROP TRIGGER articles_come_or_gone ON articles;

CREATE FUNCTION note_articles_added() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO changes (subject, key) SELECT 'article', id FROM added;
    INSERT INTO changes (subject, key) SELECT 'post', o.post_id FROM added JOIN post_originals o ON o.url = added.url;
    RETURN NULL;
END $$;

CREATE TRIGGER articles_added AFTER INSERT ON articles REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION note_articles_added();
CREATE TRIGGER articles_removed AFTER DELETE ON articles FOR EACH ROW EXECUTE FUNCTION note_article_change();

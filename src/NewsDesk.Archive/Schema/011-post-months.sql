-- How many posts each month shows, those that are still to appear included, so that nobody counts them all for a page.

CREATE TABLE post_months (
    month INTEGER PRIMARY KEY,
    posts BIGINT NOT NULL
);

INSERT INTO post_months (month, posts) SELECT month, count(*) FROM posts WHERE NOT draft AND NOT shadowed GROUP BY month;

-- The slugs under which readers found a post before its title or slug was changed: they have links to them.
CREATE TABLE former_slugs (
    slug TEXT {bytewise} NOT NULL PRIMARY KEY,
    uid TEXT {bytewise} NOT NULL
);

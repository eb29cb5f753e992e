-- What must be remembered of a source so that any node can gather it, and what a visit had to say beside its errors.

-- How to read it, as the operator's list has it (JSON that only the newsroom understands), and what the feed itself asks for.
ALTER TABLE sources ADD COLUMN reading TEXT NOT NULL DEFAULT '{}';
ALTER TABLE sources ADD COLUMN wishes TEXT NOT NULL DEFAULT '{}';

-- When its newest article was published, by its own dates.
ALTER TABLE sources ADD COLUMN last_published BIGINT;

-- Set when it said that it is gone for good; it is not visited again until an editor asks for it.
ALTER TABLE sources ADD COLUMN retired BIGINT;

-- Where it says that it moved to for ever, and how often in a row it said so: once may be a mistake.
ALTER TABLE sources ADD COLUMN moved_to TEXT;
ALTER TABLE sources ADD COLUMN moves INTEGER NOT NULL DEFAULT 0;

-- How many articles' pages are still to be fetched: so many are not fetched in one visit.
ALTER TABLE sources ADD COLUMN pages_waiting INTEGER NOT NULL DEFAULT 0;

ALTER TABLE visits ADD COLUMN note TEXT;

DROP INDEX sources_due;
CREATE INDEX sources_due ON sources (next_due) WHERE active AND retired IS NULL;

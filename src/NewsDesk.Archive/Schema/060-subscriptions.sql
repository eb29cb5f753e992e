-- Who wants to be told at once when a feed of ours changes (WebSub), and which hubs elsewhere are told of it.

-- What was asked of our hub and is not verified yet. A subscription stays as it is until then.
CREATE TABLE subscription_requests (
    id {identity},
    topic TEXT {bytewise} NOT NULL,
    callback TEXT {bytewise} NOT NULL,
    mode TEXT NOT NULL,
    lease_seconds BIGINT NOT NULL,
    secret TEXT,
    -- The feed as it was when the subscriber asked: what comes later is to be told.
    content_hash TEXT NOT NULL,
    -- Tells a request from an older one that is just being verified.
    asked BIGINT NOT NULL,
    next_try BIGINT NOT NULL,
    failures INTEGER NOT NULL DEFAULT 0,
    claimed_by TEXT,
    claimed_until BIGINT,
    UNIQUE (topic, callback)
);

CREATE INDEX subscription_requests_due ON subscription_requests (next_try, id);

-- What the feeds that somebody has subscribed to say now. Who was told something else is told: no queue can lose it, or grow.
CREATE TABLE subscription_topics (
    topic TEXT {bytewise} PRIMARY KEY,
    content_hash TEXT NOT NULL
);

CREATE TABLE subscriptions (
    id {identity},
    topic TEXT {bytewise} NOT NULL,
    callback TEXT {bytewise} NOT NULL,
    -- Deliveries are signed with it, so it cannot be kept as a hash.
    secret TEXT,
    begun BIGINT NOT NULL,
    expires BIGINT NOT NULL,
    told_hash TEXT NOT NULL,
    told BIGINT,
    next_try BIGINT NOT NULL,
    failures INTEGER NOT NULL DEFAULT 0,
    last_error TEXT,
    claimed_by TEXT,
    claimed_until BIGINT,
    UNIQUE (topic, callback)
);

CREATE INDEX subscriptions_expires ON subscriptions (expires);

-- What other hubs were last told of each post: its words and address, and the feeds that had it (JSON).
CREATE TABLE announced_posts (
    uid TEXT {bytewise} PRIMARY KEY,
    print TEXT NOT NULL,
    feeds TEXT NOT NULL
);

-- Feeds of which a hub elsewhere is still to be told.
CREATE TABLE hub_pings (
    id {identity},
    hub TEXT {bytewise} NOT NULL,
    topic TEXT {bytewise} NOT NULL,
    asked BIGINT NOT NULL,
    next_try BIGINT NOT NULL,
    failures INTEGER NOT NULL DEFAULT 0,
    claimed_by TEXT,
    claimed_until BIGINT,
    UNIQUE (hub, topic)
);

CREATE INDEX hub_pings_due ON hub_pings (next_try, id);

-- The words of each post that subscribers were given last, also of posts that are gone: what comes back as it was is no change.
CREATE TABLE told_posts (
    uid TEXT {bytewise} PRIMARY KEY,
    -- Of its file, when that was last there.
    path TEXT {bytewise} NOT NULL,
    words_hash TEXT NOT NULL,
    -- When it first appeared, and when its words last changed; null while they never did.
    published BIGINT NOT NULL,
    changed BIGINT
);

CREATE INDEX told_posts_path ON told_posts (path);

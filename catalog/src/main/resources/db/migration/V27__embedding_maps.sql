-- Maps of embeddings (docs/decisions/0087-maps.md): one for each key that somebody asked for.
CREATE TABLE embedding_map (
    key         text PRIMARY KEY,
    version     integer NOT NULL DEFAULT 0, -- the one that answers; the next one is being made while is_wanted
    computed_at timestamptz,
    min_x       real,
    min_y       real,
    max_x       real,
    max_y       real,
    is_wanted   boolean NOT NULL DEFAULT false,
    progress    integer NOT NULL DEFAULT 0, -- of the next version, in thousandths
    fault       text,
    owner       uuid,                       -- the process that works on it, until lease_until
    lease_until timestamptz
);

-- Points in sets, as core.map.PackedPoints has them. Of a point that is in several sets of a version, the one with the highest number counts.
CREATE TABLE embedding_map_points (
    key           text    NOT NULL,
    version       integer NOT NULL,
    number        integer NOT NULL,
    are_landmarks boolean NOT NULL,
    points        bytea   NOT NULL,
    PRIMARY KEY (key, version, number)
);
ALTER TABLE embedding_map_points ALTER COLUMN points SET STORAGE EXTERNAL; -- coordinates do not compress

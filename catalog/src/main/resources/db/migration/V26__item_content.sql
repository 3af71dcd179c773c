-- What items say (docs/decisions/0096). No foreign keys (docs/decisions/0003): the one who reads removes the rows of items that are gone.
CREATE TABLE item_content (
    item_id  uuid PRIMARY KEY,
    source   text NOT NULL,     -- digest of what was read, or tried to be
    content  text,              -- null where nothing could be read
    fault    text,              -- why nothing could be
    attempts int NOT NULL,
    retry_at timestamptz        -- null for never
);
CREATE INDEX item_content_retry ON item_content (retry_at) WHERE retry_at IS NOT NULL;

-- What items mean, as the built-in text encoder understands them.
CREATE TABLE item_meaning (
    item_id uuid PRIMARY KEY,
    meant   text NOT NULL,      -- digest of the encoder and the text
    vector  bytea NOT NULL CHECK (octet_length(vector) % 4 = 0) -- float4, little-endian
);
ALTER TABLE item_meaning ALTER COLUMN vector SET STORAGE EXTERNAL; -- numbers do not compress

-- How far the change feed was read for both, and who is at it. Under other circumstances (another encoder, another version of the metadata schema) it is
-- read from its start.
CREATE TABLE content_reading (
    read_under    text PRIMARY KEY,
    transaction   bigint NOT NULL,
    item_id       uuid NOT NULL,
    claim         uuid,
    claimed_until timestamptz NOT NULL
);

-- Vectors that came in bulk. Those in client_metadata are read from there; where both are, this table's count.
-- No foreign key (docs/decisions/0003): whoever removes items removes their vectors.
CREATE TABLE item_vector (
    item_id uuid NOT NULL,
    key     text NOT NULL,   -- of the metadata schema
    frame   bigint NOT NULL, -- of a video, from 0; -1 for the item itself
    vector  bytea NOT NULL CHECK (octet_length(vector) % 4 = 0), -- float4, little-endian
    PRIMARY KEY (item_id, key, frame)
);
ALTER TABLE item_vector ALTER COLUMN vector SET STORAGE EXTERNAL; -- numbers do not compress

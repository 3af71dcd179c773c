-- Files that people upload into storage of ours, and places for them.
CREATE TABLE hosted_object (
    id             uuid PRIMARY KEY,
    object_key     text NOT NULL,                  -- made of the id; items name it as their object_url
    integration_id uuid NOT NULL,                  -- where it lies; the server's own directory is in no table
    folder_id      uuid,                           -- null until it is known
    created_by     uuid NOT NULL,
    is_kept        boolean NOT NULL DEFAULT false, -- an upload job has named it: its bytes stay as they are
    is_removed     boolean NOT NULL DEFAULT false, -- nothing may name it any more; the row goes when the file is deleted
    due_at         timestamptz NOT NULL            -- when to see whether an item names it
);
CREATE INDEX hosted_object_due ON hosted_object (due_at);
CREATE INDEX item_hosted ON item (object_url) WHERE object_url LIKE 'accession/uploaded/%';

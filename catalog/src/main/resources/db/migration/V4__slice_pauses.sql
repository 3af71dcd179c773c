-- A slice that cannot be planned waits longer after each attempt, so that it does not stand in the way of others.
ALTER TABLE upload_slice
    ADD COLUMN attempts integer NOT NULL DEFAULT 0,
    ADD COLUMN due_at timestamptz NOT NULL DEFAULT '-infinity';

-- Image sequences are rendered after they were looked at: for tolerant jobs at once, for atomic jobs when everything is sound.
ALTER TABLE upload_unit DROP CONSTRAINT upload_unit_state_check;
ALTER TABLE upload_unit ADD CONSTRAINT upload_unit_state_check
    CHECK (state IN ('TO_PROBE', 'TO_RENDER', 'PROBED', 'REGISTERED', 'FAILED', 'CANCELLED'));
CREATE INDEX upload_unit_to_render ON upload_unit (job_id, ordinal) WHERE state = 'TO_RENDER';

-- What was written into a customer's storage, or may have been, and belongs to no item. A row is there before the first byte is
-- written; it goes when the item is added, or when the job has ended without it and the object has been deleted.
CREATE TABLE rendition (
    item_id        uuid PRIMARY KEY, -- the item that the object is meant for
    job_id         uuid NOT NULL,
    integration_id uuid NOT NULL,
    object_url     text NOT NULL,
    unit_attempt   integer NOT NULL, -- whose lease it is: the last worker's that wrote it
    due_at         timestamptz NOT NULL, -- end of the writer's lease, or of the pause before the next attempt to delete
    attempts       integer NOT NULL DEFAULT 0
);
CREATE INDEX rendition_due ON rendition (due_at);

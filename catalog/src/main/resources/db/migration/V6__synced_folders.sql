-- Folders whose items follow what lies below a prefix of a storage.
ALTER TABLE item ADD COLUMN last_modified timestamptz; -- as the storage told when the object was looked at

CREATE TABLE synced_folder (
    folder_id       uuid PRIMARY KEY REFERENCES folder ON DELETE CASCADE,
    integration_id  uuid NOT NULL REFERENCES storage_integration,
    url             text NOT NULL,
    is_daily        boolean NOT NULL,
    metadata_suffix text -- null: no sidecars are read
);

CREATE TABLE sync_run (
    id              uuid PRIMARY KEY, -- UUIDv7
    folder_id       uuid NOT NULL REFERENCES folder ON DELETE CASCADE,
    state           text NOT NULL DEFAULT 'PENDING' CHECK (state IN ('PENDING', 'DONE', 'ERROR', 'CANCELLED')),
    phase           text NOT NULL DEFAULT 'LISTING'
                    CHECK (phase IN ('LISTING', 'REGISTERING', 'METADATA', 'FINISHING', 'ENDED')),
    cancelling      boolean NOT NULL DEFAULT false,
    after_key       bytea NOT NULL DEFAULT '',       -- how far the phase is: a key in UTF-8, whose bytes sort as storages list
    claims          bigint NOT NULL DEFAULT 0,       -- which claim holds the run; that of a slow worker is outdated
    attempts        integer NOT NULL DEFAULT 0,      -- at the present page
    due_at          timestamptz NOT NULL DEFAULT '-infinity', -- end of the lease, or of the pause before the next attempt
    pages           integer NOT NULL DEFAULT 0,
    listed          bigint NOT NULL DEFAULT 0,
    unsupported     bigint NOT NULL DEFAULT 0,
    added           bigint NOT NULL DEFAULT 0,
    changed         bigint NOT NULL DEFAULT 0,
    vanished        bigint NOT NULL DEFAULT 0,
    returned        bigint NOT NULL DEFAULT 0,
    sidecars        bigint NOT NULL DEFAULT 0,
    warnings        jsonb NOT NULL DEFAULT '[]',
    failure_code    text,
    failure_message text,
    created_by      uuid NOT NULL,
    created_at      timestamptz NOT NULL DEFAULT now(),
    ended_at        timestamptz
);
CREATE UNIQUE INDEX sync_run_pending ON sync_run (folder_id) WHERE state = 'PENDING';
CREATE INDEX sync_run_folder ON sync_run (folder_id, id);

-- The keys that the last listing of a folder showed, in the order in which storages list them. No foreign key: see item.
CREATE TABLE synced_object (
    folder_id     uuid NOT NULL,
    object_key    bytea NOT NULL,
    identity_hash bytea NOT NULL, -- of its item in the folder
    PRIMARY KEY (folder_id, object_key)
);

-- A sync's jobs look again at what the folder holds already and bring its media facts up to date.
ALTER TABLE upload_job
    ADD COLUMN sync_run_id uuid,
    ADD COLUMN looks_again boolean NOT NULL DEFAULT false;
CREATE INDEX upload_job_sync_run ON upload_job (sync_run_id) WHERE sync_run_id IS NOT NULL;

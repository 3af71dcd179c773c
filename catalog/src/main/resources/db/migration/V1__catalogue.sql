-- The catalogue. docs/architecture.md tells what each table is for; this file tells what the database itself holds up.
-- Bulk tables (item, upload_unit, item_member) carry no foreign keys: their writers hold the folder's row FOR SHARE, and whoever
-- deletes a folder holds it FOR UPDATE, so a row can never outlive its folder; a key would cost a trigger per row.

CREATE TABLE app_user (
    id         uuid PRIMARY KEY,
    email      text NOT NULL,
    is_admin   boolean NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX app_user_email ON app_user (lower(email));

CREATE TABLE ssh_key (
    public_key bytea PRIMARY KEY CHECK (octet_length(public_key) = 32), -- raw Ed25519
    user_id    uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE api_token (
    id         uuid PRIMARY KEY,
    user_id    uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
    token_hash bytea NOT NULL UNIQUE, -- SHA-256; the token itself is shown once and never kept
    name       text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    revoked_at timestamptz
);

CREATE TABLE storage_integration (
    id                      uuid PRIMARY KEY,
    title                   text NOT NULL,
    settings                jsonb NOT NULL, -- nothing secret
    secret                  bytea,          -- sealed; the integration's id is its associated data
    strict_client_only      boolean NOT NULL,
    allow_private_network   boolean NOT NULL,
    signed_url_lifetime_sec integer NOT NULL CHECK (signed_url_lifetime_sec > 0),
    owner_id                uuid NOT NULL REFERENCES app_user,
    created_at              timestamptz NOT NULL DEFAULT now(),
    removed_at              timestamptz -- items go on naming the integration they came through
);

CREATE TABLE folder (
    id          uuid PRIMARY KEY,
    parent_id   uuid REFERENCES folder,
    name        text NOT NULL,
    description text NOT NULL DEFAULT '',
    owner_id    uuid NOT NULL REFERENCES app_user,
    created_at  timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX folder_parent ON folder (parent_id);

CREATE TABLE item (
    id               uuid PRIMARY KEY, -- UUIDv7 made from job and slot: see ItemId
    folder_id        uuid NOT NULL,
    kind             text NOT NULL,
    name             text NOT NULL,
    identity_hash    bytea NOT NULL,
    duplicate_no     bigint NOT NULL, -- 0 where duplicates are skipped, else a number nobody else has
    integration_id   uuid,
    object_url       text,            -- as given; null for composites
    mime_type        text,
    bytes            bigint,
    width            integer,
    height           integer,
    duration_sec     double precision,
    media_facts      jsonb,           -- what only items of this kind have
    etag             text,
    client_metadata  jsonb,
    is_hidden        boolean NOT NULL, -- a frame or file that exists only as a member of a composite
    is_tombstone     boolean NOT NULL DEFAULT false,
    created_by       uuid NOT NULL,
    created_at       timestamptz NOT NULL,
    edited_at        timestamptz NOT NULL,
    changed_xid      xid8 NOT NULL DEFAULT pg_current_xact_id(), -- set again by every UPDATE
    CONSTRAINT item_identity UNIQUE (folder_id, identity_hash, duplicate_no)
);
CREATE INDEX item_feed ON item (changed_xid, id);
CREATE INDEX item_listing ON item (folder_id, id);

CREATE TABLE item_member (
    group_id  uuid NOT NULL,
    position  integer NOT NULL,
    item_id   uuid NOT NULL,
    PRIMARY KEY (group_id, position)
);
CREATE INDEX item_member_item ON item_member (item_id);

CREATE TABLE item_deleted (
    id          uuid NOT NULL,
    folder_id   uuid NOT NULL,
    deleted_at  timestamptz NOT NULL DEFAULT now(),
    changed_xid xid8 NOT NULL DEFAULT pg_current_xact_id()
);
CREATE INDEX item_deleted_feed ON item_deleted (changed_xid, id);

CREATE TABLE item_history (
    item_id         uuid NOT NULL,
    replaced_at     timestamptz NOT NULL DEFAULT now(),
    replaced_by     uuid NOT NULL,
    job_id          uuid,
    client_metadata jsonb -- what it was before
);
CREATE INDEX item_history_item ON item_history (item_id, replaced_at);

CREATE TABLE upload_job (
    id              uuid PRIMARY KEY, -- UUIDv7
    folder_id       uuid NOT NULL,    -- may be deleted under the job; the job stays to tell
    folder_name     text NOT NULL,
    integration_id  uuid NOT NULL,
    file_name       text,
    mode            text NOT NULL CHECK (mode IN ('TOLERANT', 'ATOMIC')),
    skip_duplicates boolean NOT NULL,
    upsert_metadata boolean NOT NULL,
    state           text NOT NULL CHECK (state IN ('PENDING', 'DONE', 'ERROR', 'CANCELLED')),
    cancelling      boolean NOT NULL DEFAULT false,
    message         text,
    entries         integer NOT NULL,
    urls            integer NOT NULL,
    slices          integer NOT NULL,
    warnings        jsonb NOT NULL,
    created_by      uuid NOT NULL,
    created_at      timestamptz NOT NULL,
    ended_at        timestamptz
);
CREATE INDEX upload_job_pending ON upload_job (id) WHERE state = 'PENDING';
CREATE INDEX upload_job_folder ON upload_job (folder_id, id);

-- A run of entries as given, and what became of them. The counts of a job are the sums over its slices.
CREATE TABLE upload_slice (
    job_id           uuid NOT NULL REFERENCES upload_job ON DELETE CASCADE,
    slice_no         integer NOT NULL,
    state            text NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'PLANNED', 'CANCELLED')),
    entries          integer NOT NULL,
    body             bytea,                      -- see SliceFormat; null when retention has passed
    known_ids        bytea,                      -- ordinal (4 bytes) and item id (16 bytes) of each entry that was there before
    known            integer NOT NULL DEFAULT 0, -- found in the folder
    repeated         integer NOT NULL DEFAULT 0, -- named before in the same manifest
    trusted          integer NOT NULL DEFAULT 0, -- complete media metadata supplied
    to_probe         integer NOT NULL DEFAULT 0,
    probed           integer NOT NULL DEFAULT 0, -- looked at, whatever came of it
    registered       integer NOT NULL DEFAULT 0, -- became items
    metadata_updated integer NOT NULL DEFAULT 0,
    failed           integer NOT NULL DEFAULT 0,
    cancelled        integer NOT NULL DEFAULT 0,
    requests         bigint NOT NULL DEFAULT 0,  -- made to the customer's storage
    bytes_read       bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (job_id, slice_no)
);
ALTER TABLE upload_slice ALTER COLUMN body SET STORAGE EXTERNAL;
ALTER TABLE upload_slice ALTER COLUMN known_ids SET STORAGE EXTERNAL;
CREATE INDEX upload_slice_waiting ON upload_slice (slice_no, job_id) WHERE state = 'WAITING';

-- The entries that need to be looked at, and those that failed. Known and trusted entries never come here.
CREATE TABLE upload_unit (
    job_id          uuid NOT NULL,
    ordinal         integer NOT NULL, -- of the entry in the manifest
    slice_no        integer NOT NULL,
    slot            integer NOT NULL, -- see ItemId
    kind            text NOT NULL,
    type_key        text NOT NULL,
    type_index      integer NOT NULL,
    line            bigint NOT NULL,
    col             bigint NOT NULL,
    entry           text NOT NULL,    -- as given
    identity_hash   bytea,
    state           text NOT NULL CHECK (state IN ('TO_PROBE', 'PROBED', 'REGISTERED', 'FAILED', 'CANCELLED')),
    attempts        integer NOT NULL DEFAULT 0,
    due_at          timestamptz NOT NULL DEFAULT '-infinity', -- end of the lease, or of the pause before the next attempt
    facts           jsonb,            -- found by probing, until an atomic job promotes
    failure_code    text,
    failure_message text,
    item_id         uuid,
    PRIMARY KEY (job_id, ordinal)
);
CREATE INDEX upload_unit_to_probe ON upload_unit (job_id, ordinal) WHERE state = 'TO_PROBE';
CREATE INDEX upload_unit_failed ON upload_unit (job_id, ordinal) WHERE state = 'FAILED';

CREATE TABLE audit_event (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at         timestamptz NOT NULL DEFAULT now(),
    user_id    uuid,
    action     text NOT NULL, -- folder.create, integration.remove, object.read …
    subject_id uuid,
    details    jsonb
);

-- The objects with client metadata that the last listing of a folder showed. No foreign key: see item.
CREATE TABLE synced_sidecar (
    folder_id       uuid NOT NULL,
    object_key      bytea NOT NULL,
    version         text NOT NULL, -- its ETag, or else size and time
    applied_version text,          -- that the items have the metadata of; null: none
    PRIMARY KEY (folder_id, object_key)
);
CREATE INDEX synced_sidecar_due ON synced_sidecar (folder_id, object_key) WHERE version IS DISTINCT FROM applied_version;

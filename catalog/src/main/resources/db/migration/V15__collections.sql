-- Items that somebody picked out of a folder at the top. What its items were when they were picked does not change them later.
CREATE TABLE collection (
    id          uuid PRIMARY KEY,
    folder_id   uuid NOT NULL REFERENCES folder ON DELETE CASCADE,
    name        text NOT NULL,
    description text NOT NULL DEFAULT '',
    created_at  timestamptz NOT NULL DEFAULT now(),
    edited_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX collection_folder ON collection (folder_id);

-- No key guards item_id, as in item_member: a row whose item is gone is passed over by whoever reads.
CREATE TABLE collection_item (
    collection_id uuid NOT NULL REFERENCES collection ON DELETE CASCADE,
    item_id       uuid NOT NULL,
    PRIMARY KEY (collection_id, item_id)
);
CREATE INDEX collection_item_item ON collection_item (item_id);

-- Filters with a name, for the whole organisation.
CREATE TABLE filter_preset (
    id          uuid PRIMARY KEY,
    name        text NOT NULL,
    description text NOT NULL DEFAULT '',
    definition  jsonb NOT NULL, -- as the Encord SDK writes it
    owner_id    uuid NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    edited_at   timestamptz NOT NULL DEFAULT now()
);

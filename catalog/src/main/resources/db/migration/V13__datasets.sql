-- Datasets: items chosen for a purpose. One that mirrors a folder has the folder's items as its rows and none of its own, so that the
-- two cannot differ.
CREATE TABLE dataset (
    id          uuid PRIMARY KEY,
    title       text NOT NULL,
    description text NOT NULL DEFAULT '',
    owner_id    uuid NOT NULL REFERENCES app_user,
    folder_id   uuid UNIQUE REFERENCES folder, -- the mirrored one
    created_at  timestamptz NOT NULL DEFAULT now(),
    edited_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX dataset_owner ON dataset (owner_id);

CREATE TABLE dataset_user (
    dataset_id uuid NOT NULL REFERENCES dataset ON DELETE CASCADE,
    user_id    uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
    role       text NOT NULL CHECK (role IN ('admin', 'user')),
    PRIMARY KEY (dataset_id, user_id)
);
CREATE INDEX dataset_user_user ON dataset_user (user_id);

CREATE TABLE dataset_group (
    dataset_id uuid NOT NULL REFERENCES dataset ON DELETE CASCADE,
    group_id   uuid NOT NULL REFERENCES user_group ON DELETE CASCADE,
    role       text NOT NULL CHECK (role IN ('admin', 'user')),
    PRIMARY KEY (dataset_id, group_id)
);
CREATE INDEX dataset_group_group ON dataset_group (group_id);

-- The key to item, alone of all, is worth its price: no item goes while a dataset links it.
CREATE TABLE dataset_item (
    id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    dataset_id uuid NOT NULL REFERENCES dataset ON DELETE CASCADE,
    item_id    uuid NOT NULL REFERENCES item,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX dataset_item_listing ON dataset_item (dataset_id, item_id, id);
CREATE INDEX dataset_item_item ON dataset_item (item_id);

-- Jobs whose items are to be linked when they end.
CREATE TABLE dataset_upload (
    job_id     uuid PRIMARY KEY REFERENCES upload_job ON DELETE CASCADE,
    dataset_id uuid NOT NULL REFERENCES dataset ON DELETE CASCADE
);
CREATE INDEX dataset_upload_dataset ON dataset_upload (dataset_id);

-- The rows of all datasets, linked and mirrored. The row of a mirrored item has the item's id.
CREATE VIEW data_row (id, dataset_id, item_id, created_at) AS
SELECT l.id, l.dataset_id, l.item_id, l.created_at
  FROM dataset_item l
  JOIN item i ON i.id = l.item_id
 WHERE NOT i.is_tombstone
 UNION ALL
SELECT i.id, d.id, i.id, i.created_at
  FROM dataset d
  JOIN item i ON i.folder_id = d.folder_id
 WHERE NOT i.is_hidden AND NOT i.is_tombstone;

-- What somebody is in a dataset: owners are admins. Null: nothing.
CREATE FUNCTION dataset_role(wanted uuid, asking uuid) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT min(granted.role) -- 'admin' comes before 'user'
      FROM (SELECT 'admin' AS role FROM dataset d WHERE d.id = wanted AND d.owner_id = asking
             UNION ALL
            SELECT u.role FROM dataset_user u WHERE u.dataset_id = wanted AND u.user_id = asking
             UNION ALL
            SELECT g.role
              FROM dataset_group g
              JOIN user_group_member m ON m.group_id = g.group_id
             WHERE g.dataset_id = wanted AND m.user_id = asking) AS granted
$$;

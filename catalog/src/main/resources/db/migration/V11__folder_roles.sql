-- What folders tell of themselves, and groups of users with the roles that they have in folders.
ALTER TABLE folder
    ADD COLUMN client_metadata jsonb,
    ADD COLUMN edited_at timestamptz NOT NULL DEFAULT now();
UPDATE folder SET edited_at = created_at;

CREATE TABLE user_group (
    id          uuid PRIMARY KEY,
    name        text NOT NULL,
    description text NOT NULL DEFAULT '',
    created_at  timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE user_group_member (
    user_id  uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
    group_id uuid NOT NULL REFERENCES user_group ON DELETE CASCADE,
    PRIMARY KEY (user_id, group_id)
);
CREATE INDEX user_group_member_group ON user_group_member (group_id);

CREATE TABLE folder_group (
    folder_id uuid NOT NULL REFERENCES folder ON DELETE CASCADE,
    group_id  uuid NOT NULL REFERENCES user_group ON DELETE CASCADE,
    role      text NOT NULL CHECK (role IN ('admin', 'user')),
    PRIMARY KEY (folder_id, group_id)
);
CREATE INDEX folder_group_group ON folder_group (group_id);
CREATE INDEX folder_owner ON folder (owner_id);

-- What somebody is in a folder: owners are admins, and what is granted to a folder reaches all below it. Null: nothing.
CREATE FUNCTION folder_role(wanted uuid, asking uuid) RETURNS text LANGUAGE sql STABLE AS $$
    WITH RECURSIVE up (id, parent_id, owner_id) AS (
        SELECT f.id, f.parent_id, f.owner_id FROM folder f WHERE f.id = wanted
        UNION ALL
        SELECT p.id, p.parent_id, p.owner_id FROM folder p JOIN up ON p.id = up.parent_id)
    SELECT min(granted.role) -- 'admin' comes before 'user'
      FROM (SELECT 'admin' AS role FROM up WHERE up.owner_id = asking
             UNION ALL
            SELECT g.role
              FROM up
              JOIN folder_group g ON g.folder_id = up.id
              JOIN user_group_member m ON m.group_id = g.group_id
             WHERE m.user_id = asking) AS granted
$$;

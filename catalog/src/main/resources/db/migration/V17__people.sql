-- People who sign in, and roles for single users and in storage integrations.
ALTER TABLE app_user
    ADD COLUMN name text NOT NULL DEFAULT '',
    ADD COLUMN password_hash text,          -- with its parameters; null: no password lets this user in
    ADD COLUMN deactivated_at timestamptz,  -- nothing lets this user in any more
    ADD COLUMN notices_seen_at timestamptz; -- null: never

ALTER TABLE ssh_key ADD COLUMN name text NOT NULL DEFAULT '';
ALTER TABLE api_token ADD COLUMN last_used_at timestamptz; -- to the minute

CREATE TABLE ui_session (
    token_hash   bytea PRIMARY KEY, -- SHA-256
    user_id      uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
    api_token_id uuid REFERENCES api_token ON DELETE CASCADE, -- which opened it, and with which it ends
    created_at   timestamptz NOT NULL DEFAULT now(),
    last_seen_at timestamptz NOT NULL DEFAULT now(), -- to the minute
    expires_at   timestamptz NOT NULL
);
CREATE INDEX ui_session_user ON ui_session (user_id);
CREATE INDEX ui_session_expires ON ui_session (expires_at);

-- Links that work once.
CREATE TABLE one_time_code (
    code_hash  bytea PRIMARY KEY, -- SHA-256
    purpose    text NOT NULL CHECK (purpose IN ('FIRST_ADMINISTRATOR', 'SIGN_IN', 'PASSWORD')),
    user_id    uuid REFERENCES app_user ON DELETE CASCADE, -- null for the first administrator, who is yet to come
    expires_at timestamptz NOT NULL,
    CHECK ((purpose = 'FIRST_ADMINISTRATOR') = (user_id IS NULL))
);
CREATE INDEX one_time_code_user ON one_time_code (user_id);

CREATE TABLE folder_user (
    folder_id uuid NOT NULL REFERENCES folder ON DELETE CASCADE,
    user_id   uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
    role      text NOT NULL CHECK (role IN ('admin', 'user')),
    PRIMARY KEY (folder_id, user_id)
);
CREATE INDEX folder_user_user ON folder_user (user_id);

CREATE TABLE integration_user (
    integration_id uuid NOT NULL REFERENCES storage_integration ON DELETE CASCADE,
    user_id        uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
    role           text NOT NULL CHECK (role IN ('admin', 'user')),
    PRIMARY KEY (integration_id, user_id)
);
CREATE INDEX integration_user_user ON integration_user (user_id);

CREATE TABLE integration_group (
    integration_id uuid NOT NULL REFERENCES storage_integration ON DELETE CASCADE,
    group_id       uuid NOT NULL REFERENCES user_group ON DELETE CASCADE,
    role           text NOT NULL CHECK (role IN ('admin', 'user')),
    PRIMARY KEY (integration_id, group_id)
);
CREATE INDEX integration_group_group ON integration_group (group_id);

-- What each folder itself grants to whom, by whatever way. It reaches all below the folder.
CREATE VIEW folder_grant (folder_id, user_id, role) AS
SELECT f.id, f.owner_id, 'admin' FROM folder f
 UNION ALL
SELECT u.folder_id, u.user_id, u.role FROM folder_user u
 UNION ALL
SELECT g.folder_id, m.user_id, g.role FROM folder_group g JOIN user_group_member m ON m.group_id = g.group_id;

CREATE OR REPLACE FUNCTION folder_role(wanted uuid, asking uuid) RETURNS text LANGUAGE sql STABLE AS $$
    WITH RECURSIVE up (id, parent_id) AS (
        SELECT f.id, f.parent_id FROM folder f WHERE f.id = wanted
        UNION ALL
        SELECT p.id, p.parent_id FROM folder p JOIN up ON p.id = up.parent_id)
    SELECT min(g.role) -- 'admin' comes before 'user'
      FROM up
      JOIN folder_grant g ON g.folder_id = up.id
     WHERE g.user_id = asking
$$;

CREATE VIEW integration_grant (integration_id, user_id, role) AS
SELECT s.id, s.owner_id, 'admin' FROM storage_integration s
 UNION ALL
SELECT u.integration_id, u.user_id, u.role FROM integration_user u
 UNION ALL
SELECT g.integration_id, m.user_id, g.role FROM integration_group g JOIN user_group_member m ON m.group_id = g.group_id;

-- What somebody is in a storage integration: owners are admins. Null: nothing.
CREATE FUNCTION integration_role(wanted uuid, asking uuid) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT min(g.role) FROM integration_grant g WHERE g.integration_id = wanted AND g.user_id = asking
$$;

-- The jobs of one user, the newest first.
CREATE INDEX upload_job_creator ON upload_job (created_by, id);

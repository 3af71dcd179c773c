-- Every schema that was ever saved; the one with the highest number is in force.
CREATE TABLE metadata_schema (
    version    integer PRIMARY KEY CHECK (version > 0),
    id         uuid NOT NULL UNIQUE,
    definition jsonb NOT NULL, -- types by key, as the Encord SDK writes them
    saved_by   uuid NOT NULL,  -- may be gone
    saved_at   timestamptz NOT NULL DEFAULT now()
);

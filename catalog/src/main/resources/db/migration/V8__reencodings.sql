-- Videos made anew on request. A re-encoding is pending as long as one of its items is.
CREATE TABLE reencoding (
    id         uuid PRIMARY KEY, -- UUIDv7
    force      boolean NOT NULL, -- also videos without warnings
    created_by uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE reencoding_item (
    reencoding_id   uuid NOT NULL REFERENCES reencoding ON DELETE CASCADE,
    position        integer NOT NULL,
    item_id         uuid NOT NULL,        -- may be deleted meanwhile
    rendition_id    uuid NOT NULL UNIQUE, -- under which table rendition records what is written, as its item_id; no item has this id
    state           text NOT NULL DEFAULT 'PENDING' CHECK (state IN ('PENDING', 'DONE', 'ERROR')),
    needed          boolean NOT NULL DEFAULT true,
    attempts        integer NOT NULL DEFAULT 0,
    due_at          timestamptz NOT NULL DEFAULT '-infinity', -- end of the lease, or of the pause before the next attempt
    original_url    text,
    object_url      text,
    failure_code    text,
    failure_message text,
    ended_at        timestamptz,
    PRIMARY KEY (reencoding_id, position),
    UNIQUE (reencoding_id, item_id)
);
CREATE INDEX reencoding_item_due ON reencoding_item (due_at) WHERE state = 'PENDING';

-- The objects that items had before.
CREATE TABLE item_object_history (
    item_id       uuid NOT NULL,
    replaced_at   timestamptz NOT NULL DEFAULT now(),
    replaced_by   uuid NOT NULL, -- the user
    reencoding_id uuid NOT NULL,
    object_url    text NOT NULL,
    mime_type     text,
    bytes         bigint,
    width         integer,
    height        integer,
    duration_sec  double precision,
    media_facts   jsonb,
    etag          text
);
CREATE INDEX item_object_history_item ON item_object_history (item_id, replaced_at);

-- Tokens that programs get for an hour or so.
ALTER TABLE api_token ADD COLUMN expires_at timestamptz; -- null: never
CREATE INDEX api_token_expired ON api_token (user_id, expires_at) WHERE expires_at IS NOT NULL;

-- Answers of the wire protocol's calls that its client may send again, kept for two minutes.
CREATE TABLE idempotent_answer (
    call_hash  bytea PRIMARY KEY, -- SHA-256 of who asked for what, and when
    claimed_at timestamptz NOT NULL DEFAULT now(),
    status     integer,           -- null while the first call is at work
    body       text
);
CREATE INDEX idempotent_answer_claimed ON idempotent_answer (claimed_at);

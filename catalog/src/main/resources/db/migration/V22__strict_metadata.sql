-- Where metadata that does not fit the schema is refused: through an integration, or everywhere (null).
CREATE TABLE strict_metadata (
    integration_id uuid UNIQUE NULLS NOT DISTINCT REFERENCES storage_integration
);

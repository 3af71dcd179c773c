-- Items may be given other objects by migrating them, too. What a migration replaces is the URL, the integration, or both.
ALTER TABLE item_object_history
    ALTER COLUMN reencoding_id DROP NOT NULL, -- null: replaced by a migration
    ADD COLUMN integration_id uuid;           -- through which the object was reached; null: through the one that the item went on having

-- Which catalogue this is. A restore gives it a new id: readers of the change feed keep the id beside their watermark and
-- rebuild when it is another one. pg_control_system() would not do: a backup may come back into the same cluster.
CREATE TABLE incarnation (
    id uuid NOT NULL DEFAULT gen_random_uuid()
);
CREATE UNIQUE INDEX incarnation_one ON incarnation ((true));
INSERT INTO incarnation DEFAULT VALUES;

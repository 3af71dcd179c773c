-- How far changed items were looked at for what has to be measured. No row: from the beginning.
CREATE TABLE quality_following (
    only_row    boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    catalogue   text NOT NULL DEFAULT '', -- which numbered the transactions; another one begins anew
    changed_xid xid8 NOT NULL DEFAULT '0',
    item_id     uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'
);

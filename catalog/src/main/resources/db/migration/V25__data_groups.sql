-- Data groups: items of kind group, whose members are other items.
ALTER TABLE item_member ADD COLUMN member_key text; -- what a data group's layout calls the member; null in other composites

-- How a data group is shown. No foreign key: see item.
CREATE TABLE data_group (
    item_id  uuid PRIMARY KEY,
    layout   jsonb NOT NULL,
    settings jsonb NOT NULL
);

package io.accession.catalog.registry;

/** What goes with items that are removed. */
final class ItemRemoval {

    private ItemRemoval() {}

    /** The end of a statement whose expression {@code removed} has the id and the folder_id of items: the feed learns that they are gone. */
    static final String WITH_ALL_THAT_IS_THEIRS = """
            , members AS (
                DELETE FROM item_member m USING removed WHERE m.group_id = removed.id),
            vectors AS (
                DELETE FROM item_vector v USING removed WHERE v.item_id = removed.id),
            qualities AS (
                DELETE FROM item_quality q USING removed WHERE q.item_id = removed.id),
            history AS (
                DELETE FROM item_history h USING removed WHERE h.item_id = removed.id),
            objects AS (
                DELETE FROM item_object_history h USING removed WHERE h.item_id = removed.id),
            groups AS (
                DELETE FROM data_group g USING removed WHERE g.item_id = removed.id)
            INSERT INTO item_deleted (id, folder_id)
            SELECT removed.id, removed.folder_id FROM removed
            """;
}

package io.accession.catalog.registry;

import io.accession.catalog.SqlArrays;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.ItemKind;
import io.accession.core.registry.ItemFilter;
import io.accession.core.registry.ItemScope;
import io.accession.core.registry.ListOrder;
import io.accession.core.registry.Page;
import io.accession.core.registry.PageRequest;
import io.accession.core.registry.Principal;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Which items a page of a list has. Ids are time-ordered, so that their order is that of creation. */
final class ItemListing {

    private static final String IN_FOLDER = """
            SELECT i.id, i.name
              FROM item i
             WHERE i.folder_id = CAST(:folder AS uuid) AND NOT i.is_tombstone
            """;

    private static final String IN_FOLDERS = "WITH RECURSIVE " + FolderAccess.TREE + "," + FolderAccess.OPEN + """
            ,
            wanted (id) AS (
                SELECT t.id FROM tree t WHERE CAST(:folder AS uuid) IS NOT NULL
                UNION ALL
                SELECT f.id FROM folder f WHERE CAST(:folder AS uuid) IS NULL AND :everybodys
                UNION ALL
                SELECT o.id FROM open o WHERE CAST(:folder AS uuid) IS NULL AND NOT :everybodys)
            SELECT i.id, i.name
              FROM item i
             WHERE i.folder_id IN (SELECT w.id FROM wanted w) AND NOT i.is_tombstone
            """;

    private static final String FILTERED = """
               AND CASE WHEN :allKinds THEN NOT i.is_hidden ELSE i.kind = ANY(:kinds) END
               AND (:all OR i.name ILIKE :search)
               AND (CAST(:inDataset AS boolean) IS NULL OR :inDataset = EXISTS (SELECT FROM data_row r WHERE r.item_id = i.id))
            """;

    private static final String BY_NAME = FILTERED + """
               AND (CAST(:afterId AS uuid) IS NULL
                    OR (i.name COLLATE "C", i.id) > (CAST(:afterKey AS text) COLLATE "C", CAST(:afterId AS uuid)))
             ORDER BY i.name COLLATE "C", i.id
             LIMIT :rows
            """;

    private static final String BY_NAME_DESCENDING = FILTERED + """
               AND (CAST(:afterId AS uuid) IS NULL
                    OR (i.name COLLATE "C", i.id) < (CAST(:afterKey AS text) COLLATE "C", CAST(:afterId AS uuid)))
             ORDER BY i.name COLLATE "C" DESC, i.id DESC
             LIMIT :rows
            """;

    private static final String BY_CREATION = FILTERED + """
               AND (CAST(:afterId AS uuid) IS NULL OR i.id > CAST(:afterId AS uuid) AND :afterKey = '')
             ORDER BY i.id
             LIMIT :rows
            """;

    private static final String BY_CREATION_DESCENDING = FILTERED + """
               AND (CAST(:afterId AS uuid) IS NULL OR i.id < CAST(:afterId AS uuid) AND :afterKey = '')
             ORDER BY i.id DESC
             LIMIT :rows
            """;

    /** Where a page ends is told by the key and the id of its last row. */
    record Row(ItemId id, String key) {}

    private final ItemFilter filter;
    private final Paging paging;

    ItemListing(ItemFilter filter, PageRequest request) {
        this.filter = filter;
        this.paging = Paging.of("items:" + filter.order(), request);
    }

    Page<Row> page(Handle handle, Principal asking) {
        return paging.page(rows(handle, asking), Row::key, row -> row.id().value());
    }

    private List<Row> rows(Handle handle, Principal asking) {
        var query = handle.createQuery(statement())
                .bind(
                        "folder",
                        filter.folders() instanceof ItemScope.In in
                                ? in.folder().value()
                                : null)
                .bind("allKinds", filter.kinds().isEmpty())
                .bind("kinds", SqlArrays.texts(handle, filter.kinds().stream().map(ItemKind::wireName)))
                .bind("all", filter.search().isEmpty())
                .bind("search", Search.pattern(filter.search()))
                .bind("inDataset", filter.inDataset())
                .bind("afterKey", paging.afterKey())
                .bind("afterId", paging.afterId())
                .bind("rows", paging.rows());
        if (!isOneFolder()) {
            query.bind("asking", asking.id().value()).bind("everybodys", filter.everybodys());
        }
        return query.map((row, context) ->
                        new Row(new ItemId(row.getObject("id", UUID.class)), isByName() ? row.getString("name") : ""))
                .list();
    }

    private boolean isByName() {
        return filter.order() == ListOrder.NAME || filter.order() == ListOrder.NAME_DESCENDING;
    }

    private boolean isOneFolder() {
        return filter.folders() instanceof ItemScope.In in && !in.deep();
    }

    private String statement() {
        return switch (filter.order()) {
            case NAME -> isOneFolder() ? IN_FOLDER + BY_NAME : IN_FOLDERS + BY_NAME;
            case NAME_DESCENDING -> isOneFolder() ? IN_FOLDER + BY_NAME_DESCENDING : IN_FOLDERS + BY_NAME_DESCENDING;
            case CREATED -> isOneFolder() ? IN_FOLDER + BY_CREATION : IN_FOLDERS + BY_CREATION;
            case CREATED_DESCENDING ->
                isOneFolder() ? IN_FOLDER + BY_CREATION_DESCENDING : IN_FOLDERS + BY_CREATION_DESCENDING;
        };
    }
}

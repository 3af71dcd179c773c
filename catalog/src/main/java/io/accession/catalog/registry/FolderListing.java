package io.accession.catalog.registry;

import io.accession.core.domain.FolderId;
import io.accession.core.registry.FolderFilter;
import io.accession.core.registry.FolderScope;
import io.accession.core.registry.ListOrder;
import io.accession.core.registry.Page;
import io.accession.core.registry.PageRequest;
import io.accession.core.registry.Principal;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Which folders a page of a list has. Ids are time-ordered, so that their order is that of creation. */
final class FolderListing {

    // Only the branch of the asked-for scope is ever run: the others are ruled out before the first row.
    private static final String SELECTED = """
            WITH RECURSIVE below (id) AS (
                SELECT f.id FROM folder f WHERE f.parent_id = CAST(:parent AS uuid)
                UNION ALL
                SELECT f.id FROM folder f JOIN below ON f.parent_id = below.id WHERE :deep),
            """ + FolderAccess.OPEN + """
            ,
            wanted (id) AS (
                SELECT f.id FROM folder f WHERE :scope = 'TOP' AND f.parent_id IS NULL
                UNION ALL
                SELECT b.id FROM below b WHERE :scope = 'IN'
                UNION ALL
                SELECT f.id FROM folder f WHERE :scope = 'EVERYWHERE')
            SELECT f.id, f.name
              FROM wanted w
              JOIN folder f ON f.id = w.id
             WHERE (:scope = 'IN' OR :everybodys OR f.id IN (SELECT o.id FROM open o))
               AND f.name ILIKE :search
               AND (CAST(:mirrored AS boolean) IS NULL OR :mirrored = EXISTS (SELECT FROM dataset d WHERE d.folder_id = f.id))
            """;

    private static final String BY_NAME = SELECTED + """
               AND (CAST(:afterId AS uuid) IS NULL OR (lower(f.name), f.id) > (lower(:afterKey), CAST(:afterId AS uuid)))
             ORDER BY lower(f.name), f.id
             LIMIT :rows
            """;

    private static final String BY_NAME_DESCENDING = SELECTED + """
               AND (CAST(:afterId AS uuid) IS NULL OR (lower(f.name), f.id) < (lower(:afterKey), CAST(:afterId AS uuid)))
             ORDER BY lower(f.name) DESC, f.id DESC
             LIMIT :rows
            """;

    private static final String BY_CREATION = SELECTED + """
               AND (CAST(:afterId AS uuid) IS NULL OR f.id > CAST(:afterId AS uuid) AND :afterKey = '')
             ORDER BY f.id
             LIMIT :rows
            """;

    private static final String BY_CREATION_DESCENDING = SELECTED + """
               AND (CAST(:afterId AS uuid) IS NULL OR f.id < CAST(:afterId AS uuid) AND :afterKey = '')
             ORDER BY f.id DESC
             LIMIT :rows
            """;

    /** Where a page ends is told by the key and the id of its last row. */
    record Row(FolderId id, String key) {}

    private final FolderFilter filter;
    private final Paging paging;

    FolderListing(FolderFilter filter, PageRequest request) {
        this.filter = filter;
        this.paging = Paging.of("folders:" + filter.order(), request);
    }

    Page<Row> page(Handle handle, Principal asking) {
        return paging.page(rows(handle, asking), Row::key, row -> row.id().value());
    }

    private List<Row> rows(Handle handle, Principal asking) {
        return handle.createQuery(statement(filter.order()))
                .bind("scope", scope())
                .bind(
                        "parent",
                        filter.scope() instanceof FolderScope.In in
                                ? in.parent().value()
                                : null)
                .bind("deep", filter.scope() instanceof FolderScope.In in && in.deep())
                .bind("asking", asking.id().value())
                .bind("everybodys", filter.everybodys())
                .bind("search", Search.pattern(filter.search()))
                .bind("mirrored", filter.mirrored())
                .bind("afterKey", paging.afterKey())
                .bind("afterId", paging.afterId())
                .bind("rows", paging.rows())
                .map((row, context) ->
                        new Row(new FolderId(row.getObject("id", UUID.class)), isByName() ? row.getString("name") : ""))
                .list();
    }

    private boolean isByName() {
        return filter.order() == ListOrder.NAME || filter.order() == ListOrder.NAME_DESCENDING;
    }

    private static String statement(ListOrder order) {
        return switch (order) {
            case NAME -> BY_NAME;
            case NAME_DESCENDING -> BY_NAME_DESCENDING;
            case CREATED -> BY_CREATION;
            case CREATED_DESCENDING -> BY_CREATION_DESCENDING;
        };
    }

    private String scope() {
        return switch (filter.scope()) {
            case FolderScope.Top _ -> "TOP";
            case FolderScope.Everywhere _ -> "EVERYWHERE";
            case FolderScope.In _ -> "IN";
        };
    }
}

package io.accession.catalog.registry;

import io.accession.catalog.SqlArrays;
import io.accession.core.domain.ItemKind;
import io.accession.core.registry.ItemFilter;
import io.accession.core.registry.ItemScope;
import io.accession.core.registry.ListOrder;
import io.accession.core.registry.ListedItem;
import io.accession.core.registry.Page;
import io.accession.core.registry.PageRequest;
import io.accession.core.registry.Principal;
import io.accession.core.registry.RegisteredItem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** A page of a list of items, in one statement. Ids are time-ordered, so that their order is that of creation. */
final class ItemListing {

    private static final String IN_FOLDER = """
            SELECT i.id
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
            SELECT i.id
              FROM item i
             WHERE i.folder_id IN (SELECT w.id FROM wanted w) AND NOT i.is_tombstone
            """;

    private static final String FILTERED = """
               AND CASE WHEN :allKinds THEN NOT i.is_hidden ELSE i.kind = ANY(:kinds) END
               AND (:all OR i.name ILIKE :search)
               AND (CAST(:inDataset AS boolean) IS NULL OR :inDataset = EXISTS (SELECT FROM data_row r WHERE r.item_id = i.id))
            """;

    private static final String NAME = """
             ORDER BY i.name COLLATE "C", i.id
            """;

    private static final String NAME_DESCENDING = """
             ORDER BY i.name COLLATE "C" DESC, i.id DESC
            """;

    private static final String CREATION = """
             ORDER BY i.id
            """;

    private static final String CREATION_DESCENDING = """
             ORDER BY i.id DESC
            """;

    private static final String LIMIT = """
             LIMIT :rows
            """;

    private static final String BY_NAME = FILTERED + """
               AND (CAST(:afterId AS uuid) IS NULL
                    OR (i.name COLLATE "C", i.id) > (CAST(:afterKey AS text) COLLATE "C", CAST(:afterId AS uuid)))
            """ + NAME + LIMIT;

    private static final String BY_NAME_DESCENDING = FILTERED + """
               AND (CAST(:afterId AS uuid) IS NULL
                    OR (i.name COLLATE "C", i.id) < (CAST(:afterKey AS text) COLLATE "C", CAST(:afterId AS uuid)))
            """ + NAME_DESCENDING + LIMIT;

    private static final String BY_CREATION = FILTERED + """
               AND (CAST(:afterId AS uuid) IS NULL OR i.id > CAST(:afterId AS uuid) AND :afterKey = '')
            """ + CREATION + LIMIT;

    private static final String BY_CREATION_DESCENDING = FILTERED + """
               AND (CAST(:afterId AS uuid) IS NULL OR i.id < CAST(:afterId AS uuid) AND :afterKey = '')
            """ + CREATION_DESCENDING + LIMIT;

    private final ItemFilter filter;
    private final Paging paging;

    ItemListing(ItemFilter filter, PageRequest request) {
        this.filter = filter;
        this.paging = Paging.of("items:" + filter.order(), request);
    }

    /** With {@link ItemRows#WHOLE}. */
    Page<RegisteredItem> page(Handle handle, Principal asking) {
        return page(handle, asking, ItemRows.WHOLE, ItemRows::registered, RegisteredItem::item);
    }

    /** With {@link ItemRows#BRIEF}. */
    Page<ListedItem> briefPage(Handle handle, Principal asking) {
        return page(handle, asking, ItemRows.BRIEF, ItemRows::listed, Function.identity());
    }

    /** What {@code reading} makes of a row. */
    @FunctionalInterface
    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Where a page ends is told by the key and the id of its last row. */
    private <T> Page<T> page(
            Handle handle, Principal asking, String columns, Reading<T> reading, Function<T, ListedItem> listed) {
        var rows = query(handle, asking, columns)
                .map((row, context) -> reading.read(row))
                .list();
        return paging.page(
                rows,
                row -> isByName() ? listed.apply(row).name() : "",
                row -> listed.apply(row).id().value());
    }

    private Query query(Handle handle, Principal asking, String columns) {
        var query = handle.createQuery(statement(columns))
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
        return isOneFolder()
                ? query
                : query.bind("asking", asking.id().value()).bind("everybodys", filter.everybodys());
    }

    private boolean isByName() {
        return filter.order() == ListOrder.NAME || filter.order() == ListOrder.NAME_DESCENDING;
    }

    private boolean isOneFolder() {
        return filter.folders() instanceof ItemScope.In in && !in.deep();
    }

    /** Which items are on the page is found out first, as an array: what is large is read of those alone, by their ids. */
    private String statement(String columns) {
        var folders = isOneFolder() ? IN_FOLDER : IN_FOLDERS;
        return switch (filter.order()) {
            case NAME -> columns + of(folders + BY_NAME) + NAME;
            case NAME_DESCENDING -> columns + of(folders + BY_NAME_DESCENDING) + NAME_DESCENDING;
            case CREATED -> columns + of(folders + BY_CREATION) + CREATION;
            case CREATED_DESCENDING -> columns + of(folders + BY_CREATION_DESCENDING) + CREATION_DESCENDING;
        };
    }

    private static String of(String ids) {
        return " WHERE i.id = ANY(ARRAY(" + ids + "))";
    }
}

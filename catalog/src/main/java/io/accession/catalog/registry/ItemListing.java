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
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** A page of a list of items, in one statement. Ids are time-ordered, so that their order is that of creation. */
final class ItemListing {

    private static final String ANYWHERE = "SELECT i.id FROM item i WHERE NOT i.is_tombstone";
    private static final String IN_FOLDER = ANYWHERE + " AND i.folder_id = :folder";
    private static final String BELOW_FOLDER =
            "WITH RECURSIVE " + FolderAccess.TREE + ANYWHERE + " AND i.folder_id IN (SELECT t.id FROM tree t)";
    private static final String IN_OPEN_FOLDERS =
            "WITH RECURSIVE " + FolderAccess.OPEN + ANYWHERE + " AND i.folder_id IN (SELECT o.id FROM open o)";

    private static final String NAME = " ORDER BY i.name COLLATE \"C\", i.id";
    private static final String NAME_DESCENDING = " ORDER BY i.name COLLATE \"C\" DESC, i.id DESC";
    private static final String CREATION = " ORDER BY i.id";
    private static final String CREATION_DESCENDING = " ORDER BY i.id DESC";

    private static final String SHOWN = " AND NOT i.is_hidden";
    private static final String OF_KINDS = " AND i.kind = ANY(ARRAY(SELECT unnest(:kinds)))";
    private static final String NAMED = " AND i.name ILIKE :search";
    private static final String IN_DATASETS =
            " AND :inDataset = EXISTS (SELECT FROM data_row r WHERE r.item_id = i.id)";
    private static final String AFTER_NAME =
            " AND (i.name COLLATE \"C\", i.id) > (CAST(:afterKey AS text) COLLATE \"C\", :afterId)";
    private static final String BEFORE_NAME =
            " AND (i.name COLLATE \"C\", i.id) < (CAST(:afterKey AS text) COLLATE \"C\", :afterId)";
    private static final String AFTER_ID = " AND i.id > :afterId AND :afterKey = ''";
    private static final String BEFORE_ID = " AND i.id < :afterId AND :afterKey = ''";

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

    /**
     * Which items are on the page is found out first, as an array: what is large is read of those alone, by their ids. Only what is asked for is in the text,
     * the number of rows too: so the plan that is kept is as good as one for these parameters alone.
     */
    private Query query(Handle handle, Principal asking, String columns) {
        var text = new StringBuilder(columns).append(" JOIN unnest(ARRAY(");
        var values = new HashMap<String, Object>();
        addFolders(text, values, asking);
        addFilter(text, values, handle);
        addPlace(text, values);
        text.append(order())
                .append(" LIMIT ")
                .append(paging.rows())
                .append(")) AS page (id) ON page.id = i.id")
                .append(order());
        return handle.createQuery(text.toString()).bindMap(values);
    }

    private void addFolders(StringBuilder text, Map<String, Object> values, Principal asking) {
        switch (filter.folders()) {
            case ItemScope.In(var folder, var deep) -> {
                text.append(deep ? BELOW_FOLDER : IN_FOLDER);
                values.put("folder", folder.value());
            }
            case ItemScope.Everywhere() when filter.everybodys() -> text.append(ANYWHERE);
            case ItemScope.Everywhere() -> {
                text.append(IN_OPEN_FOLDERS);
                values.put("asking", asking.id().value());
            }
        }
    }

    private void addFilter(StringBuilder text, Map<String, Object> values, Handle handle) {
        if (filter.kinds().isEmpty()) {
            text.append(SHOWN);
        } else {
            text.append(OF_KINDS);
            values.put("kinds", SqlArrays.texts(handle, filter.kinds().stream().map(ItemKind::wireName)));
        }
        if (!filter.search().isEmpty()) {
            text.append(NAMED);
            values.put("search", Search.pattern(filter.search()));
        }
        if (filter.inDataset() != null) {
            text.append(IN_DATASETS);
            values.put("inDataset", filter.inDataset());
        }
    }

    private void addPlace(StringBuilder text, Map<String, Object> values) {
        var after = paging.after();
        if (after != null) {
            text.append(
                    switch (filter.order()) {
                        case NAME -> AFTER_NAME;
                        case NAME_DESCENDING -> BEFORE_NAME;
                        case CREATED -> AFTER_ID;
                        case CREATED_DESCENDING -> BEFORE_ID;
                    });
            values.put("afterKey", after.key());
            values.put("afterId", after.id());
        }
    }

    private String order() {
        return switch (filter.order()) {
            case NAME -> NAME;
            case NAME_DESCENDING -> NAME_DESCENDING;
            case CREATED -> CREATION;
            case CREATED_DESCENDING -> CREATION_DESCENDING;
        };
    }

    private boolean isByName() {
        return filter.order() == ListOrder.NAME || filter.order() == ListOrder.NAME_DESCENDING;
    }
}

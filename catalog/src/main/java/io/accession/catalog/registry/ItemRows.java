package io.accession.catalog.registry;

import io.accession.catalog.SqlArrays;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.registry.ListedItem;
import io.accession.core.registry.RegisteredItem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads rows of {@code item}. */
final class ItemRows {

    /** Items {@code i} whole, to be followed by which ones; for {@link #registered}. */
    static final String WHOLE = """
            SELECT i.id, i.folder_id, i.kind, i.name, i.object_url, i.mime_type, i.bytes, i.created_at, i.width, i.height,
                   i.duration_sec, i.media_facts, CAST(coalesce(i.client_metadata, '{}') AS text) AS client_metadata,
                   i.edited_at, i.integration_id, u.email AS creator_email,
                   s.settings ->> 'type' AS storage_type, s.settings ->> 'endpoint' AS storage_endpoint,
                   (SELECT count(*) FROM data_row r WHERE r.item_id = i.id) AS data_rows
              FROM item i
              LEFT JOIN app_user u ON u.id = i.created_by
              LEFT JOIN storage_integration s ON s.id = i.integration_id AND s.removed_at IS NULL
            """;

    /** The same without what makes items large; for {@link #listed}. */
    static final String BRIEF = """
            SELECT i.id, i.folder_id, i.kind, i.name, i.object_url, i.mime_type, i.bytes, i.created_at
              FROM item i
            """;

    // An array of unknown length: see SqlArrays.
    private static final String READ = WHOLE + """
              JOIN unnest(ARRAY(SELECT unnest(:items))) WITH ORDINALITY AS wanted (id, position) ON wanted.id = i.id
             WHERE NOT i.is_tombstone
             ORDER BY wanted.position
            """;

    private ItemRows() {}

    /** Those that are there, in the given order. */
    static List<RegisteredItem> read(Handle handle, Collection<ItemId> items) {
        return handle.createQuery(READ)
                .bind("items", SqlArrays.uuids(handle, items.stream().map(ItemId::value)))
                .map((row, context) -> registered(row))
                .list();
    }

    private static final String MEMBERS = """
            SELECT m.item_id FROM item_member m WHERE m.group_id = :item ORDER BY m.position
            """;

    /** The members of a composite, in their order. */
    static List<RegisteredItem> members(Handle handle, ItemId item) {
        var members = handle.createQuery(MEMBERS)
                .bind("item", item.value())
                .mapTo(UUID.class)
                .map(ItemId::new)
                .list();
        return read(handle, members);
    }

    static RegisteredItem registered(ResultSet row) throws SQLException {
        var listed = listed(row);
        var creator = row.getString("creator_email");
        return new RegisteredItem(
                listed,
                StoredFacts.read(row, listed.kind()),
                row.getString("client_metadata"),
                creator == null ? "" : creator,
                row.getObject("edited_at", OffsetDateTime.class).toInstant(),
                integration(row.getObject("integration_id", UUID.class)),
                StoredSettings.provider(row.getString("storage_type"), row.getString("storage_endpoint")),
                row.getInt("data_rows"));
    }

    private static @Nullable IntegrationId integration(@Nullable UUID id) {
        return id == null ? null : new IntegrationId(id);
    }

    static ListedItem listed(ResultSet row) throws SQLException {
        return new ListedItem(
                new ItemId(row.getObject("id", UUID.class)),
                new FolderId(row.getObject("folder_id", UUID.class)),
                ItemKinds.of(row.getString("kind")),
                row.getString("name"),
                row.getString("object_url"),
                row.getString("mime_type"),
                row.getObject("bytes", Long.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    static RegistryException unknown(ItemId item) {
        return new RegistryException(new RegistryError.NotFoundOrForbidden("item", item.toString()));
    }
}

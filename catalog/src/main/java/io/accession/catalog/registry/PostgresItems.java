package io.accession.catalog.registry;

import io.accession.core.domain.FolderId;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.ItemKind;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.domain.UserId;
import io.accession.core.registry.AccessRules;
import io.accession.core.registry.Folders;
import io.accession.core.registry.Item;
import io.accession.core.registry.Items;
import io.accession.core.registry.ListedItem;
import io.accession.core.registry.Page;
import io.accession.core.registry.PageRequest;
import io.accession.core.registry.Principal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Items in PostgreSQL, as people read them. */
public final class PostgresItems implements Items {

    private final Jdbi jdbi;
    private final Folders folders;

    public PostgresItems(Jdbi jdbi, Folders folders) {
        this.jdbi = jdbi;
        this.folders = folders;
    }

    private static final String LIST = """
            SELECT i.id, i.folder_id, i.kind, i.name, i.object_url, i.mime_type, i.bytes, i.created_at
              FROM item i
             WHERE i.folder_id = :folder AND NOT i.is_tombstone
               AND CASE WHEN CAST(:kind AS text) IS NULL THEN NOT i.is_hidden ELSE i.kind = :kind END
               AND i.name ILIKE :search
               AND (CAST(:afterId AS uuid) IS NULL OR i.id > CAST(:afterId AS uuid))
             ORDER BY i.id
             LIMIT :rows
            """;

    @Override
    public Page<ListedItem> list(
            Principal asking, FolderId folder, String search, @Nullable ItemKind kind, PageRequest request) {
        var paging = Paging.of("items", request);
        folders.read(asking, folder);
        var rows = jdbi.withHandle(handle -> handle.createQuery(LIST)
                .bind("folder", folder.value())
                .bind("kind", kind == null ? null : kind.wireName())
                .bind("search", Search.pattern(search))
                .bind("afterId", paging.afterId())
                .bind("rows", paging.rows())
                .map((row, context) -> listed(row))
                .list());
        return paging.page(rows, row -> "", row -> row.id().value());
    }

    private static final String READ = """
            SELECT i.id, i.folder_id, i.kind, i.name, i.object_url, i.mime_type, i.bytes, i.created_at,
                   i.width, i.height, i.duration_sec, i.media_facts,
                   CAST(coalesce(i.client_metadata, '{}') AS text) AS client_metadata, f.owner_id
              FROM item i
              JOIN folder f ON f.id = i.folder_id
             WHERE i.id = :id AND NOT i.is_tombstone
            """;

    @Override
    public Item read(Principal asking, ItemId item) {
        return jdbi.withHandle(handle -> {
            var members = members(handle, item);
            return handle.createQuery(READ)
                    .bind("id", item.value())
                    .map((row, context) -> {
                        if (!AccessRules.mayUse(asking, new UserId(row.getObject("owner_id", UUID.class)))) {
                            throw unknown(item);
                        }
                        var listed = listed(row);
                        return new Item(
                                listed,
                                StoredFacts.read(row, listed.kind()),
                                row.getString("client_metadata"),
                                members);
                    })
                    .findOne()
                    .orElseThrow(() -> unknown(item));
        });
    }

    private static RegistryException unknown(ItemId item) {
        return new RegistryException(new RegistryError.NotFoundOrForbidden("item", item.toString()));
    }

    private static final String MEMBERS = """
            SELECT m.position, i.id, i.folder_id, i.kind, i.name, i.object_url, i.mime_type, i.bytes, i.created_at,
                   i.width, i.height, i.duration_sec, i.media_facts
              FROM item_member m
              JOIN item i ON i.id = m.item_id
             WHERE m.group_id = :id
             ORDER BY m.position
            """;

    private static List<Item.Member> members(Handle handle, ItemId item) {
        return handle.createQuery(MEMBERS)
                .bind("id", item.value())
                .map((row, context) -> {
                    var listed = listed(row);
                    return new Item.Member(row.getInt("position"), listed, StoredFacts.read(row, listed.kind()));
                })
                .list();
    }

    private static ListedItem listed(ResultSet row) throws SQLException {
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
}

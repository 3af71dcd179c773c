package io.accession.catalog.registry;

import io.accession.catalog.SqlArrays;
import io.accession.core.domain.Failure;
import io.accession.core.domain.FailureCode;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.ItemId;
import io.accession.core.migrate.MigrationNews.Refused;
import io.accession.core.migrate.MigrationOrder;
import io.accession.core.migrate.MovedItems;
import io.accession.core.migrate.MovedItems.NamedItem;
import io.accession.core.migrate.MovedItems.NamedUrl;
import io.accession.core.registry.Principal;
import io.accession.core.registry.Role;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jspecify.annotations.Nullable;

/** Puts the items that an order names into the temporary table of their migration. */
final class MigrationChoice {

    private static final String CREATE = "CREATE TEMPORARY TABLE wanted_item (item_id uuid PRIMARY KEY, url text)";

    private final Handle handle;
    private final Principal asking;

    MigrationChoice(Handle handle, Principal asking) {
        this.handle = handle;
        this.asking = asking;
    }

    /** Gives back what was named and is not there. */
    List<Refused> choose(MigrationOrder order) {
        handle.execute(CREATE);
        var from = order.from() == null ? null : order.from().value();
        switch (order.items()) {
            case MovedItems.Named named -> addNamed(named, from);
            case MovedItems.AtUrls atUrls -> addAtUrls(atUrls, from);
            case MovedItems.Everything everything -> addEverything(everything, from);
        }
        dropForbidden();
        var missing = switch (order.items()) {
            case MovedItems.Named named -> missing(named, order.from());
            case MovedItems.AtUrls atUrls -> missing(atUrls, order.from());
            case MovedItems.Everything _ -> List.<Refused>of();
        };
        handle.execute(FILL);
        handle.execute("ANALYZE pg_temp.migration");
        return missing;
    }

    private static final String NAMED = """
            INSERT INTO pg_temp.wanted_item (item_id, url)
            SELECT i.id, n.url
              FROM unnest(:items, :urls) AS n (id, url)
              JOIN item i ON i.id = n.id
             WHERE NOT i.is_tombstone AND (CAST(:from AS uuid) IS NULL OR i.integration_id = CAST(:from AS uuid))
            """;

    private void addNamed(MovedItems.Named named, @Nullable UUID from) {
        handle.createUpdate(NAMED)
                .bind("items", items(named))
                .bind("urls", SqlArrays.texts(handle, named.items().stream().map(NamedItem::newUrl)))
                .bind("from", from)
                .execute();
        addMembers(from);
    }

    // Items have no index over their URLs, which would cost every registration more than it saves here.
    private static final String AT_URLS = """
            INSERT INTO pg_temp.wanted_item (item_id, url)
            SELECT i.id, n.url
              FROM unnest(:before, :urls) AS n (before, url)
              JOIN item i ON i.object_url = n.before
             WHERE NOT i.is_tombstone AND (CAST(:from AS uuid) IS NULL OR i.integration_id = CAST(:from AS uuid))
            """;

    private void addAtUrls(MovedItems.AtUrls atUrls, @Nullable UUID from) {
        handle.createUpdate(AT_URLS)
                .bind("before", SqlArrays.texts(handle, atUrls.urls().stream().map(NamedUrl::url)))
                .bind("urls", SqlArrays.texts(handle, atUrls.urls().stream().map(NamedUrl::newUrl)))
                .bind("from", from)
                .execute();
        addMembers(from);
    }

    private static final String MEMBERS = """
            INSERT INTO pg_temp.wanted_item (item_id)
            SELECT DISTINCT i.id
              FROM pg_temp.wanted_item w
              JOIN item g ON g.id = w.item_id AND g.kind = ANY(:composites)
              JOIN item_member m ON m.group_id = g.id
              JOIN item i ON i.id = m.item_id
             WHERE NOT i.is_tombstone AND (CAST(:from AS uuid) IS NULL OR i.integration_id = CAST(:from AS uuid))
                ON CONFLICT (item_id) DO NOTHING
            """;

    private void addMembers(@Nullable UUID from) {
        handle.createUpdate(MEMBERS)
                .bind("composites", MigratedComposites.kinds(handle))
                .bind("from", from)
                .execute();
    }

    private static final String EVERYTHING = "WITH RECURSIVE " + FolderAccess.TREE + """
            INSERT INTO pg_temp.wanted_item (item_id, url)
            SELECT i.id, CAST(:after AS text) || substr(i.object_url, length(CAST(:before AS text)) + 1)
              FROM item i
             WHERE i.integration_id = CAST(:from AS uuid) AND NOT i.is_tombstone
               AND (CAST(:folder AS uuid) IS NULL OR i.folder_id IN (SELECT tree.id FROM tree))
               AND (CAST(:before AS text) IS NULL OR starts_with(i.object_url, :before))
            """;

    private void addEverything(MovedItems.Everything everything, @Nullable UUID from) {
        var folder = everything.folder();
        if (folder != null) {
            FolderAccess.require(handle, asking, List.of(folder), Role.ADMIN);
        }
        var prefix = everything.prefix();
        handle.createUpdate(EVERYTHING)
                .bind("folder", folder == null ? null : folder.value())
                .bind("from", from)
                .bind("before", prefix == null ? null : prefix.before())
                .bind("after", prefix == null ? null : prefix.after())
                .execute();
    }

    private static final String FOLDERS = """
            SELECT DISTINCT i.folder_id
              FROM pg_temp.wanted_item w
              JOIN item i ON i.id = w.item_id
            """;

    private static final String DROP_OTHERS = """
            DELETE FROM pg_temp.wanted_item w USING item i WHERE i.id = w.item_id AND i.folder_id <> ALL(:folders)
            """;

    private void dropForbidden() {
        var folders = handle.createQuery(FOLDERS).mapTo(UUID.class).list().stream()
                .map(FolderId::new)
                .toList();
        var roles = FolderAccess.roles(handle, asking, folders);
        handle.createUpdate(DROP_OTHERS)
                .bind(
                        "folders",
                        SqlArrays.uuids(
                                handle,
                                roles.entrySet().stream()
                                        .filter(role -> role.getValue() == Role.ADMIN)
                                        .map(role -> role.getKey().value())))
                .execute();
    }

    private static final String MISSING_ITEMS = """
            SELECT n.id
              FROM unnest(:items) AS n (id)
             WHERE NOT EXISTS (SELECT FROM pg_temp.wanted_item w WHERE w.item_id = n.id)
            """;

    private List<Refused> missing(MovedItems.Named named, @Nullable IntegrationId from) {
        return handle.createQuery(MISSING_ITEMS)
                .bind("items", items(named))
                .mapTo(UUID.class)
                .map(id -> new Refused(new ItemId(id), null, null, missing("item " + id, from)))
                .list();
    }

    private static final String MISSING_URLS = """
            SELECT n.url
              FROM unnest(:urls) AS n (url)
             WHERE n.url NOT IN (SELECT i.object_url
                                   FROM pg_temp.wanted_item w
                                   JOIN item i ON i.id = w.item_id
                                  WHERE i.object_url IS NOT NULL)
            """;

    private List<Refused> missing(MovedItems.AtUrls atUrls, @Nullable IntegrationId from) {
        return handle.createQuery(MISSING_URLS)
                .bind("urls", SqlArrays.texts(handle, atUrls.urls().stream().map(NamedUrl::url)))
                .mapTo(String.class)
                .map(url -> new Refused(null, url, null, missing("item with this URL", from)))
                .list();
    }

    private static Failure missing(String what, @Nullable IntegrationId from) {
        return new Failure(
                FailureCode.ITEM_NOT_FOUND,
                "There is no " + what + (from == null ? "" : " of the storage integration " + from)
                        + " in a folder that you administer.");
    }

    private static final String FILL = """
            INSERT INTO pg_temp.migration (item_id, folder_id, kind, integration_id, object_url, wanted_url, old_identity,
                   duplicate_no, bytes, is_chosen, keeps_identity, is_synced, is_reencoded)
            SELECT i.id, i.folder_id, i.kind, i.integration_id, i.object_url, w.url, i.identity_hash, i.duplicate_no,
                   i.bytes, true,
                   EXISTS (SELECT FROM item_object_history h WHERE h.item_id = i.id AND h.reencoding_id IS NOT NULL),
                   EXISTS (SELECT FROM synced_folder s WHERE s.folder_id = i.folder_id),
                   EXISTS (SELECT FROM reencoding_item r WHERE r.item_id = i.id AND r.state = 'PENDING')
              FROM pg_temp.wanted_item w
              JOIN item i ON i.id = w.item_id
            """;

    private Argument items(MovedItems.Named named) {
        return SqlArrays.uuids(
                handle, named.items().stream().map(item -> item.item().value()));
    }
}

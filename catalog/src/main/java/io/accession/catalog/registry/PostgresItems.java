package io.accession.catalog.registry;

import io.accession.catalog.SqlArrays;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.ItemKind;
import io.accession.core.registry.AccessRules;
import io.accession.core.registry.Item;
import io.accession.core.registry.ItemFilter;
import io.accession.core.registry.ItemScope;
import io.accession.core.registry.ItemUse;
import io.accession.core.registry.Items;
import io.accession.core.registry.ListedItem;
import io.accession.core.registry.Page;
import io.accession.core.registry.PageRequest;
import io.accession.core.registry.Principal;
import io.accession.core.registry.RegisteredItem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Items in PostgreSQL, as people read them. */
public final class PostgresItems implements Items {

    private final Jdbi jdbi;
    private final FolderRoles roles;

    public PostgresItems(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.roles = new FolderRoles(jdbi);
    }

    private static final String READ = """
            SELECT i.id, i.folder_id, i.kind, i.name, i.object_url, i.mime_type, i.bytes, i.created_at,
                   i.width, i.height, i.duration_sec, i.media_facts,
                   CAST(coalesce(i.client_metadata, '{}') AS text) AS client_metadata
              FROM item i
             WHERE i.id = :id AND NOT i.is_tombstone
            """;

    @Override
    public Item read(Principal asking, ItemId item) {
        return jdbi.withHandle(handle -> {
            requireOpen(handle, asking, List.of(item));
            var group = PostgresDataGroups.find(handle, item).orElse(null);
            var all = ItemMembers.of(handle, List.of(item)).getOrDefault(item, List.of());
            var members = group == null ? all : open(handle, asking, all, ItemMembers::folder);
            return handle.createQuery(READ)
                    .bind("id", item.value())
                    .map((row, context) -> {
                        var listed = ItemRows.listed(row);
                        return new Item(
                                listed,
                                StoredFacts.read(row, listed.kind()),
                                row.getString("client_metadata"),
                                members,
                                group);
                    })
                    .findOne()
                    .orElseThrow(() -> ItemRows.unknown(item));
        });
    }

    private static final String FOLDERS = """
            SELECT i.id, i.folder_id
              FROM unnest(:items) AS wanted (id)
              JOIN item i ON i.id = wanted.id
             WHERE NOT i.is_tombstone
            """;

    /** Fails with the first item that is missing or lies in a folder that is closed to the asker. */
    static void requireOpen(Handle handle, Principal asking, List<ItemId> items) {
        var folders = new HashMap<ItemId, FolderId>();
        handle.createQuery(FOLDERS)
                .bind("items", SqlArrays.uuids(handle, items.stream().map(ItemId::value)))
                .map((row, context) -> folders.put(
                        new ItemId(row.getObject("id", UUID.class)),
                        new FolderId(row.getObject("folder_id", UUID.class))))
                .forEach(before -> {});
        requireOpen(handle, asking, items, folders);
    }

    /** {@code folders} are those in which the items lie that are there. */
    private static void requireOpen(
            Handle handle, Principal asking, List<ItemId> items, Map<ItemId, FolderId> folders) {
        var closed = FolderAccess.closed(handle, asking, Set.copyOf(folders.values()));
        for (var item : items) {
            var folder = folders.get(item);
            if (folder == null || closed.contains(folder)) {
                throw ItemRows.unknown(item);
            }
        }
    }

    @Override
    public List<RegisteredItem> readAll(Principal asking, List<ItemId> items) {
        return jdbi.withHandle(handle -> {
            var found = ItemRows.read(handle, items);
            var folders = found.stream()
                    .collect(Collectors.toMap(
                            one -> one.item().id(), one -> one.item().folder(), (folder, again) -> folder));
            requireOpen(handle, asking, items, folders);
            return found;
        });
    }

    @Override
    public List<RegisteredItem> readOpen(Principal asking, List<ItemId> items) {
        return jdbi.withHandle(handle -> {
            var found = ItemRows.read(handle, items);
            return open(handle, asking, found, one -> one.item().folder());
        });
    }

    @Override
    public List<Item> readOpenWhole(Principal asking, List<ItemId> items) {
        return jdbi.withHandle(handle -> {
            var found = open(
                    handle,
                    asking,
                    ItemRows.read(handle, items),
                    one -> one.item().folder());
            var composites = found.stream()
                    .map(RegisteredItem::item)
                    .filter(item -> item.kind().isComposite())
                    .map(ListedItem::id)
                    .toList();
            var members = ItemMembers.of(handle, composites);
            return found.stream()
                    .map(one -> whole(
                            handle, asking, one, members.getOrDefault(one.item().id(), List.of())))
                    .toList();
        });
    }

    private static Item whole(Handle handle, Principal asking, RegisteredItem item, List<Item.Member> members) {
        var listed = item.item();
        return listed.kind() == ItemKind.GROUP
                ? new Item(
                        listed,
                        item.facts(),
                        item.clientMetadata(),
                        open(handle, asking, members, ItemMembers::folder),
                        PostgresDataGroups.find(handle, listed.id()).orElse(null))
                : new Item(listed, item.facts(), item.clientMetadata(), members, null);
    }

    /** Those in folders that the asker may look into. */
    private static <T> List<T> open(Handle handle, Principal asking, List<T> items, Function<T, FolderId> folder) {
        var folders = items.stream().map(folder).collect(Collectors.toSet());
        var closed = FolderAccess.closed(handle, asking, folders);
        return items.stream()
                .filter(item -> !closed.contains(folder.apply(item)))
                .toList();
    }

    @Override
    public List<RegisteredItem> listMembers(Principal asking, ItemId item) {
        return jdbi.withHandle(handle -> {
            requireOpen(handle, asking, List.of(item));
            var members = ItemRows.members(handle, item);
            return PostgresDataGroups.find(handle, item).isPresent()
                    ? open(handle, asking, members, one -> one.item().folder())
                    : members;
        });
    }

    private static final String COMPOSITES = """
            SELECT DISTINCT i.id, i.folder_id, i.kind, i.name, i.object_url, i.mime_type, i.bytes, i.created_at,
                   f.name AS folder_name
              FROM item_member m
              JOIN item i ON i.id = m.group_id
              JOIN folder f ON f.id = i.folder_id
             WHERE m.item_id = :item AND NOT i.is_tombstone
             ORDER BY i.id
            """;

    @Override
    public ItemUse use(Principal asking, ItemId item) {
        return jdbi.withHandle(handle -> {
            requireOpen(handle, asking, List.of(item));
            var composites = handle.createQuery(COMPOSITES)
                    .bind("item", item.value())
                    .map((row, context) -> new ItemUse.Composite(ItemRows.listed(row), row.getString("folder_name")))
                    .list();
            var folders = composites.stream()
                    .map(composite -> composite.item().folder())
                    .collect(Collectors.toSet());
            var closed = FolderAccess.closed(handle, asking, folders);
            return new ItemUse(
                    composites.size(),
                    composites.stream()
                            .filter(composite ->
                                    !closed.contains(composite.item().folder()))
                            .toList());
        });
    }

    @Override
    public Page<RegisteredItem> list(Principal asking, ItemFilter filter, PageRequest request) {
        requireOpen(asking, filter);
        var listing = new ItemListing(filter, request);
        return jdbi.withHandle(handle -> listing.page(handle, asking));
    }

    @Override
    public Page<ListedItem> listBriefly(Principal asking, ItemFilter filter, PageRequest request) {
        requireOpen(asking, filter);
        var listing = new ItemListing(filter, request);
        return jdbi.withHandle(handle -> listing.briefPage(handle, asking));
    }

    private void requireOpen(Principal asking, ItemFilter filter) {
        if (filter.everybodys()) {
            AccessRules.requireAdministrator(asking, "list what they have no role in");
        }
        if (filter.folders() instanceof ItemScope.In in) {
            roles.requireOpen(asking, in.folder());
        }
    }
}

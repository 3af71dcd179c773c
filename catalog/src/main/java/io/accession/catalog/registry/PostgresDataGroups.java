package io.accession.catalog.registry;

import io.accession.catalog.Audit;
import io.accession.catalog.SqlArrays;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.ItemKind;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryError.Fault;
import io.accession.core.domain.RegistryException;
import io.accession.core.object.Identities;
import io.accession.core.registry.DataGroup;
import io.accession.core.registry.DataGroups;
import io.accession.core.registry.NewDataGroup;
import io.accession.core.registry.Principal;
import io.accession.core.registry.Role;
import io.accession.core.schema.MetadataFault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Data groups in PostgreSQL. Any number of them is made in a constant number of statements. */
public final class PostgresDataGroups implements DataGroups {

    private final Jdbi jdbi;
    private final Supplier<UUID> ids;

    public PostgresDataGroups(Jdbi jdbi, Supplier<UUID> ids) {
        this.jdbi = jdbi;
        this.ids = ids;
    }

    private static final String HOLD_FOLDER = "SELECT f.id FROM folder f WHERE f.id = :folder FOR SHARE";

    @Override
    public List<ItemId> create(Principal asking, FolderId folder, List<NewDataGroup> groups) {
        var items = groups.stream().map(group -> new ItemId(ids.get())).toList();
        try {
            jdbi.useTransaction(handle -> {
                handle.createQuery(HOLD_FOLDER)
                        .bind("folder", folder.value())
                        .mapTo(UUID.class)
                        .list();
                FolderAccess.require(handle, asking, List.of(folder), Role.ADMIN);
                requireMembers(handle, asking, groups);
                addItems(handle, asking, folder, items, groups);
                StrictFit.require(handle, items, (item, misfit) -> told(items.indexOf(item), misfit));
                addMembers(handle, items, groups);
                addLayouts(handle, items, groups);
                Audit.recordAll(handle, asking, "item.group", items.stream().map(ItemId::value));
            });
        } catch (UnableToExecuteStatementException e) {
            throw Metadata.explained(e);
        }
        return items;
    }

    /** By its place in the request: the item is not there for whoever asked. */
    private static Fault told(int position, MetadataFault misfit) {
        return new Fault("/" + position + "/clientMetadata" + misfit.pointer(), misfit.message());
    }

    // Whoever removes a member waits, and then finds the group.
    private static final String HOLD_MEMBERS = """
            SELECT i.id
              FROM item i
             WHERE i.id = ANY(:items) AND i.kind = ANY(:kinds)
             ORDER BY i.id
               FOR SHARE
            """;

    private static void requireMembers(Handle handle, Principal asking, List<NewDataGroup> groups) {
        var members = new LinkedHashSet<ItemId>();
        groups.forEach(group -> members.addAll(group.group().contents().values()));
        PostgresItems.requireOpen(handle, asking, List.copyOf(members));
        var held = Set.copyOf(handle.createQuery(HOLD_MEMBERS)
                .bind("items", SqlArrays.uuids(handle, members.stream().map(ItemId::value)))
                .bind(
                        "kinds",
                        SqlArrays.texts(
                                handle,
                                List.of(ItemKind.values()).stream()
                                        .filter(kind -> kind != ItemKind.GROUP)
                                        .map(ItemKind::wireName)))
                .mapTo(UUID.class)
                .list());
        for (var member : members) {
            if (!held.contains(member.value())) {
                throw new RegistryException(new RegistryError.Invalid(
                        "The item " + member + " is a data group itself, and cannot be in another one."));
            }
        }
    }

    private static final String ADD_ITEMS = """
            INSERT INTO item (id, folder_id, kind, name, identity_hash, duplicate_no, client_metadata, is_hidden, created_by,
                   created_at, edited_at)
            SELECT g.id, :folder, 'group', g.name, decode(g.identity, 'hex'),
                   CAST(CAST('x' || right(replace(CAST(g.id AS text), '-', ''), 16) AS bit(64)) AS bigint),
                   CAST(g.client_metadata AS jsonb), false, :user, now(), now()
              FROM unnest(:items, :names, :identities, :metadata) AS g (id, name, identity, client_metadata)
            """;

    private static void addItems(
            Handle handle, Principal asking, FolderId folder, List<ItemId> items, List<NewDataGroup> groups) {
        handle.createUpdate(ADD_ITEMS)
                .bind("folder", folder.value())
                .bind("user", asking.id().value())
                .bind("items", SqlArrays.uuids(handle, items.stream().map(ItemId::value)))
                .bind("names", SqlArrays.texts(handle, groups.stream().map(NewDataGroup::title)))
                .bind("identities", SqlArrays.texts(handle, groups.stream().map(PostgresDataGroups::identity)))
                .bind("metadata", SqlArrays.texts(handle, groups.stream().map(NewDataGroup::clientMetadata)))
                .execute();
    }

    private static String identity(NewDataGroup group) {
        return Identities.ofItems(
                        ItemKind.GROUP, List.copyOf(group.group().contents().values()))
                .toString();
    }

    private static final String ADD_MEMBERS = """
            INSERT INTO item_member (group_id, position, item_id, member_key)
            SELECT m.group_id, m.position, m.item_id, m.member_key
              FROM unnest(:groups, :positions, :items, :keys) AS m (group_id, position, item_id, member_key)
            """;

    private record Member(UUID group, int position, UUID item, String key) {}

    private static void addMembers(Handle handle, List<ItemId> items, List<NewDataGroup> groups) {
        var members = new ArrayList<Member>();
        for (int i = 0; i < groups.size(); i++) {
            var group = items.get(i).value();
            int position = 0;
            for (var content : groups.get(i).group().contents().entrySet()) {
                members.add(new Member(group, position++, content.getValue().value(), content.getKey()));
            }
        }
        handle.createUpdate(ADD_MEMBERS)
                .bind("groups", SqlArrays.uuids(handle, members.stream().map(Member::group)))
                .bind("positions", SqlArrays.integers(handle, members.stream().map(Member::position)))
                .bind("items", SqlArrays.uuids(handle, members.stream().map(Member::item)))
                .bind("keys", SqlArrays.texts(handle, members.stream().map(Member::key)))
                .execute();
    }

    private static final String ADD_LAYOUTS = """
            INSERT INTO data_group (item_id, layout, settings)
            SELECT g.id, CAST(g.layout AS jsonb), CAST(g.settings AS jsonb)
              FROM unnest(:items, :layouts, :settings) AS g (id, layout, settings)
            """;

    private static void addLayouts(Handle handle, List<ItemId> items, List<NewDataGroup> groups) {
        handle.createUpdate(ADD_LAYOUTS)
                .bind("items", SqlArrays.uuids(handle, items.stream().map(ItemId::value)))
                .bind(
                        "layouts",
                        SqlArrays.texts(
                                handle,
                                groups.stream().map(group -> group.group().layout())))
                .bind(
                        "settings",
                        SqlArrays.texts(
                                handle,
                                groups.stream().map(group -> group.group().settings())))
                .execute();
    }

    private static final String FIND = """
            SELECT CAST(g.layout AS text) AS layout, CAST(g.settings AS text) AS settings
              FROM data_group g
             WHERE g.item_id = :item
            """;

    private static final String CONTENTS = """
            SELECT m.member_key, m.item_id
              FROM item_member m
             WHERE m.group_id = :item AND m.member_key IS NOT NULL
             ORDER BY m.position
            """;

    @Override
    public Optional<DataGroup> find(Principal asking, ItemId item) {
        return jdbi.withHandle(handle -> {
            PostgresItems.requireOpen(handle, asking, List.of(item));
            return find(handle, item);
        });
    }

    static Optional<DataGroup> find(Handle handle, ItemId item) {
        var contents = new LinkedHashMap<String, ItemId>();
        handle.createQuery(CONTENTS)
                .bind("item", item.value())
                .map((row, context) ->
                        contents.put(row.getString("member_key"), new ItemId(row.getObject("item_id", UUID.class))))
                .forEach(before -> {});
        return handle.createQuery(FIND)
                .bind("item", item.value())
                .map((row, context) -> new DataGroup(contents, row.getString("layout"), row.getString("settings")))
                .findOne();
    }
}

package io.accession.catalog.registry;

import io.accession.catalog.SqlArrays;
import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.ItemKind;
import io.accession.core.migrate.MigrationStage.Composite;
import io.accession.core.migrate.MigrationStage.Member;
import io.accession.core.object.IdentityHash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jspecify.annotations.Nullable;

/** The composites of the items in the temporary table of a migration. */
final class MigratedComposites {

    private static final String ADD = """
            INSERT INTO pg_temp.migration (item_id, folder_id, kind, integration_id, object_url, old_identity, duplicate_no, is_chosen)
            SELECT DISTINCT g.id, g.folder_id, g.kind, g.integration_id, g.object_url, g.identity_hash, g.duplicate_no, false
              FROM pg_temp.migration c
              JOIN item_member m ON m.item_id = c.item_id
              JOIN item g ON g.id = m.group_id
             WHERE g.kind = ANY(:kinds) AND NOT g.is_tombstone
                ON CONFLICT (item_id) DO NOTHING
            """;

    private static final String LIST = """
            SELECT c.item_id, c.kind, c.old_identity
              FROM pg_temp.migration c
             WHERE c.kind = ANY(:kinds) AND c.item_id > :after
             ORDER BY c.item_id
             LIMIT :limit
            """;

    private static final String MEMBERS = """
            SELECT m.group_id, i.id AS item_id, coalesce(c.new_url, i.object_url) AS object_url,
                   CASE WHEN c.is_chosen THEN coalesce(CAST(:to AS uuid), i.integration_id) ELSE i.integration_id END AS integration_id
              FROM item_member m
              JOIN item i ON i.id = m.item_id
              LEFT JOIN pg_temp.migration c ON c.item_id = i.id
             WHERE m.group_id = ANY(:groups)
             ORDER BY m.group_id, m.position
            """;

    private final Handle handle;

    MigratedComposites(Handle handle) {
        this.handle = handle;
    }

    /** Those whose identity is that of the objects of their members. */
    static Argument kinds(Handle handle) {
        return SqlArrays.texts(
                handle,
                Stream.of(ItemKind.IMAGE_GROUP, ItemKind.IMAGE_SEQUENCE, ItemKind.DICOM_SERIES)
                        .map(ItemKind::wireName));
    }

    void add() {
        handle.createUpdate(ADD).bind("kinds", kinds(handle)).execute();
    }

    private record Found(ItemId item, ItemKind kind, IdentityHash identity) {}

    List<Composite> list(UUID after, int limit, @Nullable IntegrationId to) {
        var page = handle.createQuery(LIST)
                .bind("kinds", kinds(handle))
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> new Found(
                        PostgresMigrationStage.item(row),
                        ItemKinds.of(row.getString("kind")),
                        IdentityHash.of(row.getBytes("old_identity"))))
                .list();
        var members = members(page, to);
        return page.stream()
                .map(found -> new Composite(
                        found.item(), found.kind(), found.identity(), members.getOrDefault(found.item(), List.of())))
                .toList();
    }

    private Map<ItemId, List<Member>> members(List<Found> page, @Nullable IntegrationId to) {
        var members = new HashMap<ItemId, List<Member>>();
        handle.createQuery(MEMBERS)
                .bind("to", to == null ? null : to.value())
                .bind(
                        "groups",
                        SqlArrays.uuids(
                                handle, page.stream().map(found -> found.item().value())))
                .map((row, context) -> members.computeIfAbsent(
                                new ItemId(row.getObject("group_id", UUID.class)), _ -> new ArrayList<>())
                        .add(new Member(
                                PostgresMigrationStage.item(row),
                                PostgresMigrationStage.integration(row),
                                row.getString("object_url"))))
                .forEach(_ -> {});
        return members;
    }
}

package io.accession.catalog;

import io.accession.core.catalogue.CatalogueTransaction.GivenItem;
import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.ItemKind;
import io.accession.core.domain.MediaFacts;
import io.accession.core.job.JobTerms;
import io.accession.core.manifest.ManifestEntry;
import io.accession.core.plan.GivenFrames;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Looks up the items that entries are made of, all of them in one statement. */
final class GivenItemRows {

    // Administrators use everything, everybody else what lies in folders that are open to them. The folders are held,
    // and with them their items.
    private static final String FIND = """
        SELECT i.id, i.kind, i.integration_id, i.name, i.object_url, i.mime_type, i.bytes, i.width, i.height,
               coalesce((i.media_facts ->> 'orientation')::integer, 1) AS orientation
          FROM item i JOIN folder f ON f.id = i.folder_id
         WHERE i.id = ANY(:items) AND NOT i.is_tombstone
           AND (folder_role(f.id, :user) IS NOT NULL OR EXISTS (SELECT 1 FROM app_user u WHERE u.id = :user AND u.is_admin))
         ORDER BY f.id
           FOR SHARE OF f
        """;

    private GivenItemRows() {}

    static Map<ItemId, GivenItem> find(Handle handle, JobTerms job, Collection<ItemId> items) {
        var found = new HashMap<ItemId, GivenItem>();
        if (!items.isEmpty()) {
            handle.createQuery(FIND)
                    .bind("items", SqlArrays.uuids(handle, items.stream().map(ItemId::value)))
                    .bind("user", job.user().value())
                    .map((row, context) -> found.put(new ItemId(row.getObject("id", UUID.class)), item(row)))
                    .forEach(ignored -> {});
        }
        return found;
    }

    /** The entries with their objects; one that cannot be had any more stays without. */
    static List<ManifestEntry> resolve(Handle handle, JobTerms job, List<ManifestEntry> entries) {
        var items = entries.stream()
                .map(ManifestEntry::given)
                .flatMap(given -> given == null ? Stream.of() : given.items().stream())
                .distinct()
                .toList();
        if (items.isEmpty()) {
            return entries;
        }
        var found = find(handle, job, items);
        return entries.stream()
                .map(entry -> GivenFrames.of(job, entry, found) instanceof GivenFrames.Found(var whole) ? whole : entry)
                .toList();
    }

    private static GivenItem item(ResultSet row) throws SQLException {
        var kind = ItemKind.find(row.getString("kind")).orElseThrow();
        var facts = kind != ItemKind.IMAGE
                ? null
                : new MediaFacts.Image(
                        row.getString("mime_type"),
                        row.getLong("bytes"),
                        row.getInt("width"),
                        row.getInt("height"),
                        row.getInt("orientation"));
        return new GivenItem(
                kind,
                new IntegrationId(row.getObject("integration_id", UUID.class)),
                row.getString("name"),
                row.getString("object_url"),
                facts);
    }
}

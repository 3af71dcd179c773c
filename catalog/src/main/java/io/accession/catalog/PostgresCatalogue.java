package io.accession.catalog;

import io.accession.catalog.DataErrors.RefusedRow;
import io.accession.core.catalogue.CatalogueTransaction;
import io.accession.core.catalogue.NewItem;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.ItemKind;
import io.accession.core.job.JobTerms;
import io.accession.core.object.IdentityHash;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The catalogue within one transaction of PostgreSQL. */
class PostgresCatalogue implements CatalogueTransaction {

    // One statement finds what the folder already holds, whatever the number of identities. Looking up one by one
    // within it leaves the
    // planner no choice but the identity's own index; given a set, it reads the whole folder while the table has no
    // statistics.
    private static final String KNOWN = """
        SELECT wanted.hash, found.id, found.is_hidden
          FROM unnest(:hashes) AS wanted (hash)
         CROSS JOIN LATERAL (
               SELECT i.id, i.is_hidden
                 FROM item i
                WHERE i.folder_id = :folder AND i.identity_hash = wanted.hash AND NOT i.is_tombstone
                ORDER BY i.duplicate_no
                LIMIT 1) AS found
        """;

    // A folder that has just been filled has no statistics yet, and a scan per slice would never end.
    private static final String INDEXES_ONLY = "SET LOCAL enable_seqscan = off";

    private static final String UPDATE_METADATA = """
        WITH wanted AS MATERIALIZED (
            SELECT w.id, w.metadata::jsonb AS metadata
              FROM unnest(:items, :metadata) AS w (id, metadata)
        ), changed AS (
            SELECT i.id, i.client_metadata AS before, w.metadata AS after
              FROM wanted w JOIN item i ON i.id = w.id
             WHERE i.client_metadata IS DISTINCT FROM w.metadata
             ORDER BY i.id
               FOR UPDATE OF i
        ), remembered AS (
            INSERT INTO item_history (item_id, replaced_by, job_id, client_metadata)
            SELECT c.id, :user, :job, c.before FROM changed c
        )
        UPDATE item i
           SET client_metadata = c.after, edited_at = now(), changed_xid = pg_current_xact_id()
          FROM changed c
         WHERE i.id = c.id
        """;

    private static final String SHOW = """
        UPDATE item SET is_hidden = false, changed_xid = pg_current_xact_id()
         WHERE id = ANY(:items) AND is_hidden
        """;

    // The objects of items that now exist are nobody's leftovers any more.
    private static final String KEEP_RENDITIONS = "DELETE FROM rendition WHERE item_id = ANY(:items)";

    protected final Handle handle;

    PostgresCatalogue(Handle handle) {
        this.handle = handle;
    }

    @Override
    public Map<IdentityHash, KnownItem> find(JobTerms job, Collection<IdentityHash> identities) {
        if (identities.isEmpty()) {
            return Map.of();
        }
        handle.execute(INDEXES_ONLY);
        // In the index's own order, neighbours are looked up one after the other.
        var hashes = identities.stream()
                .map(IdentityHash::bytes)
                .sorted(Arrays::compareUnsigned)
                .toArray(byte[][]::new);
        var known = HashMap.<IdentityHash, KnownItem>newHashMap(identities.size());
        handle.createQuery(KNOWN)
                .bind("folder", job.folder().value())
                .bind("hashes", SqlArrays.bytes(handle, hashes))
                .map((row, context) -> known.put(
                        IdentityHash.of(row.getBytes(1)),
                        new KnownItem(new ItemId(row.getObject(2, UUID.class)), row.getBoolean(3))))
                .forEach(ignored -> {});
        return known;
    }

    @Override
    public Map<ItemId, GivenItem> findGiven(JobTerms job, Collection<ItemId> items) {
        return GivenItemRows.find(handle, job, items);
    }

    @Override
    public List<Refused> add(JobTerms job, List<NewItem> items) {
        var copy = new ItemCopy(handle, job);
        var ordinals = items.stream().mapToInt(NewItem::ordinal).toArray();
        var refused = refused(
                DataErrors.write(handle, ordinals, (from, to) -> copy.items(items.subList(from, to))), ordinals);
        var refusedOrdinals = refused.stream().map(Refused::ordinal).collect(Collectors.toSet());
        var composites = items.stream()
                .filter(item -> !item.members().isEmpty() && !refusedOrdinals.contains(item.ordinal()))
                .toList();
        if (!composites.isEmpty()) {
            addMembers(copy, composites);
            keepRenditions(composites);
        }
        return refused;
    }

    private static void addMembers(ItemCopy copy, List<NewItem> composites) {
        try {
            copy.members(composites);
        } catch (SQLException e) {
            throw SqlStates.translate(e);
        }
    }

    private void keepRenditions(List<NewItem> composites) {
        var rendered = composites.stream()
                .filter(item -> item.kind() == ItemKind.IMAGE_SEQUENCE)
                .map(item -> item.id().value())
                .toList();
        if (!rendered.isEmpty()) {
            handle.createUpdate(KEEP_RENDITIONS)
                    .bind("items", SqlArrays.uuids(handle, rendered.stream()))
                    .execute();
        }
    }

    @Override
    public MetadataUpdates updateMetadata(JobTerms job, List<NewMetadata> updates) {
        var changed = new int[1];
        var ordinals = updates.stream().mapToInt(NewMetadata::ordinal).toArray();
        var refused =
                DataErrors.write(handle, ordinals, (from, to) -> changed[0] += update(job, updates.subList(from, to)));
        return new MetadataUpdates(changed[0], refused(refused, ordinals));
    }

    private int update(JobTerms job, List<NewMetadata> updates) {
        return handle.createUpdate(UPDATE_METADATA)
                .bind(
                        "items",
                        SqlArrays.uuids(
                                handle,
                                updates.stream().map(update -> update.item().value())))
                .bind(
                        "metadata",
                        SqlArrays.texts(
                                handle,
                                updates.stream()
                                        .map(update -> update.clientMetadata().text())))
                .bind("user", job.user().value())
                .bind("job", job.id().value())
                .execute();
    }

    private static final String UPDATE_FACTS = """
            UPDATE item i
               SET mime_type = w.mime_type, bytes = w.bytes, width = w.width, height = w.height,
                   duration_sec = w.duration_sec, media_facts = w.media_facts::jsonb, etag = w.etag,
                   last_modified = w.last_modified::timestamptz, edited_at = now(), changed_xid = pg_current_xact_id()
              FROM unnest(:items, :mimeTypes, :bytes, :widths, :heights, :durations, :details, :etags, :moments)
                   AS w (id, mime_type, bytes, width, height, duration_sec, media_facts, etag, last_modified)
             WHERE i.id = w.id
            """;

    @Override
    public void updateFacts(List<NewFacts> updates) {
        if (updates.isEmpty()) {
            return;
        }
        var columns = updates.stream().map(NewFacts::facts).map(FactColumns::of).toList();
        handle.createUpdate(UPDATE_FACTS)
                .bind(
                        "items",
                        SqlArrays.uuids(
                                handle,
                                updates.stream().map(update -> update.item().value())))
                .bind(
                        "mimeTypes",
                        SqlArrays.texts(
                                handle,
                                updates.stream().map(update -> update.facts().mimeType())))
                .bind(
                        "bytes",
                        SqlArrays.longs(
                                handle,
                                updates.stream().map(update -> update.facts().bytes())))
                .bind("widths", SqlArrays.integers(handle, columns.stream().map(FactColumns::width)))
                .bind("heights", SqlArrays.integers(handle, columns.stream().map(FactColumns::height)))
                .bind("durations", SqlArrays.doubles(handle, columns.stream().map(FactColumns::durationSeconds)))
                .bind(
                        "details",
                        SqlArrays.texts(handle, updates.stream().map(update -> MediaFactsJson.details(update.facts()))))
                .bind("etags", SqlArrays.texts(handle, updates.stream().map(NewFacts::etag)))
                .bind(
                        "moments",
                        SqlArrays.texts(
                                handle,
                                updates.stream()
                                        .map(update -> update.lastModified() == null
                                                ? null
                                                : update.lastModified().toString())))
                .execute();
    }

    @Override
    public void show(List<ItemId> members) {
        if (!members.isEmpty()) {
            handle.createUpdate(SHOW)
                    .bind("items", SqlArrays.uuids(handle, members.stream().map(ItemId::value)))
                    .execute();
        }
    }

    private static List<Refused> refused(List<RefusedRow> rows, int[] ordinals) {
        return rows.stream()
                .map(row -> new Refused(ordinals[row.index()], row.reason()))
                .toList();
    }
}

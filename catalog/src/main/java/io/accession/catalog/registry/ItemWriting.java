package io.accession.catalog.registry;

import io.accession.catalog.SqlArrays;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryError.Fault;
import io.accession.core.domain.RegistryException;
import io.accession.core.registry.ItemChange;
import io.accession.core.registry.MetadataChange;
import io.accession.core.registry.Principal;
import io.accession.core.schema.MetadataFault;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes new names and metadata of items that the caller has locked, and who changed them: in one statement where nothing is strict. */
final class ItemWriting {

    private final int metadataBytes;

    /** {@code metadataBytes} that merged metadata may have. */
    ItemWriting(int metadataBytes) {
        this.metadataBytes = metadataBytes;
    }

    // Each value is read once, however many items it is for. What was given has been measured; what it grew to has not.
    // Arrays of unknown length: see SqlArrays.
    private static final String WRITE = """
            WITH given AS MATERIALIZED (
                SELECT g.number, g.mode, CAST(g.metadata AS jsonb) AS metadata
                  FROM unnest(:metadata, ARRAY(SELECT unnest(:modes))) WITH ORDINALITY AS g (metadata, mode, number)
            ), wanted AS MATERIALIZED (
                SELECT i.id, i.name AS name_before, coalesce(w.name, i.name) AS name, i.client_metadata AS before,
                       CASE g.mode
                           WHEN 'REPLACE' THEN g.metadata
                           WHEN 'MERGE' THEN metadata_merged(coalesce(i.client_metadata, '{}'), g.metadata)
                           WHEN 'MERGE_PATCH' THEN metadata_patched(i.client_metadata, g.metadata)
                           WHEN 'IF_ABSENT' THEN metadata_merged(g.metadata, coalesce(i.client_metadata, '{}'))
                           ELSE coalesce(i.client_metadata, '{}') END AS after,
                       coalesce(g.mode <> 'REPLACE', false) AS has_grown
                  FROM unnest(ARRAY(SELECT unnest(:items)), :names, :numbers) AS w (id, name, number)
                  JOIN item i ON i.id = w.id
                  LEFT JOIN given g ON g.number = w.number
            ), remembered AS (
                INSERT INTO item_history (item_id, replaced_by, client_metadata)
                SELECT w.id, :user, w.before
                  FROM wanted w
                 WHERE coalesce(w.before, '{}') <> w.after
            ), audited AS (
                INSERT INTO audit_event (user_id, action, subject_id)
                SELECT :user, 'item.change', w.id FROM wanted w
            ), written AS (
                UPDATE item i
                   SET name = w.name, client_metadata = w.after, edited_at = now(), changed_xid = pg_current_xact_id()
                  FROM wanted w
                 WHERE i.id = w.id AND (w.name <> w.name_before OR coalesce(w.before, '{}') <> w.after)
                RETURNING i.id
            )
            SELECT (SELECT count(*) FROM written) AS changed,
                   EXISTS (SELECT FROM strict_metadata) AS is_strict,
                   (SELECT w.id
                      FROM wanted w
                     WHERE w.has_grown AND octet_length(CAST(w.after AS text)) > :most
                     LIMIT 1) AS too_large
            """;

    /** What came of it; {@code tooLarge} is an item whose metadata may not be as large as it has become. */
    private record Written(int changed, boolean isStrict, Optional<UUID> tooLarge) {}

    /** How many of the items are not as before. */
    int write(Handle handle, Principal asking, Map<ItemId, ItemChange> changes) {
        var values = changes.values().stream()
                .map(ItemChange::metadata)
                .filter(Objects::nonNull)
                .toList();
        var numbers = new int[1];
        var positions = changes.values().stream()
                .map(change -> change.metadata() == null ? null : ++numbers[0])
                .toList();
        var names = changes.values().stream().map(ItemChange::name);
        return write(handle, asking, changes.keySet(), names, positions.stream(), values);
    }

    /** The same for all of them. */
    int write(Handle handle, Principal asking, Collection<ItemId> items, MetadataChange metadata) {
        var names = items.stream().map(item -> (@Nullable String) null);
        var numbers = IntStream.range(0, items.size()).mapToObj(i -> 1);
        return write(handle, asking, items, names, numbers, List.of(metadata));
    }

    private int write(
            Handle handle,
            Principal asking,
            Collection<ItemId> items,
            Stream<? extends @Nullable String> names,
            Stream<? extends @Nullable Integer> numbers,
            List<MetadataChange> values) {
        var written = handle.createQuery(WRITE)
                .bind("items", SqlArrays.uuids(handle, items.stream().map(ItemId::value)))
                .bind("names", SqlArrays.texts(handle, names))
                .bind("numbers", SqlArrays.integers(handle, numbers))
                .bind("metadata", SqlArrays.texts(handle, values.stream().map(MetadataChange::value)))
                .bind(
                        "modes",
                        SqlArrays.texts(
                                handle,
                                values.stream().map(value -> value.mode().name())))
                .bind("user", asking.id().value())
                .bind("most", metadataBytes)
                .map((row, context) -> new Written(
                        row.getInt("changed"),
                        row.getBoolean("is_strict"),
                        Optional.ofNullable(row.getObject("too_large", UUID.class))))
                .one();
        written.tooLarge().ifPresent(this::refuse);
        if (written.isStrict() && !values.isEmpty()) {
            StrictFit.requireWhereStrict(handle, items, ItemWriting::told);
        }
        return written.changed();
    }

    private void refuse(UUID item) {
        throw new RegistryException(new RegistryError.Invalid(
                "The client metadata of the item " + item + " would have more than " + metadataBytes + " bytes."));
    }

    private static Fault told(ItemId item, MetadataFault misfit) {
        return new Fault("/clientMetadata" + misfit.pointer(), "Item " + item + ": " + misfit.message());
    }
}

package io.accession.catalog.registry;

import io.accession.catalog.SqlArrays;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryError.Fault;
import io.accession.core.domain.RegistryException;
import io.accession.core.schema.MetadataFault;
import io.accession.core.schema.MetadataReading;
import io.accession.core.schema.MetadataSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Looks at the metadata of items once it is written, in the transaction that wrote it: where the schema is strict, a misfit takes everything back. */
final class StrictFit {

    private static final int TOLD_FAULTS = 20;

    /** Metadata may have megabytes: few items are in memory at a time. */
    private static final int FETCH = 50;

    private StrictFit() {}

    /** Tells a misfit of an item so that whoever gave the metadata finds it; its pointer begins at the item's metadata. */
    @FunctionalInterface
    interface Telling {
        Fault of(ItemId item, MetadataFault misfit);
    }

    /** One statement where nothing is strict, three where something is. */
    static void require(Handle handle, Collection<ItemId> items, Telling telling) {
        if (PostgresStrictMetadata.isAnywhere(handle)) {
            requireWhereStrict(handle, items, telling);
        }
    }

    /** For whoever knows that something is strict. */
    static void requireWhereStrict(Handle handle, Collection<ItemId> items, Telling telling) {
        PostgresMetadataSchemas.current(handle).ifPresent(version -> require(handle, items, version.schema(), telling));
    }

    private static final String STRICT = """
            SELECT i.id, CAST(i.client_metadata AS text) AS metadata
              FROM item i
             WHERE i.id = ANY(:items) AND i.client_metadata IS NOT NULL
               AND EXISTS (SELECT FROM strict_metadata s
                            WHERE s.integration_id IS NULL OR s.integration_id = i.integration_id)
            """;

    private static void require(Handle handle, Collection<ItemId> items, MetadataSchema schema, Telling telling) {
        var reading = new MetadataReading(schema);
        var faults = new ArrayList<Fault>();
        try (var rows = handle.createQuery(STRICT)
                .setFetchSize(FETCH)
                .bind("items", SqlArrays.uuids(handle, items.stream().map(ItemId::value)))
                .map((row, context) -> misfits(
                        new ItemId(row.getObject("id", UUID.class)), row.getString("metadata"), reading, telling))
                .iterator()) {
            while (rows.hasNext() && faults.size() < TOLD_FAULTS) {
                faults.addAll(rows.next());
            }
        }
        if (!faults.isEmpty()) {
            throw new RegistryException(new RegistryError.Invalid(
                    "The metadata schema is strict, and client metadata does not fit it.",
                    faults.subList(0, Math.min(faults.size(), TOLD_FAULTS))));
        }
    }

    private static List<Fault> misfits(ItemId item, String metadata, MetadataReading reading, Telling telling) {
        return reading.read(metadata).misfits().stream()
                .map(misfit -> telling.of(item, misfit))
                .toList();
    }
}

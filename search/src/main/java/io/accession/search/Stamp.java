package io.accession.search;

import io.accession.core.schema.MetadataSchema;
import io.accession.core.schema.SchemaJson;
import io.accession.core.search.FeedMark;
import io.accession.core.search.FeedState;
import java.util.Map;
import java.util.UUID;

/**
 * What an index is a picture of. It is kept in the index's own commits, so that it is never ahead of or behind them.
 *
 * @param catalogue whose feed was read
 * @param freshUntil transactions below it had ended when the index was begun: what they left is read once, so it needs no looking for older documents
 * @param schemaVersion 0 for none
 * @param mark up to where the feed was read
 * @param isComplete whether the end of the feed was reached once
 */
record Stamp(
        String catalogue,
        long freshUntil,
        int schemaVersion,
        MetadataSchema schema,
        FeedMark mark,
        boolean isComplete) {

    /** Raised whenever documents come out otherwise than before: indexes of another number are built anew. */
    private static final int FORMAT = 8;

    static Stamp begin(FeedState state, SchemaInForce schema) {
        return new Stamp(state.catalogue(), state.horizon(), schema.version(), schema.schema(), FeedMark.START, false);
    }

    Stamp at(FeedMark next, boolean isComplete) {
        return new Stamp(catalogue, freshUntil, schemaVersion, schema, next, isComplete);
    }

    /** Whether the feed can be read on from here. */
    boolean continues(FeedState state) {
        return catalogue.equals(state.catalogue()) && mark.transaction() < Math.max(1, state.horizon());
    }

    boolean understands(SchemaInForce wanted) {
        return schema.equals(wanted.schema());
    }

    Map<String, String> toMap() {
        return Map.of(
                "format", Integer.toString(FORMAT),
                "catalogue", catalogue,
                "freshUntil", Long.toString(freshUntil),
                "schemaVersion", Integer.toString(schemaVersion),
                "schema", SchemaJson.text(schema),
                "transaction", Long.toString(mark.transaction()),
                "item", mark.item().toString(),
                "complete", Boolean.toString(isComplete));
    }

    /**
     * @throws IllegalArgumentException when it was written by a program that writes other documents
     */
    static Stamp of(Map<String, String> map) {
        if (!Integer.toString(FORMAT).equals(map.get("format"))) {
            throw new IllegalArgumentException("documents of format " + map.get("format") + ", not " + FORMAT);
        }
        return new Stamp(
                map.getOrDefault("catalogue", ""),
                Long.parseLong(map.getOrDefault("freshUntil", "0")),
                Integer.parseInt(map.getOrDefault("schemaVersion", "0")),
                SchemaJson.read(map.getOrDefault("schema", "{}")),
                new FeedMark(
                        Long.parseLong(map.getOrDefault("transaction", "0")),
                        UUID.fromString(map.getOrDefault("item", new UUID(0, 0).toString()))),
                Boolean.parseBoolean(map.get("complete")));
    }
}

package io.accession.search;

import io.accession.core.schema.MetadataSchema;
import io.accession.core.schema.SchemaVersion;
import java.util.Optional;

/** The metadata schema that values are understood by now; version 0 as long as none was saved. */
record SchemaInForce(int version, MetadataSchema schema) {

    static SchemaInForce of(Optional<SchemaVersion> saved) {
        return saved.map(version -> new SchemaInForce(version.number(), version.schema()))
                .orElseGet(() -> new SchemaInForce(0, MetadataSchema.empty()));
    }
}

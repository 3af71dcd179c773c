package io.accession.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.accession.core.schema.LegacySchema;
import io.accession.core.schema.MetadataSchemas;
import io.accession.core.schema.SchemaJson;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;

/** The metadata schema, as clients of today and of yesterday read and write it. */
public final class SchemaCalls {

    private static final String PATH = "organisation/client-metadata-schema-v2";
    private static final String LEGACY_PATH = "organisation/client-metadata-schema";

    /** There is one organisation. */
    private static final int ORGANISATION = 1;

    private final MetadataSchemas schemas;

    public SchemaCalls(MetadataSchemas schemas) {
        this.schemas = schemas;
    }

    public List<WireRoute> routes() {
        return List.of(
                WireRoute.get(PATH, this::read),
                WireRoute.post(PATH, this::save).repeated(),
                WireRoute.get(LEGACY_PATH, this::readLegacy),
                WireRoute.post(LEGACY_PATH, this::saveLegacy).repeated());
    }

    private WireAnswer read(WireCall call) {
        return schemas.current()
                .map(version -> call.written(SchemaJson.text(version.schema())))
                .orElseGet(call::nothing);
    }

    private WireAnswer save(WireCall call) throws IOException {
        var wanted = SchemaJson.read(call.body(JsonNode.class).toString());
        schemas.save(call.asking(), current -> wanted, null);
        return call.nothing();
    }

    private record Legacy(
            UUID uuid,
            SortedMap<String, String> metadataSchema,
            int organisationId,
            Instant createdAt,
            Instant updatedAt) {}

    private WireAnswer readLegacy(WireCall call) {
        var current = schemas.current();
        if (current.isEmpty()) {
            return call.nothing();
        }
        var version = current.get();
        var first = schemas.version(1);
        return call.json(new Legacy(
                first.id(), LegacySchema.names(version.schema()), ORGANISATION, first.savedAt(), version.savedAt()));
    }

    private WireAnswer saveLegacy(WireCall call) throws IOException {
        var text = call.body(JsonNode.class).toString();
        schemas.save(call.asking(), current -> LegacySchema.read(text, current), null);
        return call.json(schemas.version(1).id());
    }
}

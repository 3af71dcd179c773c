package io.accession.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.accession.api.MetadataSchema;
import io.accession.api.MetadataViolations;
import io.accession.api.NewStrictness;
import io.accession.api.Strictness;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The types of the keys of client metadata. */
public final class Schema {

    private final Connection connection;

    Schema(Connection connection) {
        this.connection = connection;
    }

    /** The schema in force; version 0 while none was saved. */
    public MetadataSchema read() {
        return connection.read(Route.to("schema"), MetadataSchema.class);
    }

    /** The schema as it was under a version, from 1, with who saved it and when. */
    public MetadataSchema read(int version) {
        return connection.read(Route.to("schema", "versions", version), MetadataSchema.class);
    }

    /** All versions, the newest first. */
    public Listing<MetadataSchema> history() {
        return new Listing<>(connection, Route.to("schema", "versions"), MetadataSchema.class);
    }

    /**
     * Replaces the whole schema. One that is as the schema in force makes no new version.
     *
     * @param fields types by key
     * @param basedOn the version that still has to be in force; null for any
     */
    public MetadataSchema save(JsonNode fields, @Nullable Integer basedOn) {
        return connection.post(Route.to("schema", "versions").with("basedOn", basedOn), fields, MetadataSchema.class);
    }

    /**
     * What saving would put in force; changes nothing. What would not be allowed is a {@link RequestRefusedException} with all faults.
     */
    public MetadataSchema preview(JsonNode fields, @Nullable Integer basedOn) {
        var route = Route.to("schema", "versions").with("basedOn", basedOn).with("dryRun", true);
        return connection.post(route, fields, MetadataSchema.class);
    }

    /** Changes of the schema in force, to be collected and saved together. */
    public SchemaEditor edit() {
        return new SchemaEditor(this, read());
    }

    /** Where client metadata that does not fit the schema is refused. */
    public Strictness strictness() {
        return connection.read(Route.to("schema", "strictness"), Strictness.class);
    }

    /** Refuses client metadata that does not fit the schema, or no longer: through an integration, or everywhere for null. */
    public Strictness strict(@Nullable UUID integration, boolean strict) {
        return connection.post(
                Route.to("schema", "strictness"), new NewStrictness(integration, strict), Strictness.class);
    }

    /** The items of a folder, and of those below it, whose metadata does not fit the schema in force. */
    public Listing<MetadataViolations> violations(UUID folder) {
        return new Listing<>(connection, Route.to("folders", folder, "metadata-violations"), MetadataViolations.class);
    }
}

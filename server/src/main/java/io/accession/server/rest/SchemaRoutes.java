package io.accession.server.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.accession.api.Json;
import io.accession.api.MetadataViolations;
import io.accession.api.NewStrictness;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.schema.ItemFaults;
import io.accession.core.schema.MetadataFault;
import io.accession.core.schema.MetadataSchema;
import io.accession.core.schema.MetadataSchemas;
import io.accession.core.schema.SchemaJson;
import io.accession.core.schema.SchemaVersion;
import io.accession.core.schema.StrictMetadata;
import io.accession.core.schema.Strictness;
import io.accession.core.schema.Violations;
import io.accession.server.http.Call;
import io.accession.server.http.Operation;
import io.helidon.http.Status;
import java.io.IOException;
import java.util.List;

/** The metadata schema, what it was before, and the values that do not fit it. */
public final class SchemaRoutes {

    private final MetadataSchemas schemas;
    private final StrictMetadata strict;
    private final Violations violations;

    public SchemaRoutes(MetadataSchemas schemas, StrictMetadata strict, Violations violations) {
        this.schemas = schemas;
        this.strict = strict;
        this.violations = violations;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.get("/api/v1/schema", this::read),
                Operation.get("/api/v1/schema/versions", this::history),
                Operation.post("/api/v1/schema/versions", this::save),
                Operation.get("/api/v1/schema/versions/{version}", this::readVersion),
                Operation.get("/api/v1/schema/strictness", this::readStrictness),
                Operation.post("/api/v1/schema/strictness", this::changeStrictness),
                Operation.get("/api/v1/folders/{id}/metadata-violations", this::listViolations));
    }

    private void read(Call call) throws IOException {
        var current = schemas.current();
        call.answer(
                current.isPresent()
                        ? shown(current.get())
                        : new io.accession.api.MetadataSchema(0, null, null, fields(MetadataSchema.empty())));
    }

    private void history(Call call) throws IOException {
        call.answer(Paging.answer(schemas.history(Paging.request(call)), SchemaRoutes::shown));
    }

    private void readVersion(Call call) throws IOException {
        var text = call.path("version");
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw new RegistryException(new RegistryError.NotFoundOrForbidden("version of the metadata schema", text));
        }
        call.answer(shown(schemas.version(Integer.parseInt(text))));
    }

    private void save(Call call) throws IOException {
        var basedOn = call.queryNumber("basedOn").orElse(null);
        var wanted = SchemaJson.read(call.body(JsonNode.class).toString());
        if (call.queryFlag("dryRun")) {
            var next = schemas.preview(call.asking(), current -> wanted, basedOn);
            call.answer(new io.accession.api.MetadataSchema(numberOf(next), null, null, fields(next)));
            return;
        }
        var saved = schemas.save(call.asking(), current -> wanted, basedOn);
        call.answer(Status.CREATED_201, shown(saved));
    }

    /** Of the version that the schema is, or would become. */
    private int numberOf(MetadataSchema schema) {
        return schemas.current()
                .map(current -> current.number() + (current.schema().equals(schema) ? 0 : 1))
                .orElse(1);
    }

    private void readStrictness(Call call) throws IOException {
        call.answer(shown(strict.read()));
    }

    private void changeStrictness(Call call) throws IOException {
        var body = call.body(NewStrictness.class);
        var integration = body.integrationId() == null ? null : new IntegrationId(body.integrationId());
        call.answer(shown(strict.change(call.asking(), integration, body.strict())));
    }

    private static io.accession.api.Strictness shown(Strictness strictness) {
        return new io.accession.api.Strictness(
                strictness.everywhere(),
                strictness.integrations().stream()
                        .map(IntegrationId::value)
                        .sorted()
                        .toList());
    }

    private void listViolations(Call call) throws IOException {
        var page = violations.list(call.asking(), new FolderId(call.id("id", "folder")), Paging.request(call));
        call.answer(Paging.answer(page, SchemaRoutes::shown));
    }

    private static io.accession.api.MetadataSchema shown(SchemaVersion version) {
        return new io.accession.api.MetadataSchema(
                version.number(),
                version.savedBy().isEmpty() ? null : version.savedBy(),
                version.savedAt(),
                fields(version.schema()));
    }

    private static JsonNode fields(MetadataSchema schema) {
        try {
            return Json.strict().readTree(SchemaJson.text(schema));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a schema is written as JSON", e);
        }
    }

    private static MetadataViolations shown(ItemFaults item) {
        return new MetadataViolations(item.item().value(), item.name(), shown(item.faults()));
    }

    static List<MetadataViolations.Violation> shown(List<MetadataFault> faults) {
        return faults.stream()
                .map(fault -> new MetadataViolations.Violation(fault.pointer(), fault.message(), fault.isUsed()))
                .toList();
    }
}

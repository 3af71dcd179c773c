package io.accession.server.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.accession.api.Version;
import io.accession.server.http.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** What the server says of itself. */
public final class ServiceRoutes {

    private static final String DESCRIPTION = "openapi.yaml";

    private final String version;
    private final JsonNode description = description();

    public ServiceRoutes(String version) {
        this.version = version;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.get("/api/v1/openapi.json", call -> call.answer(description))
                        .open(),
                Operation.get("/api/v1/version", call -> call.answer(new Version("accession", version)))
                        .open());
    }

    private static JsonNode description() {
        try (var yaml = Version.class.getResourceAsStream(DESCRIPTION)) {
            return new YAMLMapper().readTree(Objects.requireNonNull(yaml, "openapi.yaml is part of the API's jar"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

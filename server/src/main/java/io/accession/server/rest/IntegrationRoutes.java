package io.accession.server.rest;

import io.accession.api.Integration;
import io.accession.api.NewIntegration;
import io.accession.core.domain.IntegrationId;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.registry.Integrations;
import io.accession.core.registry.RegisteredIntegration;
import io.accession.server.http.Call;
import io.accession.server.http.Operation;
import io.helidon.http.Status;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Storage integrations. */
public final class IntegrationRoutes {

    private final Integrations integrations;

    public IntegrationRoutes(Integrations integrations) {
        this.integrations = integrations;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.post("/api/v1/integrations", this::add),
                Operation.get("/api/v1/integrations", this::list),
                Operation.get("/api/v1/integrations/{id}", this::read),
                Operation.delete("/api/v1/integrations/{id}", this::remove));
    }

    private void add(Call call) throws IOException {
        var body = call.body(NewIntegration.class);
        var added = integrations.add(
                call.asking(),
                new io.accession.core.registry.NewIntegration(
                        body.title(),
                        SettingsOnTheWire.read(body.settings()),
                        body.strictClientOnly(),
                        body.allowPrivateNetwork(),
                        lifetime(body)));
        call.answer(Status.CREATED_201, shown(added));
    }

    private static Duration lifetime(NewIntegration body) {
        return body.signedUrlLifetimeSeconds() == null
                ? StorageIntegration.DEFAULT_SIGNED_URL_LIFETIME
                : Duration.ofSeconds(body.signedUrlLifetimeSeconds());
    }

    private void list(Call call) throws IOException {
        var page = integrations.list(call.asking(), call.query("search").orElse(""), Paging.request(call));
        call.answer(Paging.answer(page, IntegrationRoutes::shown));
    }

    private void read(Call call) throws IOException {
        call.answer(shown(integrations.read(call.asking(), id(call))));
    }

    private void remove(Call call) {
        integrations.remove(call.asking(), id(call));
        call.answerNothing();
    }

    private static IntegrationId id(Call call) {
        return new IntegrationId(call.id("id", "storage integration"));
    }

    private static Integration shown(RegisteredIntegration registered) {
        var integration = registered.integration();
        return new Integration(
                integration.id().value(),
                integration.title(),
                SettingsOnTheWire.shown(integration.settings()),
                integration.strictClientOnly(),
                integration.allowPrivateNetwork(),
                (int) integration.signedUrlLifetime().toSeconds(),
                registered.createdAt());
    }
}

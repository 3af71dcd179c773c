package io.accession.server.rest;

import io.accession.api.CheckReport;
import io.accession.api.CheckRequest;
import io.accession.api.Integration;
import io.accession.api.NewIntegration;
import io.accession.core.domain.Failure;
import io.accession.core.domain.IntegrationId;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectUrls;
import io.accession.core.object.Resolution;
import io.accession.core.registry.Integrations;
import io.accession.core.registry.RegisteredIntegration;
import io.accession.server.http.Call;
import io.accession.server.http.Operation;
import io.accession.storage.IntegrationCheck;
import io.helidon.http.Status;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Storage integrations. */
public final class IntegrationRoutes {

    private final Integrations integrations;
    private final IntegrationCheck check;

    public IntegrationRoutes(Integrations integrations, IntegrationCheck check) {
        this.integrations = integrations;
        this.check = check;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.post("/api/v1/integrations", this::add),
                Operation.get("/api/v1/integrations", this::list),
                Operation.get("/api/v1/integrations/{id}", this::read),
                Operation.delete("/api/v1/integrations/{id}", this::remove),
                Operation.post("/api/v1/integrations/{id}/check", this::check));
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

    private void check(Call call) throws IOException {
        var wish = call.body(CheckRequest.class);
        var integration = integrations.read(call.asking(), id(call)).integration();
        var sample = wish.sampleUrl() == null ? null : located(wish.sampleUrl(), integration);
        var findings = check.check(integration, new IntegrationCheck.Wish(sample, wish.write(), wish.origin()));
        call.answer(
                new CheckReport(findings.stream().map(IntegrationRoutes::shown).toList()));
    }

    private static ObjectLocation located(String url, StorageIntegration integration) {
        return switch (ObjectUrls.resolve(url, integration.addressing())) {
            case Resolution.Located(ObjectLocation location) -> location;
            case Resolution.Refused(Failure failure) -> throw Call.invalid("/sampleUrl", failure.message());
        };
    }

    private static CheckReport.Finding shown(IntegrationCheck.Finding finding) {
        return new CheckReport.Finding(
                finding.name(), CheckReport.Outcome.valueOf(finding.outcome().name()), finding.message());
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
                registered.role().wireName(),
                registered.createdAt());
    }
}

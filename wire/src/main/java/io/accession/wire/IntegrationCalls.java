package io.accession.wire;

import io.accession.core.registry.AccessRules;
import io.accession.core.registry.Integrations;
import io.accession.core.registry.PageRequest;
import io.accession.core.registry.RegisteredIntegration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** Storage integrations, of which the client knows id and title. */
public final class IntegrationCalls {

    private final Integrations integrations;

    public IntegrationCalls(Integrations integrations) {
        this.integrations = integrations;
    }

    public List<WireRoute> routes() {
        return List.of(WireRoute.get("cloud-integrations", this::list));
    }

    private record CloudIntegration(UUID integrationUuid, String title) {}

    private record CloudIntegrations(List<CloudIntegration> result) {}

    private WireAnswer list(WireCall call) {
        if (call.queryFlag("includeOrgAccess").orElse(false)) {
            AccessRules.requireAdministrator(call.asking(), "list the organisation's integrations");
        }
        var ids = new HashSet<>(call.queryIds("filterIntegrationUuids"));
        var titles = new HashSet<>(call.queries("filterIntegrationTitles"));
        var shown = all(call).stream()
                .map(RegisteredIntegration::integration)
                .filter(one -> ids.isEmpty() || ids.contains(one.id().value()))
                .filter(one -> titles.isEmpty() || titles.contains(one.title()))
                .map(one -> new CloudIntegration(one.id().value(), one.title()))
                .toList();
        return call.json(new CloudIntegrations(shown));
    }

    private List<RegisteredIntegration> all(WireCall call) {
        var all = new ArrayList<RegisteredIntegration>();
        String token = null;
        do {
            var page = integrations.list(call.asking(), "", new PageRequest(PageRequest.MAXIMUM_LIMIT, token));
            all.addAll(page.results());
            token = page.nextToken();
        } while (token != null);
        return all;
    }
}

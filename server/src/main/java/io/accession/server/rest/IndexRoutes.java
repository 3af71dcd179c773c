package io.accession.server.rest;

import io.accession.core.registry.AccessRules;
import io.accession.core.search.IndexStatus;
import io.accession.core.search.IndexUpkeep;
import io.accession.server.http.Call;
import io.accession.server.http.Operation;
import io.helidon.http.Status;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The search index as administrators see it. Its counts are those of everybody's items. */
public final class IndexRoutes {

    private final IndexUpkeep index;
    private final Supplier<Optional<String>> meaningFault;
    private final Clock clock;

    /** {@code meaningFault} is why it is not found out what items mean. */
    public IndexRoutes(IndexUpkeep index, Supplier<Optional<String>> meaningFault, Clock clock) {
        this.index = index;
        this.meaningFault = meaningFault;
        this.clock = clock;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.get("/api/v1/index", this::read), Operation.post("/api/v1/index/rebuild", this::rebuild));
    }

    private void read(Call call) throws IOException {
        AccessRules.requireAdministrator(call.asking(), "look after the search index");
        call.answer(shown(index.status()));
    }

    private void rebuild(Call call) throws IOException {
        AccessRules.requireAdministrator(call.asking(), "look after the search index");
        index.rebuild();
        call.answer(Status.ACCEPTED_202, shown(index.status()));
    }

    private io.accession.api.IndexStatus shown(IndexStatus status) {
        var answering = status.answering();
        var building = status.building();
        return new io.accession.api.IndexStatus(
                answering == null ? null : shown(answering),
                building == null
                        ? null
                        : new io.accession.api.IndexStatus.Building(
                                building.schemaVersion(), building.items(), building.itemsBehind()),
                status.problem(),
                meaningFault.get().orElse(null));
    }

    private io.accession.api.IndexStatus.Answering shown(IndexStatus.Answering answering) {
        var asOf = answering.asOf();
        return new io.accession.api.IndexStatus.Answering(
                answering.schemaVersion(),
                answering.items(),
                answering.itemsBehind(),
                asOf,
                asOf == null ? null : Duration.between(asOf, clock.instant()).toMillis() / 1_000.0,
                answering.bytes());
    }
}

package io.accession.server.rest;

import io.accession.server.http.Call;
import io.accession.server.http.Operation;
import io.helidon.http.Status;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** For those who watch over the server: whether it lives, whether it can work, and its figures. */
public final class ObserveRoutes {

    private final BooleanSupplier databaseAnswers;
    private final Supplier<Optional<String>> meaningFault;
    private final PrometheusRegistry registry;
    private final PrometheusTextFormatWriter writer =
            PrometheusTextFormatWriter.builder().build();

    /** {@code meaningFault} is why it is not found out what items mean; the reason itself is not for everybody. */
    public ObserveRoutes(
            BooleanSupplier databaseAnswers, Supplier<Optional<String>> meaningFault, PrometheusRegistry registry) {
        this.databaseAnswers = databaseAnswers;
        this.meaningFault = meaningFault;
        this.registry = registry;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.get("/observe/health", this::ready).open(),
                Operation.get("/observe/health/ready", this::ready).open(),
                Operation.get("/observe/health/live", call -> call.answer(Map.of("status", "up")))
                        .open(),
                Operation.get("/observe/metrics", this::metrics).open());
    }

    private void ready(Call call) throws IOException {
        boolean isUp = databaseAnswers.getAsBoolean();
        var state = isUp ? "up" : "down";
        var checks = meaningFault.get().isPresent()
                ? Map.of("database", state, "textEncoder", "down")
                : Map.of("database", state);
        call.answer(isUp ? Status.OK_200 : Status.SERVICE_UNAVAILABLE_503, Map.of("status", state, "checks", checks));
    }

    private void metrics(Call call) throws IOException {
        try (var out = call.stream(writer.getContentType())) {
            writer.write(out, registry.scrape());
        }
    }
}

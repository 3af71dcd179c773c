package io.accession.server;

import io.accession.catalog.Database;
import io.accession.core.probe.ProbedChunk;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.function.IntSupplier;

/** What those who watch over the server see of the database's pool and of probing. */
final class Meters {

    private final Counter objects;
    private final Counter requests;
    private final Counter bytes;

    /** {@code longPolls} are the calls that wait for the end of something. */
    Meters(PrometheusRegistry registry, Database database, IntSupplier longPolls) {
        GaugeWithCallback.builder()
                .name("accession_long_polls")
                .help("Calls that wait for a job or a sync to end.")
                .callback(gauge -> gauge.call(longPolls.getAsInt()))
                .register(registry);
        GaugeWithCallback.builder()
                .name("accession_database_connections")
                .help(
                        "Connections of this process to the database: active, idle, active for requests; waiting are threads without one.")
                .labelNames("state")
                .callback(gauge -> {
                    var pool = database.pool();
                    gauge.call(pool.active(), "active");
                    gauge.call(pool.idle(), "idle");
                    gauge.call(pool.requests(), "requests");
                    gauge.call(pool.waiting(), "waiting");
                })
                .register(registry);
        this.objects = counter(registry, "accession_probed_units_total", "Units looked at, whatever came of it.");
        this.requests = counter(registry, "accession_storage_requests_total", "Requests made to storage to probe.");
        this.bytes = counter(registry, "accession_storage_bytes_total", "Bytes read from storage to probe.");
    }

    private static Counter counter(PrometheusRegistry registry, String name, String help) {
        return Counter.builder().name(name).help(help).register(registry);
    }

    void count(ProbedChunk chunk) {
        objects.inc(chunk.outcomes().size());
        requests.inc(chunk.requests());
        bytes.inc(chunk.bytesRead());
    }
}

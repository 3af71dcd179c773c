package io.accession.server;

import io.accession.core.search.IndexStatus;
import io.accession.core.search.IndexUpkeep;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.function.ToDoubleFunction;

/** What those who watch over the server see of the search index. Nothing is told while no index answers. */
final class IndexMeters {

    private final PrometheusRegistry registry;
    private final IndexUpkeep index;

    private IndexMeters(PrometheusRegistry registry, IndexUpkeep index) {
        this.registry = registry;
        this.index = index;
    }

    static void register(PrometheusRegistry registry, IndexUpkeep index, Clock clock) {
        var meters = new IndexMeters(registry, index);
        meters.gauge("accession_index_items", "Items in the search index.", IndexStatus.Answering::items);
        meters.gauge(
                "accession_index_items_behind",
                "Changes of the catalogue that the search index does not know yet, 100,000 at most.",
                IndexStatus.Answering::itemsBehind);
        meters.gauge(
                "accession_index_seconds_behind",
                "Age of the moment up to which the search index knows the whole catalogue.",
                answering -> answering.asOf() == null
                        ? Double.NaN
                        : Duration.between(answering.asOf(), clock.instant()).toMillis() / 1_000.0);
    }

    private void gauge(String name, String help, ToDoubleFunction<IndexStatus.Answering> value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(gauge -> {
                    var answering = index.status().answering();
                    if (answering != null) {
                        gauge.call(value.applyAsDouble(answering));
                    }
                })
                .register(registry);
    }
}

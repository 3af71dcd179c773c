package io.accession.server.http;

import io.helidon.webserver.http.RoutingRequest;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts and times answers by route, and writes the access log where the operator wants one. */
final class RequestMeter {

    private static final Logger ACCESS = LoggerFactory.getLogger("io.accession.access");
    private static final double NANOS = 1e9;

    private final Histogram seconds;

    RequestMeter(PrometheusRegistry registry) {
        this.seconds = Histogram.builder()
                .name("accession_http_request_seconds")
                .help("Time from the first byte of a request to the last byte of its answer.")
                .labelNames("method", "route", "status")
                .classicOnly()
                .classicUpperBounds(0.005, 0.02, 0.1, 0.5, 2, 10, 60)
                .register(registry);
    }

    void answered(RoutingRequest request, int status, long nanos) {
        var method = request.prologue().method().text();
        seconds.labelValues(method, request.matchingPattern().orElse("none"), Integer.toString(status))
                .observe(nanos / NANOS);
        if (ACCESS.isDebugEnabled()) {
            ACCESS.debug(
                    "{} {} {} {} ms {}",
                    method,
                    LoggedPath.of(request),
                    status,
                    nanos / 1_000_000,
                    RequestId.of(request));
        }
    }
}

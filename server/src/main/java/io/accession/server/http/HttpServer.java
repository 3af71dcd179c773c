package io.accession.server.http;

import io.accession.wire.LegacyProtocol;
import io.accession.wire.WireProtocol;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.List;

/** Answers operations on a socket, a virtual thread for each connection. */
public final class HttpServer implements AutoCloseable {

    /** The reference system's client repeats query keys until a request line has this many bytes. */
    private static final int PROLOGUE_BYTES = 256 << 10;

    /** Connections that the kernel takes before they are accepted; it may allow fewer. */
    private static final int BACKLOG = 4_096;

    private static final int HEADER_BYTES = 64 << 10;
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final WebServer server;

    public HttpServer(
            HttpSettings settings,
            List<Operation> operations,
            WireProtocol wire,
            LegacyProtocol legacy,
            Authentication authentication,
            PrometheusRegistry registry) {
        this.server = WebServer.builder()
                .host(settings.host())
                .port(settings.port())
                .maxPayloadSize(settings.bodyBytes())
                .backlog(BACKLOG)
                .shutdownGracePeriod(GRACE)
                .shutdownHook(false)
                .featuresDiscoverServices(false)
                .contentEncoding(new AnyContentEncoding())
                .directHandlers(TransportProblems.handlers())
                .addConnectionSelector(new OrderlyConnections(http1()))
                .routing(routing(
                        new WireMount(wire, legacy, settings.publicUrl()),
                        new Router(operations, authentication, new ForgeryGuard(settings.publicUrl())),
                        registry))
                .build();
    }

    private static Http1Config http1() {
        return Http1Config.builder()
                .maxPrologueLength(PROLOGUE_BYTES)
                .maxHeadersSize(HEADER_BYTES)
                .receiveLog(false)
                .sendLog(false)
                .build();
    }

    private static HttpRouting.Builder routing(WireMount wire, Router router, PrometheusRegistry registry) {
        var routing = HttpRouting.builder().addFilter(new Edge(new RequestMeter(registry)));
        wire.addTo(routing);
        new Pages().addTo(routing);
        router.addTo(routing);
        return routing;
    }

    /** Binds the port; fails with the reason when it cannot be had. */
    public void start() {
        server.start();
        if (!server.isRunning()) {
            throw new IllegalStateException("The HTTP server could not be started; the log above tells why.");
        }
    }

    /** The port that was bound. */
    public int port() {
        return server.port();
    }

    /** Lets running requests end within two seconds. */
    @Override
    public void close() {
        server.stop();
    }
}

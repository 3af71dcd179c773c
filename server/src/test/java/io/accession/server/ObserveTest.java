package io.accession.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.server.http.HttpServer;
import io.accession.server.http.HttpSettings;
import io.accession.server.rest.ObserveRoutes;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class ObserveTest {

    private static final TestServer SERVER = new TestServer();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void healthNeedsNoTokenAndAsksTheDatabase() {
        var health = SERVER.get("nobody", "/observe/health");

        assertThat(health.status()).isEqualTo(200);
        assertThat(health.body().at("/checks/database").asText()).isEqualTo("up");
        assertThat(SERVER.get("nobody", "/observe/health/live").status()).isEqualTo(200);
    }

    @Test
    void withoutItsDatabaseTheServerLivesButIsNotReady() throws Exception {
        var routes = new ObserveRoutes(() -> false, () -> Optional.of("The model is gone."), new PrometheusRegistry());
        try (var http = new HttpServer(
                        new HttpSettings("127.0.0.1", 0, 1_000, Optional.empty()),
                        routes.operations(),
                        SERVER.wire(),
                        SERVER.legacy(),
                        SERVER.authentication(),
                        new PrometheusRegistry());
                var client = HttpClient.newHttpClient()) {
            http.start();

            assertThat(health(client, http))
                    .contains("\"textEncoder\":\"down\"")
                    .doesNotContain("The model is gone.");
            assertThat(status(client, http, "/observe/health")).isEqualTo(503);
            assertThat(status(client, http, "/observe/health/live")).isEqualTo(200);
        }
    }

    private static String health(HttpClient client, HttpServer http) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http.port() + "/observe/health"))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private static int status(HttpClient client, HttpServer http, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http.port() + path))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    @Test
    void figuresOfRequestsProbesAndConnectionsAreGivenAsPrometheusText() {
        SERVER.get(SERVER.administrator(), "/api/v1/folders");

        var figures =
                new String(SERVER.get("nobody", "/observe/metrics").response().body(), StandardCharsets.UTF_8);

        assertThat(figures)
                .contains(
                        "accession_http_request_seconds_count{method=\"GET\",route=\"/api/v1/folders\",status=\"200\"}",
                        "accession_probed_units_total 0",
                        "accession_database_connections{state=\"idle\"}");
    }
}

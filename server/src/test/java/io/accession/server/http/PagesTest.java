package io.accession.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.wire.LegacyProtocol;
import io.accession.wire.WireProtocol;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The web UI as the server hands it out. */
final class PagesTest {

    private static final String HTML = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8";
    private static final Pattern SCRIPT = Pattern.compile("(?:src|href)=\"(/assets/[^\"]+\\.js)\"");
    private static final int FIRST_PAGE_BYTES = 400 << 10;

    private static final HttpServer SERVER = new HttpServer(
            new HttpSettings("127.0.0.1", 0, 1 << 20, Optional.empty()),
            List.of(Operation.get("/api/v1/version", call -> call.answer(List.of()))
                    .open()),
            new WireProtocol(new OneUser(), new EveryCallIsFirst(), Clock.systemUTC(), List.of()),
            new LegacyProtocol(new OneUser(), true, Path.of(System.getProperty("java.io.tmpdir")), 1 << 20, List.of()),
            new Authentication(new OneUser(), new NoSessions()),
            new PrometheusRegistry());

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private HttpResponse<byte[]> send(String method, String path, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + SERVER.port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        return client.send(
                (headers.length == 0 ? request : request.headers(headers)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private List<String> scripts() throws IOException, InterruptedException {
        var page = new String(send("GET", "/").body(), StandardCharsets.UTF_8);
        return SCRIPT.matcher(page).results().map(match -> match.group(1)).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/files/0198c0de-0000-7000-8000-000000000000", "/explore?q=rain", "/files/a.b"})
    void everyAddressThatPeopleAskForIsThePage(String path) throws IOException, InterruptedException {
        var answer = send("GET", path, "Accept", HTML);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("<title>Accession</title>");
    }

    @Test
    void onlyScriptsOfTheServerRunInAPageAndNobodyFramesIt() throws IOException, InterruptedException {
        var policy = header(send("GET", "/", "Accept", HTML), "Content-Security-Policy");

        assertThat(policy).contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'");
        assertThat(policy).doesNotContain("script-src", "unsafe-eval");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nothing", "/api", "/media/x", "/v2/public/nothing", "//public/x", "/observe/x"})
    void whatBelongsToProgramsIsNeverAPage(String path) throws IOException, InterruptedException {
        var answer = send("GET", path, "Accept", HTML);

        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(header(answer, "Content-Type")).contains("json");
    }

    @Test
    void programsThatAskForNoPageGetAProblem() throws IOException, InterruptedException {
        var answer = send("GET", "/files", "Accept", "application/json");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void scriptsAreKeptForEverAndComeCompressedForThoseWhoCanReadThat() throws IOException, InterruptedException {
        var script = scripts().getFirst();

        var plain = send("GET", script);
        var gzip = send("GET", script, "Accept-Encoding", "deflate, gzip;q=0.5");
        var brotli = send("GET", script, "Accept-Encoding", "gzip, br");
        var refused = send("GET", script, "Accept-Encoding", "br;q=0, gzip;q=0.0");

        assertThat(header(plain, "Content-Type")).isEqualTo("text/javascript; charset=utf-8");
        assertThat(header(plain, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(header(plain, "Vary")).isEqualTo("Accept-Encoding");
        assertThat(header(plain, "Content-Encoding")).isEmpty();
        assertThat(header(gzip, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(brotli, "Content-Encoding")).isEqualTo("br");
        assertThat(header(refused, "Content-Encoding")).isEmpty();
        assertThat(gzip.body().length).isLessThan(plain.body().length / 2);
        assertThat(brotli.body().length).isLessThan(gzip.body().length);
    }

    @Test
    void headTellsTheLengthAndSendsNothing() throws IOException, InterruptedException {
        var script = scripts().getFirst();

        var answer = send("HEAD", script);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(header(answer, "Content-Length"))
                .isEqualTo(Integer.toString(send("GET", script).body().length));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/nothing.js",
                "/assets/..%2Findex.html",
                "/assets/%2e%2e/index.html",
                "/assets/.js",
                "/assets/index.js.gz",
                "/assets/index.exe"
            })
    void otherNamesAreNoFiles(String path) throws IOException, InterruptedException {
        assertThat(send("GET", path).statusCode()).isIn(400, 404);
    }

    @Test
    void theFirstPageNeedsAtMost400KiBOfScripts() throws IOException, InterruptedException {
        int bytes = 0;
        for (var script : scripts()) {
            bytes += send("GET", script, "Accept-Encoding", "gzip").body().length;
        }

        assertThat(bytes).isBetween(1, FIRST_PAGE_BYTES);
    }
}

package io.accession.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.wire.LegacyProtocol;
import io.accession.wire.WireProtocol;
import io.helidon.http.Status;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpServerTest {

    private static final long BODY_BYTES = 1L << 30;
    private static final AtomicInteger REACHED = new AtomicInteger();
    private static final HttpServer SERVER = new HttpServer(
            new HttpSettings("127.0.0.1", 0, BODY_BYTES, Optional.empty()),
            List.of(
                    Operation.get(
                            "/things/{id}",
                            call -> call.answer(Map.of(
                                    "id", call.path("id"), "who", call.asking().email()))),
                    Operation.get("/open", call -> call.answer(Map.of())).open(),
                    Operation.get("/broken", call -> {
                        throw new IllegalStateException("secret of the house");
                    }),
                    Operation.post("/manifests", HttpServerTest::refuseAtOnce),
                    Operation.post("/swallow", call -> {
                        REACHED.incrementAndGet();
                        call.answer(Map.of("bytes", call.body().transferTo(OutputStream.nullOutputStream())));
                    })),
            new WireProtocol(new OneUser(), new EveryCallIsFirst(), Clock.systemUTC(), List.of()),
            new LegacyProtocol(new OneUser(), true, Path.of(System.getProperty("java.io.tmpdir")), 1 << 20, List.of()),
            new Authentication(new OneUser(), new NoSessions()),
            new PrometheusRegistry());

    private static void refuseAtOnce(Call call) throws IOException {
        assertThat(call.body().readNBytes(16)).hasSize(16);
        throw new RegistryException(new RegistryError.ManifestInvalid("Not JSON.", 1, 5, 4, "/images/0"));
    }

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static String request(String line, String... headers) {
        return line + " HTTP/1.1\r\nHost: localhost\r\n"
                + String.join(
                        "",
                        Arrays.stream(headers).map(header -> header + "\r\n").toList()) + "\r\n";
    }

    private static final String BEARER = "Authorization: Bearer " + OneUser.TOKEN;

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "bearer", "BEARER"})
    void theCaseOfTheSchemeDoesNotMatter(String scheme) throws IOException {
        try (var client = new RawClient(SERVER.port())) {
            client.send(request("GET /things/7", "Authorization: " + scheme + " " + OneUser.TOKEN));

            assertThat(client.answer()).startsWith("HTTP/1.1 200").contains("\"id\":\"7\"", "one@example.org");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X: y", "Authorization: Bearer wrong", "Authorization: Basic abc", "Authorization: Bearer"})
    void withoutAKnownTokenTheAnswerIs401AndSaysHow(String header) throws IOException {
        try (var client = new RawClient(SERVER.port())) {
            client.send(request("GET /things/7", header));

            assertThat(client.answer())
                    .startsWith("HTTP/1.1 401")
                    .containsIgnoringCase("WWW-Authenticate: Bearer")
                    .contains("urn:accession:problem:unauthenticated");
        }
    }

    @Test
    void anUnauthenticatedCallerIsAnsweredBeforeAByteOfTheBodyIsRead() throws IOException {
        int before = REACHED.get();
        try (var client = new RawClient(SERVER.port())) {
            client.send(request("POST /swallow", "Content-Length: 1000000", "Expect: 100-continue"));

            assertThat(client.answer()).startsWith("HTTP/1.1 401");
            assertThat(REACHED).hasValue(before);
        }
    }

    @Test
    void anOpenOperationNeedsNoToken() throws IOException {
        try (var client = new RawClient(SERVER.port())) {
            client.send(request("GET /open"));

            assertThat(client.answer())
                    .startsWith("HTTP/1.1 200")
                    .containsIgnoringCase("X-Content-Type-Options: nosniff")
                    .containsIgnoringCase("X-Request-Id: ");
        }
    }

    @Test
    void anUnexpectedFailureTellsTheRequestsIdAndNothingElse() throws IOException {
        try (var client = new RawClient(SERVER.port())) {
            client.send(request("GET /broken", BEARER));

            assertThat(client.answer())
                    .startsWith("HTTP/1.1 500")
                    .contains("requestId", "urn:accession:problem:internal")
                    .doesNotContain("secret of the house");
        }
    }

    @Test
    void whatIsNotThereIsAProblemToo() throws IOException {
        try (var client = new RawClient(SERVER.port())) {
            assertThat(client.send(request("GET /nothing", BEARER)).answer())
                    .startsWith("HTTP/1.1 404")
                    .contains("application/problem+json");
            assertThat(client.send(request("DELETE /open", BEARER)).answer())
                    .startsWith("HTTP/1.1 405")
                    .containsIgnoringCase("Allow: GET");
        }
    }

    @Test
    void aRefusalReachesTheClientWith200MegabytesStillToCome() throws IOException {
        var megabyte = new byte[1 << 20];
        try (var client = new RawClient(SERVER.port())) {
            client.send(request("POST /manifests", BEARER, "Content-Length: " + (200L << 20)));
            client.send(megabyte, 200);

            assertThat(client.answer())
                    .startsWith("HTTP/1.1 400")
                    .containsIgnoringCase("Connection: close")
                    .contains("\"line\":1", "\"column\":5", "\"byteOffset\":4", "\"pointer\":\"/images/0\"");
        }
    }

    @Test
    void aRefusalReachesTheClientInTheMiddleOfAChunkedBody() throws IOException {
        var chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        try (var client = new RawClient(SERVER.port())) {
            client.send(request("POST /manifests", BEARER, "Transfer-Encoding: chunked"));
            client.send(chunk, 1_000);

            assertThat(client.answer()).startsWith("HTTP/1.1 400").contains("manifest-invalid");
        }
    }

    @Test
    void whatIsLeftOfABodyIsNeverTakenForARequest() throws IOException {
        var smuggled = request("POST /swallow", BEARER, "Content-Length: 0");
        int before = REACHED.get();
        try (var client = new RawClient(SERVER.port())) {
            client.send(request("POST /manifests", BEARER, "Content-Length: " + (16 + smuggled.length())));
            client.send("x".repeat(16)).send(smuggled);

            assertThat(client.answer()).startsWith("HTTP/1.1 400");
            client.shutdownOutput();
            assertThat(client.isEnded()).isTrue();
            assertThat(REACHED).hasValue(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Transfer-Encoding: Chunked", "Transfer-Encoding: gzip, chunked", "Transfer-Encoding: identity"})
    void unknownTransferCodingsAreRefusedAndTheConnectionEnds(String coding) throws IOException {
        int before = REACHED.get();
        try (var client = new RawClient(SERVER.port())) {
            client.send(request("GET /open", coding) + request("POST /swallow", BEARER, "Content-Length: 0"));

            assertThat(client.answer()).startsWith("HTTP/1.1 400").contains("transfer coding");
            client.shutdownOutput();
            assertThat(client.isEnded()).isTrue();
            assertThat(REACHED).hasValue(before);
        }
    }

    @Test
    void aBodyThatSaysItIsTooLargeIsRefusedAtOnce() throws IOException {
        try (var client = new RawClient(SERVER.port())) {
            client.send(request("POST /swallow", BEARER, "Content-Length: " + (BODY_BYTES + 1)));

            assertThat(client.answer()).startsWith("HTTP/1.1 413").contains("urn:accession:problem:too-large");
        }
    }

    @Test
    void aHugeChunkIsRefusedInsteadOfHeldInMemory() throws IOException {
        try (var client = new RawClient(SERVER.port())) {
            client.send(request("POST /swallow", BEARER, "Transfer-Encoding: chunked") + "3000000\r\nxxxx");

            assertThat(client.answer()).startsWith("HTTP/1.1 413").contains("chunk");
        }
    }

    @Test
    void compressedBodiesAreRefusedWithAReason() throws IOException {
        try (var client = new RawClient(SERVER.port())) {
            client.send(request("POST /swallow", BEARER, "Content-Length: 3", "Content-Encoding: gzip") + "abc");

            assertThat(client.answer()).startsWith("HTTP/1.1 415").contains("without Content-Encoding");
        }
    }

    @Test
    void aRequestLineMayHave200Kilobytes() throws IOException {
        try (var client = new RawClient(SERVER.port())) {
            client.send(request("GET /things/7?" + "key=value&".repeat(20_000), BEARER));

            assertThat(client.answer()).startsWith("HTTP/1.1 200");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /open HTTP/1.0\r\nHost: x\r\n\r\n", "NONSENSE\r\n\r\n", "GET /open HTTP/1.1\r\n\r\n"})
    void whatIsNoValidHttpIsAnsweredWithAProblem(String nonsense) throws IOException {
        try (var client = new RawClient(SERVER.port())) {
            client.send(nonsense);

            assertThat(client.answer()).matches("(?s)HTTP/1.1 (400|505).*about:blank.*");
        }
    }

    @Test
    void aConnectionIsUsedAgainAfterARefusalWhoseBodyWasRead() throws IOException {
        try (var client = new RawClient(SERVER.port())) {
            assertThat(client.send(request("GET /things/7")).answer()).startsWith("HTTP/1.1 401");
            assertThat(client.send(request("GET /open")).answer()).startsWith("HTTP/1.1 " + Status.OK_200.code());
        }
    }
}

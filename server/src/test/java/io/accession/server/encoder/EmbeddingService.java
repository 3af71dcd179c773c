package io.accession.server.encoder;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.accession.api.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A service of embeddings: a text's vector tells how often it has the letters a, b and c. */
public final class EmbeddingService implements AutoCloseable {

    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<JsonNode> requests = Collections.synchronizedList(new ArrayList<>());
    private final List<String> tokens = Collections.synchronizedList(new ArrayList<>());
    private volatile Function<JsonNode, byte[]> answering = EmbeddingService::counted;
    private volatile int status = 200;

    public EmbeddingService() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.setExecutor(threads);
        http.createContext("/v1/embeddings", this::answer);
        http.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/v1/embeddings");
    }

    void answers(Function<JsonNode, byte[]> other) {
        answering = other;
    }

    void answers(String body) {
        answers(_ -> body.getBytes(StandardCharsets.UTF_8));
    }

    void answersWith(int other) {
        status = other;
    }

    public List<JsonNode> requests() {
        return requests;
    }

    List<String> tokens() {
        return tokens;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = Json.lenient().readTree(exchange.getRequestBody().readAllBytes());
            requests.add(request);
            tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            var body = answering.apply(request);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** The last text comes first, as the order is the service's own affair. */
    private static byte[] counted(JsonNode request) {
        var input = request.path("input");
        return IntStream.range(0, input.size())
                .map(i -> input.size() - 1 - i)
                .mapToObj(i -> "{\"index\": " + i + ", \"embedding\": "
                        + counts(input.get(i).asText()) + "}")
                .collect(Collectors.joining(",", "{\"data\": [", "]}"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String counts(String text) {
        return IntStream.of('a', 'b', 'c')
                .mapToObj(letter ->
                        Long.toString(text.chars().filter(one -> one == letter).count()))
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}

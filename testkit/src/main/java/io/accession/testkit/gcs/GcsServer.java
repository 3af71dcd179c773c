package io.accession.testkit.gcs;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Speaks Cloud Storage's JSON API: metadata, media with ranges, simple uploads, listings in pages, deletion; gives tokens out for
 * assertions of its service account, and serves V4 signed URLs. Whoever brings neither token nor signature is refused.
 */
public final class GcsServer implements AutoCloseable {

    private static final Pattern API = Pattern.compile("(/upload)?/storage/v1/b/([^/]+)/o(?:/([^/]+))?");
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,15})-(\\d{1,15})");

    private final GcsAccount account = new GcsAccount();
    private final Map<String, NavigableMap<String, GcsObject>> buckets = new ConcurrentHashMap<>();
    private final AtomicLong generations = new AtomicLong(1_700_000_000_000_000L);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer http;

    private GcsServer() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        http.setExecutor(threads);
        http.createContext("/", this::answer);
        http.start();
    }

    public static GcsServer start(String bucket) {
        try {
            var server = new GcsServer();
            server.buckets.put(bucket, new ConcurrentSkipListMap<>());
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String origin() {
        return "http://" + authority();
    }

    /** The JSON file with the key of the one account that may everything. */
    public String keyFile() {
        return account.keyFile(tokenUri());
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    private String authority() {
        return "127.0.0.1:" + http.getAddress().getPort();
    }

    private String tokenUri() {
        return origin() + "/token";
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getRawPath();
            var api = API.matcher(path);
            if (path.equals("/token")) {
                giveToken(exchange);
            } else if (!api.matches()) {
                serveSigned(exchange, path);
            } else if (!account.knows(bearer(exchange))) {
                complain(exchange, 401, "authError", "Invalid Credentials");
            } else {
                answerApi(exchange, api.group(1) != null, decoded(api.group(2)), decoded(api.group(3)));
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private void answerApi(HttpExchange exchange, boolean upload, @Nullable String bucket, @Nullable String key)
            throws IOException {
        var objects = bucket == null ? null : buckets.get(bucket);
        if (objects == null) {
            complain(exchange, 404, "notFound", "The specified bucket does not exist.");
            return;
        }
        var query = query(exchange.getRequestURI().getRawQuery());
        if (upload) {
            store(exchange, objects, query);
        } else if (key == null) {
            send(exchange, 200, page(objects, query));
        } else {
            answerObject(exchange, objects, key, query);
        }
    }

    private static void answerObject(
            HttpExchange exchange, NavigableMap<String, GcsObject> objects, String key, Map<String, String> query)
            throws IOException {
        var object = objects.get(key);
        var generation = query.get("generation");
        if (object == null || (generation != null && !generation.equals(Long.toString(object.generation())))) {
            complain(exchange, 404, "notFound", "No such object");
            return;
        }
        switch (exchange.getRequestMethod()) {
            case "DELETE" -> {
                objects.remove(key);
                exchange.sendResponseHeaders(204, -1);
            }
            case "GET" -> {
                if ("media".equals(query.get("alt"))) {
                    serve(exchange, object);
                } else {
                    send(exchange, 200, object.json());
                }
            }
            default -> complain(exchange, 405, "methodNotAllowed", "No");
        }
    }

    private void store(HttpExchange exchange, NavigableMap<String, GcsObject> objects, Map<String, String> query)
            throws IOException {
        var name = query.get("name");
        if (name == null || !"media".equals(query.get("uploadType"))) {
            complain(exchange, 400, "invalid", "Only simple uploads are known here.");
            return;
        }
        long promised = Long.parseLong(exchange.getRequestHeaders().getFirst("Content-Length"));
        var bytes = exchange.getRequestBody().readAllBytes();
        if (bytes.length != promised) {
            complain(exchange, 400, "invalid", "The body ended early.");
            return;
        }
        var type = exchange.getRequestHeaders().getFirst("Content-Type");
        var object = new GcsObject(name, bytes, type, generations.incrementAndGet());
        objects.put(name, object);
        send(exchange, 200, object.json());
    }

    private static String page(NavigableMap<String, GcsObject> objects, Map<String, String> query) {
        int most = Integer.parseInt(query.getOrDefault("maxResults", "1000"));
        var prefix = query.getOrDefault("prefix", "");
        var found = objects.tailMap(query.getOrDefault("startOffset", ""), true).values().stream()
                .filter(object -> object.name().startsWith(prefix))
                .limit(most + 1L)
                .toList();
        var items = found.stream().limit(most).map(GcsObject::json).collect(Collectors.joining(","));
        return "{\"kind\": \"storage#objects\"" + (found.size() > most ? ", \"nextPageToken\": \"more\"" : "")
                + (items.isEmpty() ? "" : ", \"items\": [" + items + "]") + "}";
    }

    private void giveToken(HttpExchange exchange) throws IOException, GeneralSecurityException {
        var form = query(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var token = account.token(form.getOrDefault("assertion", ""), tokenUri());
        if (token.isEmpty()) {
            send(exchange, 400, "{\"error\": \"invalid_grant\", \"error_description\": \"Invalid JWT Signature.\"}");
        } else {
            send(
                    exchange,
                    200,
                    "{\"access_token\": \"" + token + "\", \"expires_in\": 3599, \"token_type\": \"Bearer\"}");
        }
    }

    private void serveSigned(HttpExchange exchange, String path) throws IOException, GeneralSecurityException {
        var query = exchange.getRequestURI().getRawQuery();
        if (query == null || !query.contains("X-Goog-Signature=") || !account.signed(authority(), path, query)) {
            send(exchange, 403, "<Error><Code>SignatureDoesNotMatch</Code></Error>");
            return;
        }
        int slash = path.indexOf('/', 1);
        var object = buckets.getOrDefault(path.substring(1, slash), new ConcurrentSkipListMap<>())
                .get(String.valueOf(decoded(path.substring(slash + 1))));
        if (object == null) {
            send(exchange, 404, "<Error><Code>NoSuchKey</Code></Error>");
        } else {
            serve(exchange, object);
        }
    }

    private static void serve(HttpExchange exchange, GcsObject object) throws IOException {
        exchange.getResponseHeaders().set("x-goog-generation", Long.toString(object.generation()));
        exchange.getResponseHeaders().set("Content-Type", object.contentType());
        var range = RANGE.matcher(String.valueOf(exchange.getRequestHeaders().getFirst("Range")));
        int length = object.bytes().length;
        if (!range.matches()) {
            send(exchange, 200, object.bytes());
            return;
        }
        long first = Long.parseLong(range.group(1));
        if (first >= length) {
            send(exchange, 416, "");
            return;
        }
        int end = (int) Math.min(length, Long.parseLong(range.group(2)) + 1);
        exchange.getResponseHeaders().set("Content-Range", "bytes " + first + "-" + (end - 1) + "/" + length);
        send(exchange, 206, Arrays.copyOfRange(object.bytes(), (int) first, end));
    }

    private static void complain(HttpExchange exchange, int status, String reason, String message) throws IOException {
        send(
                exchange,
                status,
                "{\"error\": {\"code\": %d, \"message\": \"%s\", \"errors\": [{\"domain\": \"global\", \"reason\": \"%s\"}]}}"
                        .formatted(status, message, reason));
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        send(exchange, status, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private static String bearer(HttpExchange exchange) {
        var header = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        return header.startsWith("Bearer ") ? header.substring(7) : "";
    }

    private static Map<String, String> query(@Nullable String raw) {
        return raw == null || raw.isEmpty()
                ? Map.of()
                : Arrays.stream(raw.split("&", -1))
                        .map(each -> each.split("=", 2))
                        .collect(Collectors.toMap(each -> each[0], each -> String.valueOf(decoded(each[1]))));
    }

    private static @Nullable String decoded(@Nullable String text) {
        return text == null ? null : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}

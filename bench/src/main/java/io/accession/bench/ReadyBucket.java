package io.accession.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers ListObjectsV2 of one bucket with pages of 1,000 keys, made once and kept. Asks for no signature. */
final class ReadyBucket implements AutoCloseable {

    private static final int PAGE = 1_000;
    private static final Pattern AFTER = Pattern.compile("(?:^|&)start-after=([^&]*)");
    private static final Pattern KEY = Pattern.compile("dir-(\\d{6})/image-(\\d{8})\\.jpg");

    private final HttpServer server;
    private final int keys;
    private final int perDirectory;
    private final int latency;
    private final Map<Integer, byte[]> pages = new ConcurrentHashMap<>();

    private ReadyBucket(HttpServer server, int keys, int directories, int latency) {
        this.server = server;
        this.keys = keys;
        this.perDirectory = Math.max(1, (keys + directories - 1) / directories);
        this.latency = latency;
    }

    static ReadyBucket serve(int keys, int directories, int latency) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var bucket = new ReadyBucket(server, keys, directories, latency);
        server.createContext("/", bucket::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return bucket;
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Thread.sleep(latency);
            byte[] page = pages.computeIfAbsent(first(exchange.getRequestURI().getRawQuery()), this::page);
            exchange.getResponseHeaders().set("Content-Type", "application/xml");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The number of the first key behind the one that was named. */
    private int first(String query) {
        Matcher after = AFTER.matcher(query);
        String given = after.find() ? URLDecoder.decode(after.group(1), StandardCharsets.UTF_8) : "";
        var key = KEY.matcher(given);
        if (key.matches()) {
            return Integer.parseInt(key.group(2)) + 1;
        }
        // Any other text is the end of a directory: its name and the character that follows the slash.
        return given.isEmpty() ? 0 : (Integer.parseInt(given.substring(4, 10)) + 1) * perDirectory;
    }

    private byte[] page(int first) {
        int end = Math.min(keys, first + PAGE);
        var xml = new StringBuilder("""
            <?xml version="1.0" encoding="UTF-8"?>
            <ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>bucket</Name><Prefix></Prefix>\
            <EncodingType>url</EncodingType><MaxKeys>1000</MaxKeys>\
            """);
        xml.append("<KeyCount>").append(Math.max(0, end - first)).append("</KeyCount>");
        xml.append("<IsTruncated>").append(end < keys).append("</IsTruncated>");
        for (int i = first; i < end; i++) {
            xml.append(String.format(Locale.ROOT, """
                <Contents><Key>dir-%06d/image-%08d.jpg</Key><LastModified>2024-05-01T12:00:00.000Z</LastModified>\
                <ETag>&quot;9b2cf535f27731c974343645a3985328&quot;</ETag><Size>183220</Size>\
                <StorageClass>STANDARD</StorageClass></Contents>\
                """, i / perDirectory, i));
        }
        return xml.append("</ListBucketResult>").toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

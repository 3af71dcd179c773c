package io.accession.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** Calls the wire protocol as the Encord SDK does: signed, and over a connection of its own each time. Safe for use by many threads. */
final class SdkCaller {

    private static final int KEPT_SIGNATURES = 1_000;

    private static final int PATIENCE_MILLIS = (int) Duration.ofMinutes(3).toMillis();

    /** Small, because thousands of calls wait at once. */
    private static final int BUFFER_BYTES = 4 << 10;

    private final InetSocketAddress server;
    private final byte[] secretKey = new byte[Ed25519.SECRET_KEY_SIZE];
    private final byte[] publicKey = new byte[Ed25519.PUBLIC_KEY_SIZE];
    private final Map<String, byte[]> signatures = new ConcurrentHashMap<>();

    SdkCaller(URI server) {
        this.server = new InetSocketAddress(server.getHost(), server.getPort());
        Ed25519.generatePrivateKey(new SecureRandom(), secretKey);
        Ed25519.generatePublicKey(secretKey, 0, publicKey, 0);
    }

    /** As in {@code id_ed25519.pub}. */
    String sshPublicKey() {
        var header = HexFormat.of().parseHex("0000000b7373682d6564323535313900000020");
        var blob = Arrays.copyOf(header, header.length + publicKey.length);
        System.arraycopy(publicKey, 0, blob, header.length, publicKey.length);
        return "ssh-ed25519 " + Base64.getEncoder().encodeToString(blob);
    }

    record Answer(int status, String body) {}

    Answer get(String path) throws IOException {
        return send("GET", path, "");
    }

    Answer send(String method, String path, String body) throws IOException {
        try (var socket = open(method, path, body)) {
            return read(socket);
        }
    }

    /** A connection on which the call has been sent; its answer can be read later. */
    Socket open(String method, String path, String body) throws IOException {
        var socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(server, PATIENCE_MILLIS);
            socket.getOutputStream().write(request(method, "/v2/public/" + path, body));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private byte[] request(String method, String target, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var digest = "sha-256=:" + base64(sha256(bytes)) + ":";
        var parameters = "(\"@method\" \"@request-target\" \"content-digest\");created="
                + (Instant.now().getEpochSecond() - 30) + ";keyid=\""
                + HexFormat.of().formatHex(publicKey)
                + "\";alg=\"ed25519\"";
        var signed = "\"@method\": " + method + "\n\"@request-target\": " + target + "\n\"content-digest\": " + digest
                + "\n\"@signature-params\": " + parameters;
        var content =
                body.isEmpty() ? "" : "Content-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n";
        return (method + " " + target + " HTTP/1.1\r\nHost: " + server.getHostString() + ":" + server.getPort() + "\r\n"
                        + "Accept-Encoding: identity\r\nUser-Agent: encord-sdk-python/0.1.190\r\n" + content
                        + "X-Cloud-Trace-Context: "
                        + UUID.randomUUID().toString().replace("-", "") + "/1;o=1\r\n"
                        + "Content-Digest: " + digest + "\r\nSignature-Input: encord-sig=" + parameters
                        + "\r\nSignature: encord-sig=:" + base64(signature(signed)) + ":\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Calls of the same second to the same address have the same one; it is made once, so that the server is measured and not its callers. */
    private byte[] signature(String text) {
        if (signatures.size() > KEPT_SIGNATURES) {
            signatures.clear();
        }
        return signatures.computeIfAbsent(text, this::sign);
    }

    private byte[] sign(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(secretKey, 0, publicKey, 0, bytes, 0, bytes.length, signature, 0);
        return signature;
    }

    /** The answer to a call that was sent with {@link #open}. */
    static Answer read(Socket socket) throws IOException {
        var in = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
        var status = line(in).split(" ", 3);
        if (status.length < 2) {
            throw new IOException("the server closed the connection without an answer");
        }
        long length = -1;
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(15).strip());
            }
        }
        var body = length >= 0 ? in.readNBytes((int) length) : chunked(in);
        return new Answer(Integer.parseInt(status[1]), new String(body, StandardCharsets.UTF_8));
    }

    private static byte[] chunked(InputStream in) throws IOException {
        var body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            body.writeBytes(in.readNBytes(size));
            line(in);
        }
        line(in);
        return body.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}

package io.accession.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.accession.core.registry.NewUser;
import io.accession.core.registry.SshPublicKey;
import io.accession.core.registry.User;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Calls the wire protocol as the Encord SDK does: the same headers in the same order, byte by byte, signed with an Ed25519 key. */
final class WireCaller {

    /** The key pair of the specification's test vectors: its private half is the bytes 0 to 31. */
    static final byte[] SPECIFIED_SEED =
            HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

    static final String SPECIFIED_PUBLIC =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4";

    private final int port;
    private final PrivateKey key;
    private final String keyId;

    WireCaller(int port, PrivateKey key, byte[] publicKey) {
        this.port = port;
        this.key = key;
        this.keyId = HexFormat.of().formatHex(publicKey);
    }

    /** With the specification's key. */
    static WireCaller specified(int port) {
        try {
            var key = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, SPECIFIED_SEED));
            return new WireCaller(
                    port, key, SshPublicKey.parse(SPECIFIED_PUBLIC).raw());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With a key that nobody has added. */
    static WireCaller stranger(int port) {
        var pair = pair();
        return new WireCaller(port, pair.getPrivate(), raw((EdECPublicKey) pair.getPublic()));
    }

    /** As a new user with a key of its own. */
    static WireCaller of(TestServer server, String email, boolean isAdministrator) {
        var pair = pair();
        var raw = raw((EdECPublicKey) pair.getPublic());
        add(server, email, isAdministrator, openSsh(raw));
        return new WireCaller(server.port(), pair.getPrivate(), raw);
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static User add(TestServer server, String email, boolean isAdministrator, String publicKey) {
        var admin = server.users().builtInAdministrator().asPrincipal();
        return server.users().add(admin, new NewUser(email, isAdministrator, SshPublicKey.parse(publicKey)));
    }

    /** Little-endian, the highest bit telling whether x is odd (RFC 8032 section 5.1.2). */
    private static byte[] raw(EdECPublicKey key) {
        var y = key.getPoint().getY();
        var raw = new byte[32];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = y.shiftRight(8 * i).byteValue();
        }
        raw[31] |= (byte) (key.getPoint().isXOdd() ? 0x80 : 0);
        return raw;
    }

    private static String openSsh(byte[] raw) {
        var prefix = HexFormat.of().parseHex("0000000b7373682d6564323535313900000020");
        var blob = new byte[prefix.length + raw.length];
        System.arraycopy(prefix, 0, blob, 0, prefix.length);
        System.arraycopy(raw, 0, blob, prefix.length, raw.length);
        return "ssh-ed25519 " + Base64.getEncoder().encodeToString(blob);
    }

    record Answer(int status, JsonNode body, String text, Map<String, String> headers) {}

    Answer get(String path) {
        return send("GET", path, "");
    }

    Answer post(String path, String body) {
        return send("POST", path, body);
    }

    Answer patch(String path, String body) {
        return send("PATCH", path, body);
    }

    Answer delete(String path) {
        return send("DELETE", path, "");
    }

    Answer send(String method, String path, String body) {
        return exchange(head(method, target(path), body, trace()), body);
    }

    /** Posts a body that is too large to be held; it is made twice, once to be signed. */
    Answer postLarge(String path, Supplier<InputStream> body) {
        try (var signed = body.get();
                var sent = body.get();
                var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var digest = MessageDigest.getInstance("SHA-256");
            long length = signed.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            var head = head("POST", target(path), length, digest.digest(), trace());
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            sent.transferTo(socket.getOutputStream());
            return answer(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String target(String path) {
        return "/v2/public/" + path;
    }

    static String trace() {
        return UUID.randomUUID().toString().replace("-", "") + "/1;o=1";
    }

    /** A query of the protocol's older half, about one dataset. */
    Answer query(String dataset, String body) {
        var head = "POST /public HTTP/1.1\r\n"
                + "Host: 127.0.0.1:" + port + "\r\n"
                + "User-Agent: encord-sdk-python/0.1.190 python/3.11.7 pydantic/2.13.4\r\n"
                + "Accept-Encoding: gzip\r\nAccept: application/json\r\n"
                + "Content-Type: application/json\r\n"
                + "ResourceType: dataset\r\nResourceID: " + dataset + "\r\n"
                + "Authorization: " + keyId + ":" + legacySignature(body) + "\r\n"
                + "X-Cloud-Trace-Context: " + trace() + "\r\n"
                + "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n";
        return exchange(head, body);
    }

    private String legacySignature(String body) {
        try {
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(key);
            signer.update(MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The request's head, signed for the body. */
    String head(String method, String target, String body, String trace) {
        try {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            return head(
                    method,
                    target,
                    bytes.length,
                    MessageDigest.getInstance("SHA-256").digest(bytes),
                    trace);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String head(String method, String target, long length, byte[] digest, String trace) {
        var head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n"
                + "Host: 127.0.0.1:" + port + "\r\n"
                + "Accept-Encoding: identity\r\n");
        if (length > 0) {
            head.append("Content-Length: ").append(length).append("\r\nContent-Type: application/json\r\n");
        }
        head.append("User-Agent: encord-sdk-python/0.1.190 python/3.11.7 pydantic/2.13.4\r\n")
                .append("X-Cloud-Trace-Context: ")
                .append(trace)
                .append("\r\n");
        signature(method, target, digest)
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString();
    }

    private Map<String, String> signature(String method, String target, byte[] digest) {
        try {
            var contentDigest = "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":";
            var parameters = "(\"@method\" \"@request-target\" \"content-digest\");created="
                    + (Instant.now().getEpochSecond() - 30) + ";keyid=\"" + keyId + "\";alg=\"ed25519\"";
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(key);
            signer.update(("\"@method\": " + method + "\n\"@request-target\": " + target + "\n\"content-digest\": "
                            + contentDigest + "\n\"@signature-params\": " + parameters)
                    .getBytes(StandardCharsets.UTF_8));
            var headers = new LinkedHashMap<String, String>();
            headers.put("Content-Digest", contentDigest);
            headers.put("Signature-Input", "encord-sig=" + parameters);
            headers.put("Signature", "encord-sig=:" + Base64.getEncoder().encodeToString(signer.sign()) + ":");
            return headers;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends a head and a body as they are. */
    Answer exchange(String head, String body) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return answer(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer answer(Socket socket) throws IOException {
        var in = socket.getInputStream();
        var status = Integer.parseInt(line(in).substring("HTTP/1.1 ".length()).substring(0, 3));
        var headers = new LinkedHashMap<String, String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        var text = headers.containsKey("content-length")
                ? new String(
                        in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0"))),
                        StandardCharsets.UTF_8)
                : chunked(in);
        return new Answer(status, TestServer.json(text), text, headers);
    }

    private static String chunked(InputStream in) throws IOException {
        var body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            body.writeBytes(in.readNBytes(size));
            line(in);
        }
        return body.toString(StandardCharsets.UTF_8);
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

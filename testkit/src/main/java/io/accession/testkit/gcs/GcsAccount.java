package io.accession.testkit.gcs;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** A service account with its key, and the tokens given out for it. */
final class GcsAccount {

    static final String EMAIL = "reader@project.iam.gserviceaccount.com";

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

    private final KeyPair keys;
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();

    GcsAccount() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2_048);
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String keyFile(String tokenUri) {
        var pem = "-----BEGIN PRIVATE KEY-----\\n"
                + Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded())
                + "\\n-----END PRIVATE KEY-----\\n";
        return """
            {"type": "service_account", "project_id": "project", "private_key_id": "key-1", "private_key": "%s",
             "client_email": "%s", "client_id": "1", "token_uri": "%s"}
            """.formatted(pem, EMAIL, tokenUri);
    }

    /** A token for a sound assertion (RFC 7523), else null's stand-in: an empty text. */
    String token(String assertion, String tokenUri) throws GeneralSecurityException {
        var parts = assertion.split("\\.", -1);
        boolean sound = parts.length == 3
                && verified(
                        (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII),
                        Base64.getUrlDecoder().decode(parts[2]));
        var claims = sound ? new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8) : "";
        if (!claims.contains("\"iss\":\"" + EMAIL + "\"") || !claims.contains("\"aud\":\"" + tokenUri + "\"")) {
            return "";
        }
        var token = "ya29." + UUID.randomUUID();
        tokens.add(token);
        return token;
    }

    boolean knows(String token) {
        return tokens.contains(token);
    }

    /** Whether the signature of a V4 signed URL is ours and still good; the query is raw. */
    boolean signed(String host, String rawPath, String rawQuery) throws GeneralSecurityException {
        var parameters = Arrays.stream(rawQuery.split("&", -1))
                .map(each -> each.split("=", 2))
                .collect(Collectors.toMap(each -> each[0], each -> each[1]));
        var signature = parameters.getOrDefault("X-Goog-Signature", "");
        var moment = parameters.getOrDefault("X-Goog-Date", "");
        var scope = moment.substring(0, 8) + "/auto/storage/goog4_request";
        var credential = (EMAIL + "/" + scope).replace("/", "%2F").replace("@", "%40");
        return parameters.getOrDefault("X-Goog-Credential", "").equals(credential)
                && isFresh(moment, parameters)
                && verified(
                        toSign(host, rawPath, rawQuery, moment, scope),
                        HexFormat.of().parseHex(signature));
    }

    private static boolean isFresh(String moment, Map<String, String> parameters) {
        var from = LocalDateTime.parse(moment, MOMENT).toInstant(ZoneOffset.UTC);
        long seconds = Long.parseLong(parameters.getOrDefault("X-Goog-Expires", "0"));
        return seconds <= 604_800 && Instant.now().isBefore(from.plusSeconds(seconds));
    }

    private static byte[] toSign(String host, String path, String query, String moment, String scope)
            throws GeneralSecurityException {
        var unsigned = List.of(query.split("&", -1)).stream()
                .filter(each -> !each.startsWith("X-Goog-Signature="))
                .sorted()
                .collect(Collectors.joining("&"));
        var canonical = "GET\n" + path + "\n" + unsigned + "\nhost:" + host + "\n\nhost\nUNSIGNED-PAYLOAD";
        var digest = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
        return ("GOOG4-RSA-SHA256\n" + moment + "\n" + scope + "\n"
                        + HexFormat.of().formatHex(digest))
                .getBytes(StandardCharsets.UTF_8);
    }

    private boolean verified(byte[] text, byte[] signed) throws GeneralSecurityException {
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(keys.getPublic());
        signature.update(text);
        return signature.verify(signed);
    }
}

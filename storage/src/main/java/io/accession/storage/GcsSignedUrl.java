package io.accession.storage;

import io.accession.core.object.ObjectUnavailableException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A URL that lets anybody read one object for a while (Cloud Storage, "V4 signing process with your own program"). */
record GcsSignedUrl(
        GcsEndpoint endpoint,
        String bucket,
        String key,
        @Nullable String generation) {

    private static final String ALGORITHM = "GOOG4-RSA-SHA256";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    URI by(GcsIdentity identity, Instant now, Duration lifetime) throws ObjectUnavailableException {
        var moment = MOMENT.format(now);
        var scope = moment.substring(0, 8) + "/auto/storage/goog4_request";
        var path = "/" + UrlText.encode(bucket) + "/" + UrlText.encodePath(key);
        var query = new TreeMap<String, String>();
        query.put("X-Goog-Algorithm", ALGORITHM);
        query.put("X-Goog-Credential", identity.email() + "/" + scope);
        query.put("X-Goog-Date", moment);
        query.put("X-Goog-Expires", Long.toString(lifetime.toSeconds()));
        query.put("X-Goog-SignedHeaders", "host");
        if (generation != null) {
            query.put("generation", generation);
        }
        var encoded = UrlText.query(query);
        var canonical =
                "GET\n" + path + "\n" + encoded + "\nhost:" + endpoint.authority() + "\n\nhost\nUNSIGNED-PAYLOAD";
        var toSign = ALGORITHM + "\n" + moment + "\n" + scope + "\n" + sha256(canonical);
        var signature = HexFormat.of().formatHex(identity.sign(toSign.getBytes(StandardCharsets.UTF_8)));
        return URI.create(endpoint.origin() + path + "?" + encoded + "&X-Goog-Signature=" + signature);
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no SHA-256.", e);
        }
    }
}

package io.accession.storage;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where Google Cloud Storage answers; {@code port} is -1 for the scheme's own. */
record GcsEndpoint(boolean tls, String host, int port) {

    /** Google's own when it is null; others are emulators and private ways to Google. */
    static GcsEndpoint of(@Nullable String endpoint) {
        if (endpoint == null) {
            return new GcsEndpoint(true, "storage.googleapis.com", -1);
        }
        var uri = URI.create(endpoint);
        return new GcsEndpoint(uri.getScheme().equalsIgnoreCase("https"), uri.getHost(), uri.getPort());
    }

    String authority() {
        return port < 0 ? host : host + ":" + port;
    }

    String origin() {
        return (tls ? "https://" : "http://") + authority();
    }

    String objects(String bucket) {
        return "/storage/v1/b/" + UrlText.encode(bucket) + "/o";
    }

    String object(String bucket, String key) {
        return objects(bucket) + "/" + UrlText.encode(key);
    }

    String uploads(String bucket) {
        return "/upload" + objects(bucket);
    }
}

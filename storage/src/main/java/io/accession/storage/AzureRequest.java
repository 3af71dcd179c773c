package io.accession.storage;

import io.accession.storage.http.HttpRequest;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request to Azure on its way to being authorised. Header names are in lower case; the query is decoded. For one thread. */
final class AzureRequest {

    /** The version of the protocol; emulators and all of Microsoft's clouds know it. */
    static final String VERSION = "2022-11-02";

    private final String method;
    private final String path;
    private final TreeMap<String, String> query = new TreeMap<>();
    private final TreeMap<String, String> headers = new TreeMap<>();
    private HttpRequest.@Nullable Body body;
    private String rawQuery = "";

    AzureRequest(String method, String path) {
        this.method = method;
        this.path = path;
        headers.put("x-ms-version", VERSION);
    }

    /** Left out when it is null or empty. */
    AzureRequest query(String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            query.put(name, value);
        }
        return this;
    }

    AzureRequest header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    AzureRequest body(HttpRequest.Body content) {
        this.body = content;
        return this;
    }

    /** Added behind the query as it is: a shared access signature. */
    AzureRequest rawQuery(String signature) {
        this.rawQuery = signature;
        return this;
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    Map<String, String> query() {
        return query;
    }

    Map<String, String> headers() {
        return headers;
    }

    long length() {
        return body == null ? 0 : body.length();
    }

    HttpRequest to(AzureEndpoint endpoint) {
        var all = new ArrayList<HttpRequest.Header>();
        headers.forEach((name, value) -> all.add(new HttpRequest.Header(name, value)));
        return new HttpRequest(method, endpoint.tls(), endpoint.host(), endpoint.port(), target(), all, body);
    }

    private String target() {
        var encoded = UrlText.query(query);
        var whole = encoded.isEmpty() || rawQuery.isEmpty() ? encoded + rawQuery : encoded + "&" + rawQuery;
        return whole.isEmpty() ? path : path + "?" + whole;
    }
}

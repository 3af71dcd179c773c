package io.accession.server.http;

import io.helidon.http.Method;

/**
 * One operation of the API. {@code path} is written as in {@code openapi.yaml}: {@code /api/v1/folders/{folder}}.
 *
 * @param isOpen answers callers without a credential too
 */
public record Operation(Method method, String path, boolean isOpen, Endpoint endpoint) {

    public static Operation get(String path, Endpoint endpoint) {
        return new Operation(Method.GET, path, false, endpoint);
    }

    public static Operation post(String path, Endpoint endpoint) {
        return new Operation(Method.POST, path, false, endpoint);
    }

    public static Operation delete(String path, Endpoint endpoint) {
        return new Operation(Method.DELETE, path, false, endpoint);
    }

    /** The same for everybody. */
    public Operation open() {
        return new Operation(method, path, true, endpoint);
    }
}

package io.accession.server.http;

import io.helidon.http.Method;

/**
 * One operation of the API. {@code path} is written as in {@code openapi.yaml}: {@code /api/v1/folders/{folder}}.
 *
 * @param isOpen answers callers without a credential too
 * @param takesCompressed accepts bodies with a content coding, which it undoes with {@link Call#unpackedBody}
 */
public record Operation(Method method, String path, boolean isOpen, boolean takesCompressed, Endpoint endpoint) {

    public static Operation get(String path, Endpoint endpoint) {
        return new Operation(Method.GET, path, false, false, endpoint);
    }

    public static Operation post(String path, Endpoint endpoint) {
        return new Operation(Method.POST, path, false, false, endpoint);
    }

    public static Operation patch(String path, Endpoint endpoint) {
        return new Operation(Method.PATCH, path, false, false, endpoint);
    }

    public static Operation delete(String path, Endpoint endpoint) {
        return new Operation(Method.DELETE, path, false, false, endpoint);
    }

    /** The same for everybody. */
    public Operation open() {
        return new Operation(method, path, true, takesCompressed, endpoint);
    }

    /** The same for compressed bodies too. */
    public Operation compressed() {
        return new Operation(method, path, isOpen, true, endpoint);
    }
}

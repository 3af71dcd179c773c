package io.accession.wire;

import java.io.IOException;

/**
 * One operation of the protocol. {@code path} is written as {@code /v2/public/storage/folders/{folder}}; a route that spells a part
 * out comes before one that leaves it open.
 *
 * @param isRepeated the client sends the call again when its answer got lost; the repetition gets the first answer
 * @param bodyBytes how large the body may be
 * @param isStreamed the body is handed over as it comes in, and may be as large as the server accepts at all
 */
public record WireRoute(
        String method, String path, Endpoint endpoint, boolean isRepeated, int bodyBytes, boolean isStreamed) {

    private static final int BODY_BYTES = 8 << 20;

    @FunctionalInterface
    public interface Endpoint {
        WireAnswer answer(WireCall call) throws IOException;
    }

    private static WireRoute of(String method, String path, Endpoint endpoint) {
        return new WireRoute(method, "/v2/public/" + path, endpoint, false, BODY_BYTES, false);
    }

    public static WireRoute get(String path, Endpoint endpoint) {
        return of("GET", path, endpoint);
    }

    public static WireRoute post(String path, Endpoint endpoint) {
        return of("POST", path, endpoint);
    }

    public static WireRoute patch(String path, Endpoint endpoint) {
        return of("PATCH", path, endpoint);
    }

    public static WireRoute delete(String path, Endpoint endpoint) {
        return of("DELETE", path, endpoint);
    }

    public WireRoute repeated() {
        return new WireRoute(method, path, endpoint, true, bodyBytes, isStreamed);
    }

    public WireRoute withBodyOf(int bytes) {
        return new WireRoute(method, path, endpoint, isRepeated, bytes, isStreamed);
    }

    public WireRoute streamed() {
        return new WireRoute(method, path, endpoint, isRepeated, bodyBytes, true);
    }
}

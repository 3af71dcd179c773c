package io.accession.wire;

import io.accession.core.domain.RegistryError;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was wrong with a call, as the client understands it: it shows the message of a 400, 401, 403 and 413, and knows no 404, 409 or
 * 422 that would keep its message.
 */
final class WireErrors {

    static final int UNAVAILABLE = 503;

    private record Body(String message, String traceId) {}

    private WireErrors() {}

    static WireAnswer.Whole of(RegistryError error, String traceId) {
        return switch (error) {
            case RegistryError.Unauthenticated e -> answer(401, e.message(), traceId);
            case RegistryError.NotFoundOrForbidden e -> answer(403, e.message(), traceId);
            case RegistryError.AdministratorsOnly e -> answer(403, e.message(), traceId);
            case RegistryError.Invalid e -> answer(400, withFaults(e), traceId);
            case RegistryError.ManifestInvalid e -> answer(400, e.message(), traceId);
            case RegistryError.TooLarge e -> answer(413, e.message(), traceId);
            case RegistryError.Conflict e -> answer(400, e.message(), traceId);
            case RegistryError.TooManyRequests e ->
                answer(429, e.message(), traceId, retryAfter(e.retryAfterSeconds()));
            case RegistryError.Unavailable e ->
                answer(UNAVAILABLE, e.message(), traceId, retryAfter(e.retryAfterSeconds()));
        };
    }

    private static Map<String, String> retryAfter(int seconds) {
        return Map.of("Retry-After", Integer.toString(seconds));
    }

    /** All that is wrong, in one text. */
    static String message(RegistryError error) {
        return error instanceof RegistryError.Invalid invalid ? withFaults(invalid) : error.message();
    }

    private static String withFaults(RegistryError.Invalid error) {
        return error.faults().isEmpty()
                ? error.message()
                : error.message() + " "
                        + error.faults().stream().map(WireErrors::fault).collect(Collectors.joining(" "));
    }

    private static String fault(RegistryError.Fault fault) {
        return place(fault.pointer()) + fault.message();
    }

    private static String place(@Nullable String pointer) {
        return pointer == null || pointer.isEmpty() ? "" : pointer + ": ";
    }

    static WireAnswer.Whole answer(int status, String message, String traceId) {
        return answer(status, message, traceId, Map.of());
    }

    private static WireAnswer.Whole answer(int status, String message, String traceId, Map<String, String> headers) {
        return new WireAnswer.Whole(status, headers, WireJson.text(new Body(message, traceId)));
    }
}

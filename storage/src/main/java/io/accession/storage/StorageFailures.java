package io.accession.storage;

import io.accession.core.domain.FailureCode;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.storage.http.AddressRefused;
import io.accession.storage.http.TruncatedAnswer;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Says what went wrong with a storage in a code and a calm sentence. No sentence holds a path, a query or a credential. */
final class StorageFailures {

    private StorageFailures() {}

    /** What an answer of a plain web server that is no success means. */
    static ObjectUnavailableException ofStatus(int status, String host) {
        return switch (status) {
            case 401 ->
                failure(
                        FailureCode.STORAGE_CREDENTIALS_REFUSED,
                        host + " asks for credentials (401); the URL has to be fetchable without any, or signed.");
            case 403 ->
                failure(
                        FailureCode.OBJECT_FORBIDDEN,
                        host + " does not let us read the object (403); a signed URL may have expired.");
            case 404, 410 ->
                failure(FailureCode.OBJECT_NOT_FOUND, host + " does not have the object (" + status + ").");
            case 408, 425, 429, 500, 502, 503, 504 ->
                failure(FailureCode.STORAGE_UNREACHABLE, host + " cannot answer at the moment (" + status + ").");
            default -> unusual(status, host);
        };
    }

    static ObjectUnavailableException of(IOException cause, String host) {
        return switch (cause) {
            case AddressRefused refused -> failure(FailureCode.ADDRESS_REFUSED, refused.reason(), cause);
            case UnknownHostException _ ->
                failure(FailureCode.STORAGE_UNREACHABLE, "No host is known by the name " + host + ".", cause);
            case SocketTimeoutException _ ->
                failure(FailureCode.STORAGE_UNREACHABLE, host + " did not answer in time.", cause);
            case SSLException _ ->
                failure(
                        FailureCode.STORAGE_UNREACHABLE,
                        "No secure connection to " + host
                                + " came about: its certificate or protocol was not accepted.",
                        cause);
            case TruncatedAnswer _ -> failure(FailureCode.STORAGE_MISBEHAVED, host + " ended its answer early.", cause);
            case ProtocolException _ ->
                failure(
                        FailureCode.STORAGE_MISBEHAVED,
                        host + " does not answer as a web server should. " + cause.getMessage(),
                        cause);
            default ->
                failure(FailureCode.STORAGE_UNREACHABLE, "The connection to " + host + " failed or broke off.", cause);
        };
    }

    static ObjectUnavailableException misbehaved(String message) {
        return failure(FailureCode.STORAGE_MISBEHAVED, message);
    }

    static ObjectUnavailableException failure(FailureCode code, String message) {
        return new ObjectUnavailableException(code, message);
    }

    static ObjectUnavailableException failure(FailureCode code, String message, Throwable cause) {
        return new ObjectUnavailableException(code, message, cause);
    }

    private static ObjectUnavailableException unusual(int status, String host) {
        if (status >= 500) {
            return failure(FailureCode.STORAGE_UNREACHABLE, host + " reports an error of its own (" + status + ").");
        }
        return status >= 400
                ? failure(FailureCode.OBJECT_FORBIDDEN, host + " does not accept the request (" + status + ").")
                : misbehaved(host + " answers in a way that leads nowhere (" + status + ").");
    }
}

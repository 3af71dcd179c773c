package io.accession.storage;

import io.accession.core.domain.FailureCode;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.storage.http.HttpAnswer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Reads what Azure complains about (Azure Storage REST API, "Blob service error codes", "Common REST API error codes" and "Status and error
 * codes" of shared access signatures).
 */
final class AzureFailures {

    private static final int LONGEST_COMPLAINT = 16 << 10;
    private static final Pattern CODE = Pattern.compile("<Code>([A-Za-z]{1,60})</Code>");

    private AzureFailures() {}

    static ObjectUnavailableException of(HttpAnswer answer, AzureEndpoint endpoint, String container)
            throws IOException {
        var body = new String(answer.body().readNBytes(LONGEST_COMPLAINT), StandardCharsets.UTF_8);
        var code = code(answer, body);
        int status = answer.status();
        var shown = code.isEmpty() ? " (" + status + ")" : " (" + status + " " + code + ")";
        return switch (code) {
            case "AuthenticationFailed" ->
                refused("The storage does not accept the integration's credentials" + shown + "."
                        + authenticationHint(body)
                        + ClockSkew.of(answer.header("date"), Instant.now()).hint());
            case "InvalidAuthenticationInfo", "NoAuthenticationInformation" ->
                refused("The storage does not accept the integration's credentials" + shown + ".");
            case "KeyBasedAuthenticationNotPermitted" ->
                refused("The storage account does not permit account keys nor what is signed with them" + shown
                        + ". Use a service principal, or allow key access in the account's configuration.");
            case "AuthorizationResourceTypeMismatch" ->
                refused("The shared access signature is not for this kind of resource" + shown
                        + ". Its resource types have to be container and object (srt=co).");
            case "AuthorizationServiceMismatch" ->
                refused("The shared access signature is not for blobs" + shown + ". Its services need blob (ss=b).");
            case "AuthorizationSourceIPMismatch" ->
                refused("The shared access signature is for other addresses than this server's" + shown + ".");
            case "AuthorizationProtocolMismatch" ->
                refused("The shared access signature is for https only, and the endpoint is http" + shown + ".");
            case "PublicAccessNotPermitted" ->
                refused("The storage account lets nobody in without credentials" + shown + ".");
            case "AccountIsDisabled" ->
                refused("The storage account is disabled" + shown
                        + ", as when its subscription is not paid for: see the subscription in the Azure portal.");
            case "ContainerNotFound", "ContainerBeingDeleted" -> absent("There is no container '" + container + "'.");
            case "BlobArchived", "BlobBeingRehydrated" ->
                StorageFailures.failure(
                        FailureCode.OBJECT_FORBIDDEN,
                        "The object is archived" + shown + "; rehydrate it before it is registered.");
            case "ServerBusy", "OperationTimedOut", "InternalError" -> busy(shown);
            default -> ofStatus(status, shown, endpoint, container);
        };
    }

    private static ObjectUnavailableException ofStatus(
            int status, String shown, AzureEndpoint endpoint, String container) {
        return switch (status) {
            case 401 -> refused("The storage does not accept the integration's credentials" + shown + ".");
            case 403 ->
                StorageFailures.failure(
                        FailureCode.OBJECT_FORBIDDEN,
                        "The storage account '" + endpoint.account() + "' does not permit the request" + shown
                                + ". Its firewall may keep this server out, too.");
            case 404 -> absent("The container '" + container + "' does not have the object.");
            case 408, 429, 500, 502, 503, 504 -> busy(shown);
            default ->
                status >= 400
                        ? StorageFailures.failure(
                                FailureCode.OBJECT_FORBIDDEN, "The storage does not accept the request" + shown + ".")
                        : StorageFailures.misbehaved(
                                endpoint.host() + " answers in a way that leads nowhere (" + status + ").");
        };
    }

    private static String authenticationHint(String body) {
        if (body.contains("Signature not valid in the specified time frame")) {
            return " The shared access signature has expired or is not valid yet: make a new one.";
        }
        if (body.contains("Request date header too old") || body.contains("Date header in the request is incorrect")) {
            return " It does not accept this server's time: check the server's clock.";
        }
        return "";
    }

    /** Answers to HEAD have no body; the header is there with every answer. */
    private static String code(HttpAnswer answer, String body) {
        var header = answer.header("x-ms-error-code");
        if (header != null && header.matches("[A-Za-z]{1,60}")) {
            return header;
        }
        var found = CODE.matcher(body);
        return found.find() ? found.group(1) : "";
    }

    private static ObjectUnavailableException refused(String message) {
        return StorageFailures.failure(FailureCode.STORAGE_CREDENTIALS_REFUSED, message);
    }

    private static ObjectUnavailableException absent(String message) {
        return StorageFailures.failure(FailureCode.OBJECT_NOT_FOUND, message);
    }

    private static ObjectUnavailableException busy(String shown) {
        return StorageFailures.failure(
                FailureCode.STORAGE_UNREACHABLE, "The storage cannot answer at the moment" + shown + ".");
    }
}

package io.accession.storage;

import io.accession.core.domain.FailureCode;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.storage.http.HttpAnswer;
import java.io.IOException;
import java.util.regex.Pattern;

/** Reads what Google Cloud Storage complains about (Cloud Storage, "HTTP status and error codes for JSON"). */
final class GcsFailures {

    private static final int LONGEST_COMPLAINT = 16 << 10;
    private static final Pattern PERMISSION =
            Pattern.compile("(?:have|Permission '?)\\s*'?((?:storage|iam|serviceusage)\\.[A-Za-z.]{1,60})");

    private GcsFailures() {}

    /** {@code host} answered; {@code bucket} is named where it is what is wrong. */
    static ObjectUnavailableException of(HttpAnswer answer, String host, String bucket) throws IOException {
        var error = error(answer);
        var reasons = error.objects("errors");
        var reason = reasons.isEmpty() ? "" : reasons.getFirst().text("reason");
        int status = answer.status();
        var shown = reason.matches("[A-Za-z]{1,60}") ? " (" + status + " " + reason + ")" : " (" + status + ")";
        return switch (reason) {
            case "authError" -> unauthorized(shown);
            case "accountDisabled", "userProjectAccountProblem", "projectAccountProblem" ->
                refused("The project's billing is disabled or delinquent" + shown
                        + ": see its billing account in the Google Cloud console.");
            case "userProjectMissing" ->
                refused("The bucket makes requesters pay" + shown + ", which is not supported.");
            case "accessNotConfigured" ->
                refused("The project has not enabled the interface at " + host + shown
                        + ": enable it in the Google Cloud console.");
            case "rateLimitExceeded", "userRateLimitExceeded", "dailyLimitExceeded", "backendError" -> busy(shown);
            default -> ofStatus(status, shown, error.text("message"), host, bucket);
        };
    }

    private static ObjectUnavailableException ofStatus(
            int status, String shown, String message, String host, String bucket) {
        return switch (status) {
            case 401 -> unauthorized(shown);
            case 403 -> forbidden(shown, message);
            case 404 ->
                StorageFailures.failure(
                        FailureCode.OBJECT_NOT_FOUND,
                        message.contains("bucket does not exist")
                                ? "There is no bucket '" + bucket + "'."
                                : "The bucket '" + bucket + "' does not have the object.");
            case 408, 429, 500, 502, 503, 504 -> busy(shown);
            default ->
                status >= 400
                        ? StorageFailures.failure(
                                FailureCode.OBJECT_FORBIDDEN, "The storage does not accept the request" + shown + ".")
                        : StorageFailures.misbehaved(host + " answers in a way that leads nowhere (" + status + ").");
        };
    }

    private static ObjectUnavailableException forbidden(String shown, String message) {
        if (message.toLowerCase(java.util.Locale.ROOT).contains("billing account")) {
            return refused("The project's billing is disabled" + shown
                    + ": see its billing account in the Google Cloud console.");
        }
        var permission = PERMISSION.matcher(message);
        var lacking = permission.find() ? " It names " + permission.group(1) + "." : "";
        return StorageFailures.failure(
                FailureCode.OBJECT_FORBIDDEN,
                "The storage does not let us have the object" + shown + "." + lacking
                        + " Without storage.objects.list, objects that do not exist look like this too.");
    }

    private static ObjectUnavailableException unauthorized(String shown) {
        return refused("The storage does not accept the integration's token" + shown + ".");
    }

    private static ObjectUnavailableException refused(String message) {
        return StorageFailures.failure(FailureCode.STORAGE_CREDENTIALS_REFUSED, message);
    }

    private static ObjectUnavailableException busy(String shown) {
        return StorageFailures.failure(
                FailureCode.STORAGE_UNREACHABLE, "The storage cannot answer at the moment" + shown + ".");
    }

    /** Answers about an object's bytes may complain in plain text, and those of a proxy in anything. */
    private static JsonText error(HttpAnswer answer) throws IOException {
        try {
            return JsonText.parse(answer.body().readNBytes(LONGEST_COMPLAINT)).object("error");
        } catch (java.net.ProtocolException e) {
            return JsonText.parse("{}".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
    }
}

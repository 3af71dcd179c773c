package io.accession.storage;

import io.accession.core.domain.FailureCode;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectPage;
import io.accession.core.object.ObjectUnavailableException;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Reads what S3 and its like complain about (Amazon S3 API reference, "Error responses"). */
final class S3Failures {

    private static final Set<String> CREDENTIALS_REFUSED = Set.of(
            "InvalidAccessKeyId",
            "SignatureDoesNotMatch",
            "ExpiredToken",
            "ExpiredTokenException",
            "InvalidToken",
            "InvalidClientTokenId",
            "UnrecognizedClientException",
            "TokenRefreshRequired",
            "RequestExpired",
            "AuthorizationHeaderMalformed",
            "NotSignedUp",
            "AccountProblem");
    private static final Set<String> TRY_AGAIN = Set.of(
            "SlowDown",
            "ServiceUnavailable",
            "InternalError",
            "RequestTimeout",
            "Throttling",
            "ThrottlingException",
            "TooManyRequests",
            "RequestLimitExceeded",
            "OperationAborted",
            "503 SlowDown");

    private S3Failures() {}

    static ObjectUnavailableException of(SdkException failure, String bucket, String host) {
        if (failure instanceof AwsServiceException answered) {
            return ofAnswer(answered, bucket);
        }
        var io = ioCause(failure);
        if (io != null) {
            return StorageFailures.of(io, host);
        }
        String message = String.valueOf(failure.getMessage());
        if (message.contains("credentials")) {
            return StorageFailures.failure(
                    FailureCode.STORAGE_CREDENTIALS_REFUSED,
                    "The server has no credentials of its own for this storage.",
                    failure);
        }
        return StorageFailures.failure(
                FailureCode.STORAGE_MISBEHAVED, "The storage's answer could not be understood.", failure);
    }

    /** A refusal names the permission that is missing. */
    static ObjectUnavailableException ofWrite(SdkException failure, ObjectLocation object, String host) {
        var found = of(failure, object.bucket(), host);
        if (found.failure().code() != FailureCode.OBJECT_FORBIDDEN
                || !(failure instanceof AwsServiceException answered)
                || answered.statusCode() != 403) {
            return found;
        }
        return StorageFailures.failure(
                FailureCode.OBJECT_FORBIDDEN,
                "The storage does not let us write" + shown(code(answered), 403)
                        + ". Missing permission: s3:PutObject on objects of bucket '" + object.bucket() + "'.",
                failure);
    }

    /** One page of a listing. */
    @FunctionalInterface
    interface Listing {
        ObjectPage page() throws ObjectUnavailableException;
    }

    /** Says of a listing that is refused which permission it needs. */
    static ObjectPage ofListing(String bucket, Listing listing) throws ObjectUnavailableException {
        try {
            return listing.page();
        } catch (ObjectUnavailableException e) {
            boolean forbidden = e.failure().code() == FailureCode.OBJECT_FORBIDDEN
                    && e.getCause() instanceof AwsServiceException answered
                    && answered.statusCode() == 403;
            if (!forbidden) {
                throw e;
            }
            throw StorageFailures.failure(
                    FailureCode.OBJECT_FORBIDDEN,
                    "The storage does not let us list bucket '" + bucket
                            + "'; that takes the permission s3:ListBucket on it.",
                    e);
        }
    }

    private static ObjectUnavailableException ofAnswer(AwsServiceException failure, String bucket) {
        String code = code(failure);
        int status = failure.statusCode();
        if (failure.awsErrorDetails() != null
                && "Sts".equalsIgnoreCase(failure.awsErrorDetails().serviceName())) {
            return refused(
                    "The role of the storage integration may not be assumed: its trust policy has to name this server"
                            + " and the external id",
                    code,
                    failure);
        }
        if (code.equals("RequestTimeTooSkewed")) {
            return StorageFailures.failure(
                    FailureCode.STORAGE_CREDENTIALS_REFUSED,
                    "The storage refuses signatures of this time" + shown(code, status) + "."
                            + skew(failure).hint(),
                    failure);
        }
        if (CREDENTIALS_REFUSED.contains(code) || status == 401) {
            return refused("The storage does not accept the integration's credentials", code, failure);
        }
        if (TRY_AGAIN.contains(code) || status == 429 || status >= 500) {
            return StorageFailures.failure(
                    FailureCode.STORAGE_UNREACHABLE,
                    "The storage cannot answer at the moment" + shown(code, status) + ".",
                    failure);
        }
        if (code.equals("NoSuchBucket")) {
            return StorageFailures.failure(
                    FailureCode.OBJECT_NOT_FOUND, "There is no bucket '" + bucket + "'.", failure);
        }
        if (code.equals("InvalidObjectState")) {
            return StorageFailures.failure(
                    FailureCode.OBJECT_FORBIDDEN,
                    "The object is archived; restore it before it is registered.",
                    failure);
        }
        return ofStatus(failure, code, bucket);
    }

    private static ObjectUnavailableException ofStatus(AwsServiceException failure, String code, String bucket) {
        int status = failure.statusCode();
        return switch (status) {
            case 404 ->
                StorageFailures.failure(
                        FailureCode.OBJECT_NOT_FOUND, "The bucket '" + bucket + "' does not have the object.", failure);
            case 403 ->
                StorageFailures.failure(
                        FailureCode.OBJECT_FORBIDDEN,
                        "The storage does not let us have the object" + shown(code, status)
                                + ". Without s3:ListBucket on bucket '" + bucket
                                + "', objects that do not exist look like this too.",
                        failure);
            case 301, 302, 307, 308 ->
                StorageFailures.failure(
                        FailureCode.STORAGE_MISBEHAVED,
                        "The bucket '" + bucket + "' is elsewhere, and the storage does not say in which region.",
                        failure);
            default ->
                StorageFailures.failure(
                        FailureCode.OBJECT_FORBIDDEN,
                        "The storage does not accept the request" + shown(code, status) + ".",
                        failure);
        };
    }

    static String code(AwsServiceException failure) {
        var details = failure.awsErrorDetails();
        return details == null || details.errorCode() == null ? "" : details.errorCode();
    }

    private static ClockSkew skew(AwsServiceException failure) {
        var answer = failure.awsErrorDetails().sdkHttpResponse();
        return ClockSkew.of(
                answer == null ? null : answer.firstMatchingHeader("Date").orElse(null), Instant.now());
    }

    private static ObjectUnavailableException refused(String what, String code, AwsServiceException failure) {
        return StorageFailures.failure(
                FailureCode.STORAGE_CREDENTIALS_REFUSED, what + shown(code, failure.statusCode()) + ".", failure);
    }

    private static String shown(String code, int status) {
        // A code is a word of the storage's own making; anything else is not repeated.
        return code.matches("[A-Za-z]{1,60}") ? " (" + status + " " + code + ")" : " (" + status + ")";
    }

    private static @Nullable IOException ioCause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io) {
                return io;
            }
        }
        return null;
    }
}

package io.accession.storage;

import io.accession.core.domain.FailureCode;
import io.accession.core.integration.IntegrationSettings;
import io.accession.core.integration.S3Credentials;
import io.accession.core.object.ObjectUnavailableException;

/** Says which permission is missing, and where it is given: a role, a user or the server's own identity. */
record S3Permissions(IntegrationSettings settings) {

    String mend(String permission, ObjectUnavailableException failure) {
        String message = failure.failure().message();
        if (failure.failure().code() != FailureCode.OBJECT_FORBIDDEN
                || !(settings instanceof IntegrationSettings.S3 s3)) {
            return message;
        }
        return "Missing permission: " + permission + ". Add it to " + holder(s3.credentials()) + ". " + message;
    }

    private static String holder(S3Credentials credentials) {
        return switch (credentials) {
            case S3Credentials.KeyPair _ -> "the policy of the user that the access key belongs to";
            case S3Credentials.Role role -> "the policy of the role " + role.arn();
            case S3Credentials.DefaultChain _ -> "the policy of the server's own identity";
        };
    }
}

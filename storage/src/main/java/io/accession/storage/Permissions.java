package io.accession.storage;

import io.accession.core.domain.FailureCode;
import io.accession.core.integration.IntegrationSettings;
import io.accession.core.object.ObjectUnavailableException;

/** What a storage has to grant for what the check of an integration tries, and where that is done. */
interface Permissions {

    enum Attempt {
        LIST,
        READ,
        WRITE,
        DELETE,
        SIGN
    }

    /** The permission as the storage calls it, and for which bucket. */
    String needed(Attempt attempt, String bucket);

    /** Where the permission is added: a policy, a role, a signature. */
    String holder();

    /** The failure's message, with the cure before it when it is a permission that is missing. */
    default String mend(Attempt attempt, String bucket, ObjectUnavailableException failure) {
        String message = failure.failure().message();
        return failure.failure().code() == FailureCode.OBJECT_FORBIDDEN
                ? "Missing permission: " + needed(attempt, bucket) + ". Add it to " + holder() + ". " + message
                : message;
    }

    static Permissions of(IntegrationSettings settings) {
        return switch (settings) {
            case IntegrationSettings.S3 s3 -> new S3Permissions(s3.credentials());
            case IntegrationSettings.Gcs gcs -> new GcsPermissions(gcs.credentials());
            case IntegrationSettings.Azure azure -> new AzurePermissions(azure.credentials());
            case IntegrationSettings.Direct _, IntegrationSettings.Local _ -> new NotGrantedByUs();
        };
    }

    /** Web servers and directories have no permissions that we could name. */
    record NotGrantedByUs() implements Permissions {

        @Override
        public String needed(Attempt attempt, String bucket) {
            return "";
        }

        @Override
        public String holder() {
            return "";
        }

        @Override
        public String mend(Attempt attempt, String bucket, ObjectUnavailableException failure) {
            return failure.failure().message();
        }
    }
}

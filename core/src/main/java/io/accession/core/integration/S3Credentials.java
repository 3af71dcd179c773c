package io.accession.core.integration;

import org.jspecify.annotations.Nullable;

/** How an S3 integration gets in. */
public sealed interface S3Credentials {

    record KeyPair(String accessKeyId, Secret secretAccessKey) implements S3Credentials {
        public KeyPair {
            if (accessKeyId.isBlank() || secretAccessKey.value().isBlank()) {
                throw new IllegalArgumentException("A key pair needs an access key id and a secret access key.");
            }
        }
    }

    /** The server's own: its environment, profile, or the machine's role. For organisation administrators only. */
    record DefaultChain() implements S3Credentials {}

    /**
     * A role of the customer that trusts whoever assumes it, told apart by an external id that we made up.
     *
     * @param assumedWith the key pair that assumes it; null for the server's own credentials
     */
    record Role(String arn, String externalId, @Nullable KeyPair assumedWith) implements S3Credentials {
        public Role {
            if (!arn.matches("arn:aws[a-z-]*:iam::\\d{12}:role/.+")) {
                throw new IllegalArgumentException(
                        "A role is named by its ARN, such as arn:aws:iam::123456789012:role/name.");
            }
            if (externalId.length() < 2) {
                throw new IllegalArgumentException("A role is assumed with an external id.");
            }
        }
    }
}

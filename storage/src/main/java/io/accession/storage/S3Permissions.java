package io.accession.storage;

import io.accession.core.integration.S3Credentials;

/** The actions of S3, and the policy that allows them: of a role, a user or the server's own identity. */
record S3Permissions(S3Credentials credentials) implements Permissions {

    @Override
    public String needed(Attempt attempt, String bucket) {
        return switch (attempt) {
            case LIST -> "s3:ListBucket on bucket " + bucket;
            case READ, SIGN -> "s3:GetObject on objects of bucket " + bucket;
            case WRITE -> "s3:PutObject on objects of bucket " + bucket;
            case DELETE -> "s3:DeleteObject on objects of bucket " + bucket;
        };
    }

    @Override
    public String holder() {
        return switch (credentials) {
            case S3Credentials.KeyPair _ -> "the policy of the user that the access key belongs to";
            case S3Credentials.Role role -> "the policy of the role " + role.arn();
            case S3Credentials.DefaultChain _ -> "the policy of the server's own identity";
        };
    }
}

package io.accession.catalog.registry;

import io.accession.core.integration.IntegrationSettings.S3;
import io.accession.core.integration.S3Credentials;
import org.jspecify.annotations.Nullable;

/** The stored form of S3 integrations. */
final class StoredS3 {

    private StoredS3() {}

    static StoredSettings of(S3 s3) {
        var fields = new StoredSettings.Fields("s3")
                .with("bucket", s3.bucket())
                .with("region", s3.region())
                .with("endpoint", s3.endpoint())
                .with("pathStyle", Boolean.toString(s3.pathStyle()));
        return switch (s3.credentials()) {
            case S3Credentials.KeyPair keys -> withKeys(fields, keys);
            case S3Credentials.DefaultChain _ -> fields.stored(null);
            case S3Credentials.Role(var arn, var externalId, var keys) ->
                withKeys(fields.with("roleArn", arn).with("externalId", externalId), keys);
        };
    }

    private static StoredSettings withKeys(StoredSettings.Fields fields, S3Credentials.@Nullable KeyPair keys) {
        return keys == null
                ? fields.stored(null)
                : fields.with("accessKeyId", keys.accessKeyId()).stored(keys.secretAccessKey());
    }

    static S3 settings(StoredSettings stored) {
        return new S3(
                stored.find("bucket"),
                stored.find("region"),
                stored.find("endpoint"),
                Boolean.parseBoolean(stored.find("pathStyle")),
                credentials(stored));
    }

    private static S3Credentials credentials(StoredSettings stored) {
        var id = stored.find("accessKeyId");
        var keys = id == null ? null : new S3Credentials.KeyPair(id, stored.requireSecret());
        if (stored.find("roleArn") != null) {
            return new S3Credentials.Role(stored.require("roleArn"), stored.require("externalId"), keys);
        }
        return keys == null ? new S3Credentials.DefaultChain() : keys;
    }
}

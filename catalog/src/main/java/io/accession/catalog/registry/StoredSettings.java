package io.accession.catalog.registry;

import io.accession.core.integration.IntegrationSettings;
import io.accession.core.integration.S3Credentials;
import io.accession.core.integration.Secret;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Integration settings as the column {@code settings} keeps them: one object for all kinds, without the secret. */
record StoredSettings(
        String type,
        @Nullable String bucket,
        @Nullable String region,
        @Nullable String endpoint,
        @Nullable Boolean pathStyle,
        @Nullable String accessKeyId,
        @Nullable String roleArn,
        @Nullable String externalId,
        @Nullable String root,
        Optional<Secret> plain) {

    static StoredSettings of(IntegrationSettings settings) {
        return switch (settings) {
            case IntegrationSettings.S3 s3 -> of(s3);
            case IntegrationSettings.Direct _ ->
                new StoredSettings("direct", null, null, null, null, null, null, null, null, Optional.empty());
            case IntegrationSettings.Local local ->
                new StoredSettings(
                        "local",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        local.root().toString(),
                        Optional.empty());
        };
    }

    private static StoredSettings of(IntegrationSettings.S3 s3) {
        return switch (s3.credentials()) {
            case S3Credentials.KeyPair(String id, Secret secret) -> of(s3, id, null, null, Optional.of(secret));
            case S3Credentials.DefaultChain _ -> of(s3, null, null, null, Optional.empty());
            case S3Credentials.Role(String arn, String externalId) -> of(s3, null, arn, externalId, Optional.empty());
        };
    }

    private static StoredSettings of(
            IntegrationSettings.S3 s3,
            @Nullable String accessKeyId,
            @Nullable String roleArn,
            @Nullable String externalId,
            Optional<Secret> plain) {
        return new StoredSettings(
                "s3",
                s3.bucket(),
                s3.region(),
                s3.endpoint(),
                s3.pathStyle(),
                accessKeyId,
                roleArn,
                externalId,
                null,
                plain);
    }

    /** Everything but the secret. */
    Update bind(Update statement) {
        return statement
                .bind("type", type)
                .bind("bucket", bucket)
                .bind("region", region)
                .bind("endpoint", endpoint)
                .bind("pathStyle", pathStyle)
                .bind("accessKeyId", accessKeyId)
                .bind("roleArn", roleArn)
                .bind("externalId", externalId)
                .bind("root", root);
    }

    static StoredSettings read(ResultSet row) throws SQLException {
        return new StoredSettings(
                row.getString("type"),
                row.getString("bucket"),
                row.getString("region"),
                row.getString("endpoint"),
                row.getBoolean("path_style"),
                row.getString("access_key_id"),
                row.getString("role_arn"),
                row.getString("external_id"),
                row.getString("root"),
                Optional.empty());
    }

    IntegrationSettings settings(@Nullable Secret secret) {
        return switch (type) {
            case "s3" ->
                new IntegrationSettings.S3(
                        bucket, region, endpoint, Boolean.TRUE.equals(pathStyle), credentials(secret));
            case "direct" -> new IntegrationSettings.Direct();
            case "local" ->
                new IntegrationSettings.Local(
                        Path.of(Objects.requireNonNull(root, "local settings are stored with their root")));
            default -> throw new IllegalStateException("the catalogue holds integration settings of type " + type);
        };
    }

    private S3Credentials credentials(@Nullable Secret secret) {
        if (accessKeyId != null) {
            return new S3Credentials.KeyPair(
                    accessKeyId, Objects.requireNonNull(secret, "a key pair is stored with its secret"));
        }
        return roleArn != null && externalId != null
                ? new S3Credentials.Role(roleArn, externalId)
                : new S3Credentials.DefaultChain();
    }
}

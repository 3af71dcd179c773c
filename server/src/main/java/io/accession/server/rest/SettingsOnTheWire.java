package io.accession.server.rest;

import io.accession.api.IntegrationSettings;
import io.accession.api.NewIntegrationSettings;
import io.accession.core.domain.RegistryException;
import io.accession.core.integration.S3Credentials;
import io.accession.core.integration.Secret;
import io.accession.server.http.Call;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Integration settings as requests bring them, secrets included, and as answers show them, without. */
final class SettingsOnTheWire {

    private SettingsOnTheWire() {}

    static io.accession.core.integration.IntegrationSettings read(NewIntegrationSettings settings) {
        return switch (settings) {
            case NewIntegrationSettings.S3 s3 ->
                checked(
                        "/settings",
                        () -> new io.accession.core.integration.IntegrationSettings.S3(
                                s3.bucket(), s3.region(), s3.endpoint(), s3.pathStyle(), credentials(s3)));
            case NewIntegrationSettings.Gcs gcs -> checked("/settings", () -> CloudSettings.read(gcs));
            case NewIntegrationSettings.Azure azure -> checked("/settings", () -> CloudSettings.read(azure));
            case NewIntegrationSettings.Direct _ -> new io.accession.core.integration.IntegrationSettings.Direct();
            case NewIntegrationSettings.Local local ->
                checked(
                        "/settings/root",
                        () -> new io.accession.core.integration.IntegrationSettings.Local(path(local.root())));
        };
    }

    private static Path path(String root) {
        try {
            return Path.of(root);
        } catch (InvalidPathException e) {
            throw Call.invalid("/settings/root", "This is not a path.");
        }
    }

    private static S3Credentials credentials(NewIntegrationSettings.S3 s3) {
        var keys = keyPair(s3);
        if (s3.roleArn() != null) {
            return new S3Credentials.Role(s3.roleArn(), UUID.randomUUID().toString(), keys);
        }
        return keys == null ? new S3Credentials.DefaultChain() : keys;
    }

    private static S3Credentials.@Nullable KeyPair keyPair(NewIntegrationSettings.S3 s3) {
        if (s3.accessKeyId() == null && s3.secretAccessKey() == null) {
            return null;
        }
        if (s3.accessKeyId() == null) {
            throw Call.invalid("/settings/accessKeyId", "A secret access key goes with its id.");
        }
        if (s3.secretAccessKey() == null) {
            throw Call.invalid("/settings/secretAccessKey", "An access key id goes with its secret.");
        }
        return new S3Credentials.KeyPair(
                s3.accessKeyId(), new Secret(s3.secretAccessKey().reveal()));
    }

    private static <T> T checked(String pointer, Supplier<T> settings) {
        try {
            return settings.get();
        } catch (RegistryException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw Call.invalid(pointer, e.getMessage() == null ? "These settings do not fit." : e.getMessage());
        }
    }

    static IntegrationSettings shown(io.accession.core.integration.IntegrationSettings settings) {
        return switch (settings) {
            case io.accession.core.integration.IntegrationSettings.S3 s3 -> shown(s3);
            case io.accession.core.integration.IntegrationSettings.Gcs gcs -> CloudSettings.shown(gcs);
            case io.accession.core.integration.IntegrationSettings.Azure azure -> CloudSettings.shown(azure);
            case io.accession.core.integration.IntegrationSettings.Direct _ -> new IntegrationSettings.Direct();
            case io.accession.core.integration.IntegrationSettings.Local local ->
                new IntegrationSettings.Local(local.root().toString());
        };
    }

    private static IntegrationSettings shown(io.accession.core.integration.IntegrationSettings.S3 s3) {
        var role = s3.credentials() instanceof S3Credentials.Role assumed ? assumed : null;
        var keys = role != null
                ? role.assumedWith()
                : s3.credentials() instanceof S3Credentials.KeyPair pair ? pair : null;
        return new IntegrationSettings.S3(
                s3.bucket(),
                s3.region(),
                s3.endpoint(),
                s3.pathStyle(),
                keys == null ? null : keys.accessKeyId(),
                role == null ? null : role.arn(),
                role == null ? null : role.externalId());
    }
}

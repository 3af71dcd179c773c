package io.accession.core.hosted;

import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.integration.IntegrationSettings;
import io.accession.core.integration.StorageIntegration;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where uploaded files go: into a directory of this server, or through an integration that the operator names. The directory belongs to nobody, no
 * list shows it, and no call can name it.
 */
public final class HostedStorage {

    /** The integration of the directory. It lies in no table. */
    public static final IntegrationId DIRECTORY =
            new IntegrationId(UUID.fromString("00000000-0000-7000-8000-000000000001"));

    private final @Nullable IntegrationId named;
    private final Function<IntegrationId, Optional<StorageIntegration>> integrations;

    /** {@code named} by the operator; null for the directory. */
    public HostedStorage(
            @Nullable IntegrationId named, Function<IntegrationId, Optional<StorageIntegration>> integrations) {
        this.named = named;
        this.integrations = integrations;
    }

    /** What reads the directory. */
    public static StorageIntegration directory(Path path) {
        return new StorageIntegration(
                DIRECTORY,
                1,
                "Accession",
                new IntegrationSettings.Local(path),
                false,
                false,
                StorageIntegration.DEFAULT_SIGNED_URL_LIFETIME);
    }

    /** Where new files go. {@code Unavailable} where the operator's integration cannot take them. */
    StorageIntegration current() {
        var storage = find(named == null ? DIRECTORY : named);
        boolean takesFiles = storage.settings() instanceof IntegrationSettings.Local
                || (storage.settings() instanceof IntegrationSettings.S3 s3
                        && s3.bucket() != null
                        && storage.takesWrites());
        if (!takesFiles) {
            throw unavailable("has to name an S3 integration with a bucket that is not strict client-only");
        }
        return storage;
    }

    StorageIntegration find(IntegrationId id) {
        return integrations.apply(id).orElseThrow(() -> unavailable("names an integration that is not there"));
    }

    private static RegistryException unavailable(String fault) {
        return new RegistryException(new RegistryError.Unavailable(
                "Files cannot be uploaded at the moment: storage.hosted-integration in the server's configuration "
                        + fault + "."));
    }

    /** How long a URL takes a file: long enough to send thousands of them one after another. */
    static final Duration UPLOAD_LIFETIME = Duration.ofHours(12);
}

package io.accession.server.configuration;

import io.accession.core.domain.IntegrationId;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where files go that people upload from their own disks.
 *
 * @param directory of this server; every process that reads them has to see it
 * @param integration an S3 integration that takes new files instead; null for the directory
 * @param fileBytes how large a file in the directory may be
 */
public record HostedConfiguration(Path directory, @Nullable IntegrationId integration, long fileBytes) {

    static HostedConfiguration of(Values values, Path data) {
        return new HostedConfiguration(
                values.path(Keys.STORAGE_HOSTED_DIRECTORY)
                        .orElse(data.resolve("hosted").toAbsolutePath()),
                integration(values),
                values.size(Keys.LIMITS_UPLOADED_FILE_SIZE, 1, 1L << 50));
    }

    private static @Nullable IntegrationId integration(Values values) {
        var text = values.text(Keys.STORAGE_HOSTED_INTEGRATION);
        if (text.isPresent() && !text.get().matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            values.fault(
                    Keys.STORAGE_HOSTED_INTEGRATION,
                    "the id of a storage integration is allowed, as 'accession integration list' shows it");
            return null;
        }
        return text.map(id -> new IntegrationId(UUID.fromString(id))).orElse(null);
    }
}

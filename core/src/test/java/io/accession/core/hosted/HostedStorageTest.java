package io.accession.core.hosted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.RegistryException;
import io.accession.core.integration.IntegrationSettings;
import io.accession.core.integration.S3Credentials;
import io.accession.core.integration.StorageIntegration;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class HostedStorageTest {

    private static final IntegrationId NAMED =
            new IntegrationId(UUID.fromString("0190a1b2-0000-7000-8000-000000000001"));
    private static final StorageIntegration DIRECTORY = HostedStorage.directory(Path.of("/data/hosted"));

    private static StorageIntegration s3(@Nullable String bucket, boolean strict) {
        var settings = new IntegrationSettings.S3(bucket, "eu-west-1", null, false, new S3Credentials.DefaultChain());
        return new StorageIntegration(
                NAMED, 1, "uploads", settings, strict, false, StorageIntegration.DEFAULT_SIGNED_URL_LIFETIME);
    }

    private static StorageIntegration current(@Nullable IntegrationId named, StorageIntegration... there) {
        return new HostedStorage(
                        named,
                        id -> Stream.of(there)
                                .filter(one -> one.id().equals(id))
                                .findFirst())
                .current();
    }

    @Test
    void filesGoIntoTheDirectoryUnlessAnIntegrationIsNamed() {
        assertThat(current(null, DIRECTORY)).isEqualTo(DIRECTORY);
        assertThat(current(NAMED, DIRECTORY, s3("uploads", false)).id()).isEqualTo(NAMED);
    }

    @Test
    void anIntegrationThatCannotTakeFilesIsToldToTheOperator() {
        assertThatThrownBy(() -> current(NAMED, DIRECTORY, s3(null, false)))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("has to name an S3 integration with a bucket");
        assertThatThrownBy(() -> current(NAMED, DIRECTORY, s3("uploads", true)))
                .hasMessageContaining("not strict client-only");
        assertThatThrownBy(() -> current(NAMED, DIRECTORY)).hasMessageContaining("is not there");
    }

    @Test
    void onlyKeysOfOursNameUploadedFiles() {
        var object = new HostedObject(UUID.fromString("0190a1b2-0000-7000-8000-0000000000ab"));

        assertThat(object.key()).isEqualTo("accession/uploaded/ab/0190a1b2-0000-7000-8000-0000000000ab");
        assertThat(HostedObject.ofKey(object.key())).contains(object);
        assertThat(HostedObject.ofKey(object.key().replace("/ab/", "/ac/"))).isEmpty();
        assertThat(HostedObject.ofKey("accession/uploaded/ab/../../admin-token"))
                .isEmpty();
    }
}

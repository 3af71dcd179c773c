package io.accession.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.accession.core.domain.FailureCode;
import io.accession.core.integration.GcsCredentials;
import io.accession.core.integration.IntegrationSettings;
import io.accession.core.integration.Secret;
import io.accession.core.integration.ServiceAccountFile;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectStore;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.testkit.WritableObjectStoreContract;
import io.accession.testkit.gcs.GcsServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class GcsStoreContractTest extends WritableObjectStoreContract {

    private final GcsServer server = GcsServer.start("fleet");
    private final OpenedStores stores = Given.stores();
    private final StorageIntegration integration = integration(server.keyFile());

    @AfterAll
    void stop() {
        stores.close();
        server.close();
    }

    @Override
    protected ObjectStore store() {
        return stores.open(integration);
    }

    @Override
    protected String bucket() {
        return "fleet";
    }

    @Override
    protected ObjectLocation absent(String key) {
        return Given.located("gs://fleet/" + key, integration.addressing());
    }

    @Test
    void aSignedUrlIsFetchableByAnybody() throws Exception {
        var object = holds("signed/a b+c?#.txt", "hello".getBytes(StandardCharsets.UTF_8));

        var url = store().sign(object, Duration.ofMinutes(5));

        var direct = stores.open(Given.direct());
        assertThat(direct.read(Given.web(url.toString()), 0, 10).bytes())
                .asString()
                .isEqualTo("hello");
        var forged = url.toString().replace("X-Goog-Expires=300", "X-Goog-Expires=301");
        assertThatExceptionOfType(ObjectUnavailableException.class)
                .isThrownBy(() -> direct.read(Given.web(forged), 0, 10));
    }

    @Test
    void anOlderGenerationIsAnotherObject() throws Exception {
        var first = store().stat(holds("generations", new byte[] {1})).etag();
        holds("generations", new byte[] {2});
        var older = new ObjectLocation(
                integration.addressing().provider(), "storage.googleapis.com", "fleet", "generations", first);

        assertThatExceptionOfType(ObjectUnavailableException.class)
                .isThrownBy(() -> store().read(older, 0, 10))
                .satisfies(e -> assertThat(e.failure().code()).isEqualTo(FailureCode.OBJECT_NOT_FOUND));
    }

    @Test
    void aKeyThatGoogleDoesNotKnowIsRefused() {
        try (var other = GcsServer.start("fleet")) {
            var stranger = ServiceAccountFile.parse(new Secret(other.keyFile()));
            var own = ServiceAccountFile.parse(new Secret(server.keyFile()));
            var mixed = new GcsCredentials.ServiceAccountKey(
                    own.email(), stranger.keyId(), stranger.privateKey(), own.tokenUri());
            var settings = new IntegrationSettings.Gcs(null, server.origin(), mixed);
            var store = stores.open(Given.integration(settings, true));

            assertThatExceptionOfType(ObjectUnavailableException.class)
                    .isThrownBy(() -> store.read(absent("any"), 0, 10))
                    .withMessageContaining("invalid_grant")
                    .withMessageContaining("make a new key")
                    .satisfies(e -> assertThat(e.failure().code()).isEqualTo(FailureCode.STORAGE_CREDENTIALS_REFUSED));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aManifestOfAListingNamesTheObjectsThatWereListed(boolean csv, @TempDir Path directory) throws Exception {
        var held = new ArrayList<ObjectLocation>();
        for (String name : MadeManifest.ODD_NAMES) {
            held.add(holds("listed/" + csv + "/" + name, new byte[1]));
        }

        var named = MadeManifest.objects(integration, store(), absent("listed/" + csv + "/"), csv, directory);

        assertThat(named).containsExactlyInAnyOrderElementsOf(held);
    }

    @Test
    void aMissingBucketIsNamed() {
        var elsewhere = Given.located("gs://nowhere/k", integration.addressing());

        assertThatExceptionOfType(ObjectUnavailableException.class)
                .isThrownBy(() -> store().read(elsewhere, 0, 10))
                .withMessageContaining("nowhere")
                .satisfies(e -> assertThat(e.failure().code()).isEqualTo(FailureCode.OBJECT_NOT_FOUND));
    }

    private StorageIntegration integration(String keyFile) {
        var key = ServiceAccountFile.parse(new Secret(keyFile));
        return Given.integration(new IntegrationSettings.Gcs(null, server.origin(), key), true);
    }
}

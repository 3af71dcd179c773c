package io.accession.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.accession.core.domain.FailureCode;
import io.accession.core.integration.IntegrationSettings;
import io.accession.core.integration.S3Credentials;
import io.accession.core.integration.Secret;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectStore;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.testkit.WritableObjectStoreContract;
import io.accession.testkit.s3.S3Server;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before all tests
class S3StoreContractTest extends WritableObjectStoreContract {

    private final OpenedStores stores = Given.stores();
    private S3Server server;
    private StorageIntegration integration;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        server = S3Server.start(directory, "fleet");
        integration = Given.s3(server.endpoint());
    }

    @AfterAll
    void stop() throws Exception {
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
        return Given.located("s3://fleet/" + key, integration.addressing());
    }

    @Test
    void aSignedUrlIsFetchableByAnybody() throws Exception {
        var object = holds("signed/a b+c.txt", "hello".getBytes(StandardCharsets.UTF_8));

        var url = store().sign(object, Duration.ofMinutes(5));

        var direct = stores.open(Given.direct());
        assertThat(direct.read(Given.web(url.toString()), 0, 10).bytes())
                .asString()
                .isEqualTo("hello");
    }

    @Test
    void anybodyCanPutAnObjectAtASignedUrlWhateverItsContentType() throws Exception {
        var object = absent("uploaded/a b+c.txt");

        var url = store().signUpload(object, Duration.ofMinutes(5));

        try (var client = HttpClient.newHttpClient()) {
            var put = HttpRequest.newBuilder(url)
                    .header("Content-Type", "application/dicom")
                    .header("Cache-Control", "max-age=86400")
                    .PUT(HttpRequest.BodyPublishers.ofString("hello"))
                    .build();
            assertThat(client.send(put, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }
        assertThat(store().read(object, 0, 10).bytes()).asString().isEqualTo("hello");
    }

    @Test
    void aWrongKeyIsToldFromAMissingObject() {
        var settings = new IntegrationSettings.S3(
                null, null, server.endpoint(), true, new S3Credentials.KeyPair("accession", new Secret("wrong")));
        var wrong = stores.open(Given.integration(settings, true));

        assertThatExceptionOfType(ObjectUnavailableException.class)
                .isThrownBy(() -> wrong.read(absent("any"), 0, 10))
                .satisfies(e -> assertThat(e.failure().code()).isEqualTo(FailureCode.STORAGE_CREDENTIALS_REFUSED))
                .withMessageNotContaining("wrong");
    }

    @Test
    void aMissingBucketIsNamed() {
        var elsewhere = Given.located("s3://nowhere/k", integration.addressing());

        assertThatExceptionOfType(ObjectUnavailableException.class)
                .isThrownBy(() -> store().read(elsewhere, 0, 10))
                .withMessageContaining("nowhere")
                .satisfies(e -> assertThat(e.failure().code()).isEqualTo(FailureCode.OBJECT_NOT_FOUND));
    }
}

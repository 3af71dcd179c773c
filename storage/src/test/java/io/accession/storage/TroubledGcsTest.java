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
import io.accession.testkit.Trouble;
import io.accession.testkit.TroubledServer;
import io.accession.testkit.gcs.GcsServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TroubledGcsTest extends TroubledStorageTest {

    static final String TOKEN = "{\"access_token\": \"ya29.token\", \"expires_in\": 3600}";

    private static final String KEY_FILE = keyFile();

    private final TroubledServer authority = TroubledServer.start();
    private final StorageIntegration integration =
            integration(server.origin(), authority.answers("/token", Trouble.status(200, TOKEN)), true);
    private final ObjectStore store = stores.open(integration);

    /** With a real key, whose tokens come from the given address. */
    static StorageIntegration integration(String endpoint, String tokenUri, boolean allowPrivateNetwork) {
        var key = ServiceAccountFile.parse(new Secret(KEY_FILE));
        var elsewhere = new GcsCredentials.ServiceAccountKey(key.email(), key.keyId(), key.privateKey(), tokenUri);
        return Given.integration(new IntegrationSettings.Gcs(null, endpoint, elsewhere), allowPrivateNetwork);
    }

    private static String keyFile() {
        try (var server = GcsServer.start("any")) {
            return server.keyFile();
        }
    }

    @AfterEach
    void closeAuthority() {
        authority.close();
    }

    @Override
    ObjectStore open(OpenedStores stores) {
        return stores.open(integration);
    }

    @Override
    ObjectLocation object() {
        return Given.located("gs://fleet/k", integration.addressing());
    }

    @Override
    void given(Trouble trouble) {
        server.answers("/storage/v1/b/fleet/o/k", trouble);
    }

    // Reasons and messages of https://cloud.google.com/storage/docs/json_api/v1/status-codes
    @ParameterizedTest
    @CsvSource({
        "400, invalid, Bad Request, OBJECT_FORBIDDEN",
        "400, userProjectMissing, Bucket is a requester pays bucket, STORAGE_CREDENTIALS_REFUSED",
        "401, authError, Invalid Credentials, STORAGE_CREDENTIALS_REFUSED",
        "401, required, Anonymous caller does not have storage.objects.get access, STORAGE_CREDENTIALS_REFUSED",
        "403, accountDisabled, The account is disabled, STORAGE_CREDENTIALS_REFUSED",
        "403, accessNotConfigured, Access not configured, STORAGE_CREDENTIALS_REFUSED",
        "403, forbidden, x@y.iam does not have storage.objects.get access to the object, OBJECT_FORBIDDEN",
        "403, forbidden, The billing account for the owning project is disabled in state absent,"
                + " STORAGE_CREDENTIALS_REFUSED",
        "403, rateLimitExceeded, Too many, STORAGE_UNREACHABLE",
        "404, notFound, No such object, OBJECT_NOT_FOUND",
        "429, rateLimitExceeded, The rate of change is exceeded, STORAGE_UNREACHABLE",
        "503, backendError, We encountered an internal error, STORAGE_UNREACHABLE"
    })
    void errorsOfTheProtocolAreUnderstood(int status, String reason, String message, FailureCode expected) {
        given(Trouble.status(status, "Content-Type: application/json\r\n", error(status, reason, message)));

        assertFails(expected, 0, 10);
    }

    @Test
    void thePermissionThatGoogleNamesIsTold() {
        given(Trouble.status(
                403,
                error(
                        403,
                        "forbidden",
                        "x@y.iam.gserviceaccount.com does not have storage.objects.get access to the Google"
                                + " Cloud Storage object. Permission 'storage.objects.get' denied on resource")));

        assertThatExceptionOfType(ObjectUnavailableException.class)
                .isThrownBy(() -> store.read(object(), 0, 10))
                .withMessageContaining("It names storage.objects.get.");
    }

    // https://developers.google.com/identity/protocols/oauth2/service-account#jwt-error-codes
    @Test
    void aClockThatGoogleDoesNotAcceptIsTold() {
        authority.answers("/token", Trouble.status(400, """
            {"error": "invalid_grant", "error_description": "Invalid JWT: Token must be a short-lived token (60 minutes) and in a
             reasonable timeframe. Check your iat and exp values in the JWT claim."}
            """));

        assertThatExceptionOfType(ObjectUnavailableException.class)
                .isThrownBy(() -> store.read(object(), 0, 10))
                .withMessageContaining("clock")
                .satisfies(e -> assertThat(e.failure().code()).isEqualTo(FailureCode.STORAGE_CREDENTIALS_REFUSED));
    }

    @Test
    void aTokenIsFetchedOnceForManyReads() throws Exception {
        given(Trouble.none(new byte[] {1, 2, 3}));

        for (int i = 0; i < 3; i++) {
            store.read(object(), i, 1);
        }

        assertThat(authority.asked()).hasSize(1);
        assertThat(server.asked().getLast().header("authorization")).isEqualTo("Bearer ya29.token");
        assertThat(store.sign(object(), Duration.ofMinutes(1)).toString()).contains("/fleet/k?X-Goog-Algorithm=");
    }

    private static String error(int status, String reason, String message) {
        return "{\"error\": {\"code\": %d, \"message\": \"%s\", \"errors\": [{\"reason\": \"%s\"}]}}"
                .formatted(status, message, reason);
    }
}

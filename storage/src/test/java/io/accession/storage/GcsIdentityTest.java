package io.accession.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.accession.core.domain.FailureCode;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.storage.http.GuardedHttp;
import io.accession.testkit.gcs.GcsServer;
import io.accession.testkit.http.ScriptedServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server's own identity at Google, as its documentation of application default credentials has it. */
class GcsIdentityTest {

    private final ScriptedServer server = new ScriptedServer();
    private final OpenedStores stores = Given.stores();
    private final GuardedHttp http = stores.http(Given.direct());

    @TempDir
    private Path home;

    @AfterEach
    void close() {
        http.close();
        stores.close();
        server.close();
    }

    @Test
    void aMachineGetsItsTokensFromItsMetadata() throws Exception {
        var path = "/computeMetadata/v1/instance/service-accounts/default/";
        server.on("GET " + path + "token", 200, "{\"access_token\": \"ya29.machine\", \"expires_in\": 3599}")
                .on("GET " + path + "email", 200, "machine@project.iam.gserviceaccount.com\n");
        var identity = identity(Map.of("GCE_METADATA_HOST", server.address().getAuthority()));

        assertThat(identity.token().value()).isEqualTo("ya29.machine");
        assertThat(identity.email()).isEqualTo("machine@project.iam.gserviceaccount.com");
        assertThat(server.calls())
                .allSatisfy(call -> assertThat(call.header("Metadata-Flavor")).isEqualTo("Google"));
    }

    @Test
    void aNamedFileGoesFirst() throws Exception {
        try (var google = GcsServer.start("fleet")) {
            var file = Files.writeString(home.resolve("key.json"), google.keyFile());

            var identity = identity(Map.of("GOOGLE_APPLICATION_CREDENTIALS", file.toString()));

            assertThat(identity.token().value()).startsWith("ya29.");
            assertThat(identity.sign(new byte[3])).hasSize(256);
        }
    }

    @Test
    void aPersonSignsNothing() throws Exception {
        var file = home.resolve(".config/gcloud/application_default_credentials.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"type\": \"authorized_user\", \"client_id\": \"c\", \"refresh_token\": \"r\"}");

        assertThatExceptionOfType(ObjectUnavailableException.class)
                .isThrownBy(() -> identity(Map.of()).email())
                .withMessageContaining("service account");
    }

    @Test
    void aFileOfAnotherKindIsRefused() throws Exception {
        var file = Files.writeString(home.resolve("federated.json"), "{\"type\": \"external_account\"}");

        assertThatExceptionOfType(ObjectUnavailableException.class)
                .isThrownBy(() -> identity(Map.of("GOOGLE_APPLICATION_CREDENTIALS", file.toString()))
                        .token())
                .satisfies(e -> assertThat(e.failure().code()).isEqualTo(FailureCode.STORAGE_CREDENTIALS_REFUSED));
    }

    private GcsIdentity identity(Map<String, String> environment) {
        return new ApplicationDefault(environment, home, http, http);
    }
}

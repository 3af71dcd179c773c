package io.accession.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.accession.core.domain.FailureCode;
import io.accession.core.integration.AzureCredentials.ServicePrincipal;
import io.accession.core.integration.Secret;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.core.object.Provider;
import io.accession.storage.http.GuardedHttp;
import io.accession.testkit.http.ScriptedServer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whom requests to Azure come from when it is nobody with a key. Answers are those of Microsoft's documentation. */
class AzureIdentityTest {

    private static final String TOKEN =
            "{\"token_type\": \"Bearer\", \"expires_in\": 3599, \"access_token\": \"eyJ.token\"}";

    private final ScriptedServer server = new ScriptedServer();
    private final OpenedStores stores = Given.stores();
    private final GuardedHttp http = stores.http(Given.direct());
    private final String authority = server.address().toString();

    @AfterEach
    void close() {
        http.close();
        stores.close();
        server.close();
    }

    @Test
    void aServicePrincipalProvesItselfByItsSecret() throws Exception {
        server.on("POST /tenant/oauth2/v2.0/token", 200, TOKEN);

        var token = AzureTokens.of(principal(), authority, http).token();

        assertThat(token.value()).isEqualTo("eyJ.token");
        assertThat(token.toString()).doesNotContain("eyJ");
        assertThat(token.expires()).isAfter(Instant.now().plusSeconds(3_000));
        assertThat(server.calls().getFirst().body())
                .contains(
                        "client_id=client",
                        "client_secret=s%26cret",
                        "scope=https%3A%2F%2Fstorage.azure.com%2F.default");
    }

    // https://learn.microsoft.com/entra/identity-platform/reference-error-codes
    @Test
    void anExpiredClientSecretIsTold() {
        server.on("POST /tenant/oauth2/v2.0/token", 401, """
            {"error": "invalid_client", "error_description": "AADSTS7000222: The provided client secret keys for app 'x' are expired."}
            """);

        assertThatExceptionOfType(ObjectUnavailableException.class)
                .isThrownBy(() -> AzureTokens.of(principal(), authority, http).token())
                .withMessageContaining("AADSTS7000222")
                .withMessageContaining("make a new one")
                .satisfies(e -> assertThat(e.failure().code()).isEqualTo(FailureCode.STORAGE_CREDENTIALS_REFUSED));
    }

    // https://learn.microsoft.com/azure/app-service/overview-managed-identity#rest-endpoint-reference
    @Test
    void theServersOwnIdentityIsThatOfItsSurroundings() throws Exception {
        server.on("GET /msi/token", 200, "{\"access_token\": \"eyJ.own\", \"expires_on\": \"32503680000\"}");
        var environment = Map.of("IDENTITY_ENDPOINT", authority + "/msi/token", "IDENTITY_HEADER", "proof");

        var token = AzureTokens.ofServer(environment, authority, http).token();

        assertThat(token.value()).isEqualTo("eyJ.own");
        assertThat(server.calls().getFirst().header("X-IDENTITY-HEADER")).isEqualTo("proof");
    }

    @Test
    void theServersOwnPrincipalGoesBeforeTheMachines() throws Exception {
        server.on("POST /tenant/oauth2/v2.0/token", 200, TOKEN);
        var environment = Map.of(
                "AZURE_TENANT_ID",
                "tenant",
                "AZURE_CLIENT_ID",
                "client",
                "AZURE_CLIENT_SECRET",
                "secret",
                "AZURE_AUTHORITY_HOST",
                authority + "/");

        assertThat(AzureTokens.ofServer(environment, "https://unused", http)
                        .token()
                        .value())
                .isEqualTo("eyJ.token");
    }

    // https://learn.microsoft.com/rest/api/storageservices/get-user-delegation-key
    @Test
    void aPrincipalSignsUrlsWithADelegatedKeyThatIsFetchedOnce() throws Exception {
        var now = Instant.now();
        server.on("POST /", 200, """
            <?xml version="1.0" encoding="utf-8"?><UserDelegationKey><SignedOid>object</SignedOid><SignedTid>tenant</SignedTid>
            <SignedStart>%s</SignedStart><SignedExpiry>%s</SignedExpiry><SignedService>b</SignedService>
            <SignedVersion>2022-11-02</SignedVersion><Value>a2V5</Value></UserDelegationKey>
            """.formatted(now, now.plus(Duration.ofDays(7))));
        var endpoint = new AzureEndpoint(
                "account", false, server.address().getHost(), server.address().getPort(), "");
        var bearer = new AzureAuthorization.Bearer(() -> new AccessToken("eyJ", Instant.MAX));
        var store = new AzureStore(new AzureClient(endpoint, bearer, http, http));
        var object = new ObjectLocation(Provider.AZURE, authority, "fleet", "a b/k", null);

        var url = store.sign(object, Duration.ofMinutes(5)).toString();
        store.sign(object, Duration.ofMinutes(5));

        assertThat(url).startsWith(authority + "/fleet/a%20b/k?").contains("skoid=object", "sp=r&", "sr=b", "sig=");
        assertThat(server.calls("POST /")).singleElement().satisfies(call -> {
            assertThat(call.query()).contains("comp=userdelegationkey", "restype=service");
            assertThat(call.header("authorization")).isEqualTo("Bearer eyJ");
            assertThat(call.body()).contains("<Expiry>");
        });
    }

    private static ServicePrincipal principal() {
        return new ServicePrincipal("tenant", "client", new Secret("s&cret"));
    }
}

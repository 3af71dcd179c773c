package io.accession.storage;

import io.accession.core.integration.AzureCredentials;
import io.accession.core.integration.GcsCredentials;
import io.accession.core.integration.IntegrationSettings;
import io.accession.core.object.ObjectStore;
import io.accession.storage.http.GuardedHttp;
import java.nio.file.Path;
import java.util.Map;

/**
 * Opens the stores of Google and Azure.
 *
 * @param environment the server's own, where the operator says what the server may be
 * @param home where the operator's log-ins are
 */
record CloudStores(Map<String, String> environment, Path home) {

    static CloudStores ofThisServer() {
        return new CloudStores(System.getenv(), Path.of(System.getProperty("user.home", "/")));
    }

    /** {@code own} is the way of the server's own credentials; both clients are closed with the store. */
    ObjectStore open(IntegrationSettings.Gcs gcs, GuardedHttp http, GuardedHttp own) {
        var identity = switch (gcs.credentials()) {
            case GcsCredentials.ServiceAccountKey key -> new ServiceAccount(key, http);
            case GcsCredentials.ApplicationDefault() -> new ApplicationDefault(environment, home, own, http);
        };
        return new GcsStore(new GcsClient(GcsEndpoint.of(gcs.endpoint()), identity, http, own));
    }

    ObjectStore open(IntegrationSettings.Azure azure, GuardedHttp http, GuardedHttp own) {
        var endpoint = AzureEndpoint.of(azure);
        var authorization = switch (azure.credentials()) {
            case AzureCredentials.AccountKey(var key) ->
                new AzureAuthorization.SharedKey(new AzureKeySignature(azure.account(), key.value()));
            case AzureCredentials.SharedAccessSignature(var token) -> new AzureAuthorization.Signed(token.value());
            case AzureCredentials.ServicePrincipal principal ->
                new AzureAuthorization.Bearer(
                        AzureTokens.of(principal, endpoint.authority(), http).kept());
            case AzureCredentials.DefaultChain() ->
                new AzureAuthorization.Bearer(AzureTokens.ofServer(environment, endpoint.authority(), own)
                        .kept());
        };
        return new AzureStore(new AzureClient(endpoint, authorization, http, own));
    }
}

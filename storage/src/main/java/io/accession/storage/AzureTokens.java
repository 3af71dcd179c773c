package io.accession.storage;

import io.accession.core.domain.FailureCode;
import io.accession.core.integration.AzureCredentials.ServicePrincipal;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.storage.http.GuardedHttp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Tokens for Azure's storage (Microsoft identity platform, "OAuth 2.0 client credentials flow"). */
final class AzureTokens {

    private static final String RESOURCE = "https://storage.azure.com/";

    private AzureTokens() {}

    static AccessToken.Source of(ServicePrincipal principal, String authority, GuardedHttp http) {
        var endpoint = new TokenEndpoint(http, authority + "/" + principal.tenantId() + "/oauth2/v2.0/token");
        return () -> endpoint.post(form(
                principal.clientId(), "client_secret", principal.clientSecret().value()));
    }

    /**
     * The server's own: a service principal or a federated token of its environment, else the managed identity of the machine or
     * application service. {@code http} goes where the operator's environment says, past the guard.
     */
    static AccessToken.Source ofServer(Map<String, String> environment, String cloudsAuthority, GuardedHttp http) {
        return () -> serversOwn(environment, cloudsAuthority, http);
    }

    private static AccessToken serversOwn(Map<String, String> environment, String cloudsAuthority, GuardedHttp http)
            throws ObjectUnavailableException {
        var tenant = environment.get("AZURE_TENANT_ID");
        var client = environment.getOrDefault("AZURE_CLIENT_ID", "");
        var secret = environment.get("AZURE_CLIENT_SECRET");
        var tokenFile = environment.get("AZURE_FEDERATED_TOKEN_FILE");
        if (tenant == null || (secret == null && tokenFile == null)) {
            return managedIdentity(environment, client, http);
        }
        var authority = environment.getOrDefault("AZURE_AUTHORITY_HOST", cloudsAuthority);
        var endpoint = new TokenEndpoint(
                http, (authority.endsWith("/") ? authority : authority + "/") + tenant + "/oauth2/v2.0/token");
        if (secret != null) {
            return endpoint.post(form(client, "client_secret", secret));
        }
        var form = form(client, "client_assertion", content(Path.of(tokenFile)));
        form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        return endpoint.post(form);
    }

    private static AccessToken managedIdentity(Map<String, String> environment, String client, GuardedHttp http)
            throws ObjectUnavailableException {
        var service = environment.get("IDENTITY_ENDPOINT");
        var header = environment.get("IDENTITY_HEADER");
        if (service != null && header != null) {
            return new TokenEndpoint(http, service + "?" + identityQuery("2019-08-01", client))
                    .get(TokenEndpoint.header("X-IDENTITY-HEADER", header));
        }
        var machine = environment.getOrDefault("AZURE_POD_IDENTITY_AUTHORITY_HOST", "http://169.254.169.254");
        return new TokenEndpoint(
                        http, machine + "/metadata/identity/oauth2/token?" + identityQuery("2018-02-01", client))
                .get(TokenEndpoint.header("Metadata", "true"));
    }

    private static String identityQuery(String version, String client) {
        var query = new TreeMap<>(Map.of("api-version", version, "resource", RESOURCE));
        if (!client.isEmpty()) {
            query.put("client_id", client);
        }
        return UrlText.query(query);
    }

    private static Map<String, String> form(String client, String proof, String value) {
        return new TreeMap<>(Map.of(
                "grant_type", "client_credentials", "client_id", client, "scope", RESOURCE + ".default", proof, value));
    }

    private static String content(Path file) throws ObjectUnavailableException {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw StorageFailures.failure(
                    FailureCode.STORAGE_CREDENTIALS_REFUSED,
                    "The server's AZURE_FEDERATED_TOKEN_FILE cannot be read.",
                    e);
        }
    }
}

package io.accession.catalog.registry;

import io.accession.core.integration.AzureCredentials;
import io.accession.core.integration.IntegrationSettings.Azure;

/** The stored form of integrations of Azure Blob Storage. */
final class StoredAzure {

    private StoredAzure() {}

    static StoredSettings of(Azure azure) {
        var fields = new StoredSettings.Fields("azure")
                .with("account", azure.account())
                .with("container", azure.container())
                .with("endpoint", azure.endpoint());
        return switch (azure.credentials()) {
            case AzureCredentials.AccountKey(var key) ->
                fields.with("credential", "accountKey").stored(key);
            case AzureCredentials.SharedAccessSignature(var token) ->
                fields.with("credential", "sas").stored(token);
            case AzureCredentials.ServicePrincipal(var tenantId, var clientId, var clientSecret) ->
                fields.with("credential", "servicePrincipal")
                        .with("tenantId", tenantId)
                        .with("clientId", clientId)
                        .stored(clientSecret);
            case AzureCredentials.DefaultChain _ ->
                fields.with("credential", "default").stored(null);
        };
    }

    static Azure settings(StoredSettings stored) {
        return new Azure(
                stored.require("account"), stored.find("container"), stored.find("endpoint"), credentials(stored));
    }

    private static AzureCredentials credentials(StoredSettings stored) {
        return switch (stored.require("credential")) {
            case "accountKey" -> new AzureCredentials.AccountKey(stored.requireSecret());
            case "sas" -> new AzureCredentials.SharedAccessSignature(stored.requireSecret());
            case "servicePrincipal" ->
                new AzureCredentials.ServicePrincipal(
                        stored.require("tenantId"), stored.require("clientId"), stored.requireSecret());
            case "default" -> new AzureCredentials.DefaultChain();
            default -> throw new IllegalStateException("the catalogue holds an unknown kind of Azure credential");
        };
    }
}

package io.accession.server.rest;

import io.accession.api.IntegrationSettings;
import io.accession.api.NewIntegrationSettings;
import io.accession.core.integration.AzureCredentials;
import io.accession.core.integration.GcsCredentials;
import io.accession.core.integration.IntegrationSettings.Azure;
import io.accession.core.integration.IntegrationSettings.Gcs;
import io.accession.core.integration.Secret;
import io.accession.core.integration.ServiceAccountFile;
import io.accession.server.http.Call;
import java.util.Objects;
import java.util.stream.Stream;

/** The settings of Google and Azure as requests bring them and as answers show them. */
final class CloudSettings {

    private CloudSettings() {}

    static Gcs read(NewIntegrationSettings.Gcs gcs) {
        var credentials = gcs.serviceAccountKey() == null
                ? new GcsCredentials.ApplicationDefault()
                : ServiceAccountFile.parse(secret(gcs.serviceAccountKey()));
        return new Gcs(gcs.bucket(), gcs.endpoint(), credentials);
    }

    static Azure read(NewIntegrationSettings.Azure azure) {
        return new Azure(azure.account(), azure.container(), azure.endpoint(), credentials(azure));
    }

    private static AzureCredentials credentials(NewIntegrationSettings.Azure azure) {
        boolean principal = Stream.of(azure.tenantId(), azure.clientId(), azure.clientSecret())
                .anyMatch(Objects::nonNull);
        long kinds = Stream.of(azure.accountKey(), azure.sharedAccessSignature())
                        .filter(Objects::nonNull)
                        .count()
                + (principal ? 1 : 0);
        if (kinds > 1) {
            throw Call.invalid(
                    "/settings",
                    "Give one kind of credential: an account key, a shared access signature or a service principal.");
        }
        if (azure.accountKey() != null) {
            return new AzureCredentials.AccountKey(secret(azure.accountKey()));
        }
        if (azure.sharedAccessSignature() != null) {
            return new AzureCredentials.SharedAccessSignature(secret(azure.sharedAccessSignature()));
        }
        return principal ? servicePrincipal(azure) : new AzureCredentials.DefaultChain();
    }

    private static AzureCredentials servicePrincipal(NewIntegrationSettings.Azure azure) {
        if (azure.tenantId() == null || azure.clientId() == null || azure.clientSecret() == null) {
            throw Call.invalid(
                    "/settings", "A service principal is a tenantId, a clientId and a clientSecret together.");
        }
        return new AzureCredentials.ServicePrincipal(azure.tenantId(), azure.clientId(), secret(azure.clientSecret()));
    }

    static IntegrationSettings.Gcs shown(Gcs gcs) {
        var email = gcs.credentials() instanceof GcsCredentials.ServiceAccountKey key ? key.email() : null;
        return new IntegrationSettings.Gcs(gcs.bucket(), gcs.endpoint(), email);
    }

    static IntegrationSettings.Azure shown(Azure azure) {
        var principal = azure.credentials() instanceof AzureCredentials.ServicePrincipal given ? given : null;
        return new IntegrationSettings.Azure(
                azure.account(),
                azure.container(),
                azure.endpoint(),
                kind(azure.credentials()),
                principal == null ? null : principal.tenantId(),
                principal == null ? null : principal.clientId());
    }

    private static String kind(AzureCredentials credentials) {
        return switch (credentials) {
            case AzureCredentials.AccountKey _ -> "accountKey";
            case AzureCredentials.SharedAccessSignature _ -> "sas";
            case AzureCredentials.ServicePrincipal _ -> "servicePrincipal";
            case AzureCredentials.DefaultChain _ -> "default";
        };
    }

    private static Secret secret(io.accession.api.Secret given) {
        return new Secret(given.reveal());
    }
}

package io.accession.catalog.registry;

import io.accession.core.integration.GcsCredentials;
import io.accession.core.integration.IntegrationSettings.Gcs;

/** The stored form of integrations of Google Cloud Storage. */
final class StoredGcs {

    private StoredGcs() {}

    static StoredSettings of(Gcs gcs) {
        var fields =
                new StoredSettings.Fields("gcs").with("bucket", gcs.bucket()).with("endpoint", gcs.endpoint());
        return switch (gcs.credentials()) {
            case GcsCredentials.ServiceAccountKey(var email, var keyId, var privateKey, var tokenUri) ->
                fields.with("clientEmail", email)
                        .with("privateKeyId", keyId)
                        .with("tokenUri", tokenUri)
                        .stored(privateKey);
            case GcsCredentials.ApplicationDefault _ -> fields.stored(null);
        };
    }

    static Gcs settings(StoredSettings stored) {
        return new Gcs(stored.find("bucket"), stored.find("endpoint"), credentials(stored));
    }

    private static GcsCredentials credentials(StoredSettings stored) {
        if (stored.find("clientEmail") == null) {
            return new GcsCredentials.ApplicationDefault();
        }
        return new GcsCredentials.ServiceAccountKey(
                stored.require("clientEmail"),
                stored.require("privateKeyId"),
                stored.requireSecret(),
                stored.require("tokenUri"));
    }
}

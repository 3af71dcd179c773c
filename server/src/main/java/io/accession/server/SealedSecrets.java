package io.accession.server;

import io.accession.core.domain.IntegrationId;
import io.accession.core.integration.Secret;
import io.accession.core.registry.IntegrationVault;
import io.accession.server.configuration.ServerConfiguration;
import io.accession.storage.CredentialVault;
import io.accession.storage.CredentialVault.CredentialsUnreadable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.crypto.SecretKey;

/** Seals secrets with the server's key; the integration's id is the associated data. */
record SealedSecrets(CredentialVault vault) implements IntegrationVault {

    /** With the configured key, which is made at the first start. */
    static SealedSecrets withKeyIn(ServerConfiguration configuration) {
        try {
            return new SealedSecrets(
                    CredentialVault.inFile(configuration.storage().keyFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] seal(Secret secret, IntegrationId integration) {
        return vault.seal(secret.value().getBytes(StandardCharsets.UTF_8), bytes(integration));
    }

    @Override
    public Secret open(byte[] sealed, IntegrationId integration) {
        try {
            return new Secret(new String(vault.open(sealed, bytes(integration)), StandardCharsets.UTF_8));
        } catch (CredentialsUnreadable e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** What signed paths are made with: the same for all processes with the same key file. */
    SecretKey mediaKey() {
        return vault.keyFor("media-paths");
    }

    private static byte[] bytes(IntegrationId integration) {
        return ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(integration.value().getMostSignificantBits())
                .putLong(integration.value().getLeastSignificantBits())
                .array();
    }
}

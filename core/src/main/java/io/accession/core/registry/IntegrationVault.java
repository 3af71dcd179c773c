package io.accession.core.registry;

import io.accession.core.domain.IntegrationId;
import io.accession.core.integration.Secret;

/** Seals the secrets of integrations, each for its integration alone: moved to another one it cannot be opened. */
public interface IntegrationVault {

    byte[] seal(Secret secret, IntegrationId integration);

    Secret open(byte[] sealed, IntegrationId integration);
}

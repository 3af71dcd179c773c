package io.accession.core.registry;

import io.accession.core.domain.UserId;
import io.accession.core.integration.StorageIntegration;
import java.time.Instant;

/** A storage integration, and whose it is. {@code role} is what the asker is in it. */
public record RegisteredIntegration(StorageIntegration integration, UserId owner, Role role, Instant createdAt) {}

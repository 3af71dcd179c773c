package io.accession.core.registry;

import java.time.Instant;

/** A user's key that programs sign with. The name helps to tell it from others and may be empty. */
public record SshKey(SshPublicKey key, String name, Instant createdAt) {}

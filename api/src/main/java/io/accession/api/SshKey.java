package io.accession.api;

import java.time.Instant;

/** A key that programs sign with. {@code fingerprint} is what {@code ssh-keygen -l} prints. */
public record SshKey(String id, String name, String fingerprint, Instant createdAt) {}

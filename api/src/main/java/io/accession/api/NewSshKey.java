package io.accession.api;

import org.jspecify.annotations.Nullable;

/** A key to be added, one line as in {@code id_ed25519.pub}. */
public record NewSshKey(String sshPublicKey, @Nullable String name) {}

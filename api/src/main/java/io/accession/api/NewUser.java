package io.accession.api;

import org.jspecify.annotations.Nullable;

/** A user to be added. {@code sshPublicKey} is one line as in {@code id_ed25519.pub}. */
public record NewUser(
        String email,
        boolean admin,
        @Nullable String sshPublicKey,
        @Nullable String name) {

    public NewUser(String email, boolean admin, @Nullable String sshPublicKey) {
        this(email, admin, sshPublicKey, null);
    }
}

package io.accession.core.registry;

import org.jspecify.annotations.Nullable;

/** A user to be added. The name may be empty. */
public record NewUser(
        String email,
        String name,
        boolean isAdministrator,
        @Nullable SshPublicKey sshPublicKey) {

    private static final int EMAIL_CHARACTERS = 254;

    public NewUser {
        if (!email.matches("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+") || email.length() > EMAIL_CHARACTERS) {
            throw Faults.invalid("/email", "This is not an e-mail address.");
        }
        if (!name.isEmpty()) {
            Names.check("/name", name);
        }
    }

    public NewUser(String email, boolean isAdministrator, @Nullable SshPublicKey sshPublicKey) {
        this(email, "", isAdministrator, sshPublicKey);
    }
}

package io.accession.core.session;

import io.accession.core.domain.UserId;
import io.accession.core.registry.User;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The passwords of users who may get in. */
public interface Passwords {

    /** A user, and the hash of the password if there is one. */
    record Holder(User user, Optional<PasswordHash> hash) {}

    /** By e-mail address in any case. Deactivated users are not found. */
    Optional<Holder> find(String email);

    /** Ends all sessions of the user but {@code kept}. */
    void set(UserId user, PasswordHash hash, @Nullable SessionToken kept);
}

package io.accession.core.session;

import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.registry.NewUser;
import io.accession.core.registry.User;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;

/** How a new server gets its first administrator: whoever reads its output opens the link there and chooses a password. */
public final class FirstAdministrator {

    public static final Duration LIFETIME = Duration.ofMinutes(60);

    private final Founding founding;
    private final PasswordHashing hashing;
    private final SecureRandom random;

    public FirstAdministrator(Founding founding, PasswordHashing hashing, SecureRandom random) {
        this.founding = founding;
        this.hashing = hashing;
        this.random = random;
    }

    /** A new code in place of earlier ones; empty when there is an administrator. */
    public Optional<OneTimeCode> invite() {
        if (!founding.isAwaited()) {
            return Optional.empty();
        }
        var code = OneTimeCode.random(random);
        founding.keep(code, LIFETIME);
        return Optional.of(code);
    }

    /** The code is looked at before the password, so that nobody else makes this server work. */
    public User become(OneTimeCode code, String email, String name, String password) {
        if (!founding.accepts(code)) {
            throw notValid();
        }
        var user = new NewUser(email, name, true, null);
        var hash = hashing.hash(Password.chosen(password));
        return founding.redeem(code, new Founding.NewAdministrator(user.email(), user.name(), hash));
    }

    public static RegistryException notValid() {
        return new RegistryException(
                new RegistryError.Unauthenticated(
                        "This link was used, or it has run out. While there is no administrator, a restart of the server prints a new one."));
    }
}

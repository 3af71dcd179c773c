package io.accession.core.session;

import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.domain.UserId;
import io.accession.core.registry.AccessRules;
import io.accession.core.registry.Principal;
import io.accession.core.registry.User;
import io.accession.core.registry.Users;
import java.security.SecureRandom;
import java.time.Duration;

/** How passwords are set: by oneself, or with a link that an administrator made and that works once. */
public final class PasswordLinks {

    public static final Duration LIFETIME = Duration.ofHours(24);

    private final Users users;
    private final Passwords passwords;
    private final OneTimeCodes codes;
    private final PasswordHashing hashing;
    private final SecureRandom random;

    public PasswordLinks(
            Users users, Passwords passwords, OneTimeCodes codes, PasswordHashing hashing, SecureRandom random) {
        this.users = users;
        this.passwords = passwords;
        this.codes = codes;
        this.hashing = hashing;
        this.random = random;
    }

    /** Earlier ones of the user do not work any more. */
    public OneTimeCode issue(Principal asking, UserId user) {
        AccessRules.requireAdministrator(asking, "make links for setting passwords");
        if (users.find(user).filter(User::isActive).isEmpty()) {
            throw new RegistryException(new RegistryError.NotFoundOrForbidden("user", user.toString()));
        }
        var code = OneTimeCode.random(random);
        codes.keep(code, OneTimeCodes.Purpose.PASSWORD, user, LIFETIME);
        return code;
    }

    /** All sessions of the user end. The code is looked at before the password, so that nobody else makes this server work. */
    public User redeem(OneTimeCode code, String password) {
        if (codes.find(code, OneTimeCodes.Purpose.PASSWORD).isEmpty()) {
            throw notValid();
        }
        var hash = hashing.hash(Password.chosen(password));
        var user = codes.redeem(code, OneTimeCodes.Purpose.PASSWORD).orElseThrow(PasswordLinks::notValid);
        passwords.set(user.id(), hash, null);
        return user;
    }

    private static RegistryException notValid() {
        return new RegistryException(new RegistryError.Unauthenticated(
                "This link was used, or it has run out. Ask an administrator for another one."));
    }
}

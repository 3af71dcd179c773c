package io.accession.core.session;

import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.registry.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How people change their own passwords. */
public final class PasswordChange {

    private final Passwords passwords;
    private final PasswordHashing hashing;
    private final SignInThrottle throttle;

    public PasswordChange(Passwords passwords, PasswordHashing hashing, SignInThrottle throttle) {
        this.passwords = passwords;
        this.hashing = hashing;
        this.throttle = throttle;
    }

    /**
     * Other sessions of the user end.
     *
     * @param current needed by users who have a password
     * @param kept the session that this is asked in; null where a token was shown
     * @param address where the request comes from
     */
    public void change(
            Principal asking, @Nullable Password current, String wanted, @Nullable SessionToken kept, String address) {
        var hash = passwords.find(asking.email()).flatMap(Passwords.Holder::hash);
        if (hash.isPresent()) {
            throttle.attempt(address, asking.email());
            if (current == null || !hashing.matches(current, hash)) {
                throw new RegistryException(new RegistryError.Invalid(
                        "The request is not valid.",
                        List.of(new RegistryError.Fault("/current", "This is not the present password."))));
            }
            throttle.succeeded(address, asking.email());
        }
        passwords.set(asking.id(), hashing.hash(Password.chosen(wanted)), kept);
    }
}

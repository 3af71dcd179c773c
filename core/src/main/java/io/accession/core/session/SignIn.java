package io.accession.core.session;

import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.registry.ApiToken;
import io.accession.core.registry.Principal;
import io.accession.core.registry.User;
import io.accession.core.registry.Users;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Opens sessions. A refusal does not tell whether there is such a user. {@code address} is where the request comes from; whoever fails often
 * from there has to wait.
 */
public final class SignIn {

    private static final Duration LINK_LIFETIME = Duration.ofHours(1);

    private final Sessions sessions;
    private final Passwords passwords;
    private final OneTimeCodes codes;
    private final Users users;
    private final PasswordHashing hashing;
    private final SignInThrottle throttle;
    private final SecureRandom random;

    public SignIn(
            Sessions sessions,
            Passwords passwords,
            OneTimeCodes codes,
            Users users,
            PasswordHashing hashing,
            SignInThrottle throttle,
            SecureRandom random) {
        this.sessions = sessions;
        this.passwords = passwords;
        this.codes = codes;
        this.users = users;
        this.hashing = hashing;
        this.throttle = throttle;
        this.random = random;
    }

    public Opened withPassword(String email, Password password, String address) {
        throttle.attempt(address, email);
        var holder = passwords.find(email);
        if (!hashing.matches(password, holder.flatMap(Passwords.Holder::hash))) {
            throw refused("The e-mail address or the password is not right.");
        }
        throttle.succeeded(address, email);
        return open(holder.orElseThrow().user());
    }

    /** Programs' tokens let people in too: the server's own administrator has nothing else. */
    public Opened withToken(ApiToken token, String address) {
        throttle.attempt(address, "");
        var user = users.findByToken(token)
                .map(Principal::id)
                .flatMap(users::find)
                .orElseThrow(() -> refused("The token is not known, or it was revoked."));
        throttle.succeeded(address, "");
        return open(user, token);
    }

    public Opened withCode(OneTimeCode code, String address) {
        throttle.attempt(address, "");
        var user = codes.redeem(code, OneTimeCodes.Purpose.SIGN_IN)
                .orElseThrow(
                        () -> refused(
                                "This link was used, or it has run out. Sign in with a password or an API token, or ask an administrator for another link."));
        throttle.succeeded(address, "");
        return open(user);
    }

    /** For a link that signs a user in once, within the hour. Earlier ones of the user do not work any more. */
    public OneTimeCode invite(User user) {
        var code = OneTimeCode.random(random);
        codes.keep(code, OneTimeCodes.Purpose.SIGN_IN, user.id(), LINK_LIFETIME);
        return code;
    }

    /** For somebody who has just shown to be this user. */
    public Opened open(User user) {
        return open(user, null);
    }

    private Opened open(User user, @Nullable ApiToken with) {
        var token = SessionToken.random(random);
        sessions.open(token, user.id(), with);
        return new Opened(token, user);
    }

    /** Nothing where the token is no session's. */
    public Optional<Opened> find(SessionToken token) {
        return sessions.find(token).map(user -> new Opened(token, user));
    }

    public void signOut(SessionToken token) {
        sessions.close(token);
    }

    private static RegistryException refused(String message) {
        return new RegistryException(new RegistryError.Unauthenticated(message));
    }
}

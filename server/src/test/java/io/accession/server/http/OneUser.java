package io.accession.server.http;

import io.accession.core.domain.UserId;
import io.accession.core.registry.ApiToken;
import io.accession.core.registry.IssuedToken;
import io.accession.core.registry.NewUser;
import io.accession.core.registry.Page;
import io.accession.core.registry.PageRequest;
import io.accession.core.registry.Principal;
import io.accession.core.registry.User;
import io.accession.core.registry.Users;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One user with one token. */
final class OneUser implements Users {

    static final String TOKEN = "acc_known";

    private final User user =
            new User(new UserId(UUID.randomUUID()), "one@example.org", "One", false, true, Instant.EPOCH);

    @Override
    public Optional<Principal> findByToken(ApiToken token) {
        return token.reveal().equals(TOKEN) ? Optional.of(user.asPrincipal()) : Optional.empty();
    }

    @Override
    public Optional<Principal> findByKey(byte[] publicKey) {
        return Optional.empty();
    }

    @Override
    public Optional<User> find(UserId id) {
        return Optional.of(user).filter(one -> one.id().equals(id));
    }

    @Override
    public Page<User> list(Principal asking, String search, PageRequest page) {
        return new Page<>(List.of(user), null);
    }

    @Override
    public User builtInAdministrator() {
        return user;
    }

    @Override
    public User add(Principal asking, NewUser added) {
        throw new UnsupportedOperationException();
    }

    @Override
    public IssuedToken issueToken(Principal asking, UserId owner, String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public IssuedToken issueShortLivedToken(Principal asking, String name, Duration lifetime) {
        throw new UnsupportedOperationException();
    }
}

package io.accession.wire.authentication;

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
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** One user with the key of the test vectors and one token. */
final class OneKey implements Users {

    static final String KEY = "03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8";
    static final String TOKEN = "acc_known";
    static final Principal OWNER = new Principal(new UserId(UUID.randomUUID()), "one@example.org", false);

    @Override
    public Optional<Principal> findByKey(byte[] publicKey) {
        return Arrays.equals(publicKey, HexFormat.of().parseHex(KEY)) ? Optional.of(OWNER) : Optional.empty();
    }

    @Override
    public Optional<Principal> findByToken(ApiToken token) {
        return token.reveal().equals(TOKEN) ? Optional.of(OWNER) : Optional.empty();
    }

    @Override
    public User add(Principal asking, NewUser user) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<User> list(Principal asking, String search, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public IssuedToken issueToken(Principal asking, UserId user, String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public IssuedToken issueShortLivedToken(Principal asking, String name, Duration lifetime) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<User> find(UserId user) {
        throw new UnsupportedOperationException();
    }

    @Override
    public User builtInAdministrator() {
        throw new UnsupportedOperationException();
    }
}

package io.accession.server.http;

import io.accession.core.domain.UserId;
import io.accession.core.registry.ApiToken;
import io.accession.core.registry.User;
import io.accession.core.session.SessionToken;
import io.accession.core.session.Sessions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Nobody is signed in. */
final class NoSessions implements Sessions {

    @Override
    public void open(SessionToken token, UserId user, @Nullable ApiToken with) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<User> find(SessionToken token) {
        return Optional.empty();
    }

    @Override
    public void close(SessionToken token) {}
}

package io.accession.core.session;

import io.accession.core.domain.UserId;
import io.accession.core.registry.ApiToken;
import io.accession.core.registry.User;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Open sessions. One that ran idle, that is too old, or whose user was deactivated, is nobody's. */
public interface Sessions {

    /** One that was opened with an API token ends with it. */
    void open(SessionToken token, UserId user, @Nullable ApiToken with);

    /** Whose session it is. Asking keeps it from running idle. */
    Optional<User> find(SessionToken token);

    /** Closing twice changes nothing. */
    void close(SessionToken token);
}

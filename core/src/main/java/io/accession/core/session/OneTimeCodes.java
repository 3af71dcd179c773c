package io.accession.core.session;

import io.accession.core.domain.UserId;
import io.accession.core.registry.User;
import java.time.Duration;
import java.util.Optional;

/** Codes that work once, for one purpose and one user, until they run out. */
public interface OneTimeCodes {

    /** What a code is good for. */
    enum Purpose {
        SIGN_IN,
        PASSWORD
    }

    /** Makes earlier codes of the user for the same purpose worthless. */
    void keep(OneTimeCode code, Purpose purpose, UserId user, Duration lifetime);

    /** Whose code it is, without using it up. */
    Optional<User> find(OneTimeCode code, Purpose purpose);

    /** Uses the code up. Of many who try at once, one succeeds. */
    Optional<User> redeem(OneTimeCode code, Purpose purpose);
}

package io.accession.core.session;

import io.accession.core.registry.User;
import java.time.Duration;

/** The time before there is an administrator: the built-in one, who has the command line on the server's machine, does not count. */
public interface Founding {

    /** Whether there is no administrator yet. */
    boolean isAwaited();

    /** Makes earlier codes worthless. */
    void keep(OneTimeCode code, Duration lifetime);

    /** Whether the code would let its bearer become the first administrator now. */
    boolean accepts(OneTimeCode code);

    /**
     * Adds the first administrator and uses the code up; of many who try at once, one succeeds.
     *
     * @throws io.accession.core.domain.RegistryException Unauthenticated when the code is not valid (any more), Conflict when the address is taken
     */
    User redeem(OneTimeCode code, NewAdministrator administrator);

    /** Who is going to be the first administrator. */
    record NewAdministrator(String email, String name, PasswordHash password) {}
}

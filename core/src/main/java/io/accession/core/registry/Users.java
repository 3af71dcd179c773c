package io.accession.core.registry;

import io.accession.core.domain.UserId;
import java.time.Duration;
import java.util.Optional;

/** The people and programs that may ask for anything. */
public interface Users {

    /** Only administrators add users. An address or a key that is taken is a conflict. */
    User add(Principal asking, NewUser user);

    /** By e-mail address, for administrators; everybody else sees themselves. */
    Page<User> list(Principal asking, String search, PageRequest page);

    /** For oneself, or by administrators for anybody. */
    IssuedToken issueToken(Principal asking, UserId user, String name);

    /** For oneself; finds nobody any more when its lifetime is over. */
    IssuedToken issueShortLivedToken(Principal asking, String name, Duration lifetime);

    Optional<User> find(UserId user);

    /** A revoked or expired token finds nobody. */
    Optional<Principal> findByToken(ApiToken token);

    /** Whose SSH key it is, by the 32 bytes of the raw public key. */
    Optional<Principal> findByKey(byte[] publicKey);

    /** The administrator who is there from the first start on; added if missing. */
    User builtInAdministrator();
}

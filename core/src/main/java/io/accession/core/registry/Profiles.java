package io.accession.core.registry;

import java.util.List;
import java.util.UUID;

/** What users keep of themselves. */
public interface Profiles {

    User rename(Principal asking, String name);

    /** The oldest first. */
    List<SshKey> listKeys(Principal asking);

    /** A key that somebody has is a conflict. */
    SshKey addKey(Principal asking, String name, SshPublicKey key);

    /** {@code id} is that of {@link SshPublicKey#id}. One that is not there is a {@code NotFoundOrForbidden}. */
    void removeKey(Principal asking, String id);

    /** Those that let somebody in, the newest first. */
    List<KnownToken> listTokens(Principal asking);

    /** Sessions that were opened with it end. One that is not there is a {@code NotFoundOrForbidden}. */
    void revokeToken(Principal asking, UUID token);
}

package io.accession.core.registry;

import io.accession.core.domain.UserId;

/** What administrators change about users. */
public interface UserChanges {

    /**
     * Deactivated users keep what they own; their sessions end, and neither keys nor tokens let them in. Neither the built-in administrator nor the
     * last other one can be taken away: that is a conflict.
     */
    User change(Principal asking, UserId user, UserChange change);
}

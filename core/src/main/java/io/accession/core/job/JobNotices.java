package io.accession.core.job;

import io.accession.core.domain.UserId;
import java.time.Instant;

/** Which ended jobs users have been told of. */
public interface JobNotices {

    /** How many of the user's jobs ended since the user last looked; jobs older than the last thousand do not count. */
    int countUnseen(UserId user);

    /** The user has looked, and saw what had ended until then. An earlier moment than before changes nothing. */
    void see(UserId user, Instant until);
}

package io.accession.core.sync;

import io.accession.core.domain.FolderId;
import io.accession.core.domain.UserId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The runs of folders' syncs. Who may see them is the caller's business. */
public interface SyncRuns {

    /** A run, and whether it has just been started: a folder has one at a time. */
    record Started(SyncRun run, boolean isNew) {}

    /** Starts a run, or joins the one that is under way. */
    Started start(FolderId folder, UserId user);

    /** Starts a run for every daily folder whose last one began longer ago than that. Doing it twice changes nothing. */
    int startOverdue(Duration since);

    Optional<SyncRun> find(SyncRunId run);

    /** Those of the runs that have ended. */
    List<SyncRunId> listEnded(Collection<SyncRunId> runs);

    Optional<SyncRun> findLast(FolderId folder);

    /** Asks a run and its upload jobs to end early. What was registered stays; asking again changes nothing. */
    void cancel(SyncRunId run, UserId asking);
}

package io.accession.core.job;

import io.accession.core.domain.FolderId;
import io.accession.core.domain.JobId;
import io.accession.core.domain.JobState;
import io.accession.core.domain.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The jobs there are. Who may see them is the caller's business. */
public interface Jobs {

    Optional<UploadJob> find(JobId job);

    /** The newest first; those older than {@code before}, if it is given. */
    List<UploadJob> list(Filter filter, @Nullable JobId before, int limit);

    /** Null stands for any. {@code search} is part of a file name in any case. */
    record Filter(
            @Nullable FolderId folder,
            @Nullable JobState state,
            @Nullable UserId user,
            @Nullable String search) {}

    /** Asks a job to end early. What it registered stays; asking again, or asking an ended job, changes nothing. */
    void cancel(JobId job, UserId asking);

    /** Those of the jobs that have ended. */
    List<JobId> listEnded(Collection<JobId> jobs);

    /**
     * Calls back for every item that the job registered or found, each at least once: those it registered in the order of the manifest, then
     * those it found. What was found is forgotten when the job's entries are.
     */
    void forEachItem(JobId job, Consumer<JobItem> consumer);

    /**
     * At most {@code limit} failures in manifest order, from after the given ordinal on (-1: from the start). Fewer where their entries
     * are large, but none only when there are no more.
     */
    List<FailedUnit> listFailures(JobId job, int afterOrdinal, int limit);
}

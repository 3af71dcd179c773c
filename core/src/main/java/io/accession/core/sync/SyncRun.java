package io.accession.core.sync;

import io.accession.core.domain.Failure;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.JobState;
import io.accession.core.domain.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of a folder's sync, as it stands now.
 *
 * @param failure why it ended as ERROR, and who has to act
 * @param warnings the first {@value #WARNINGS}
 */
public record SyncRun(
        SyncRunId id,
        FolderId folder,
        JobState state,
        SyncPhase phase,
        boolean cancelling,
        UserId user,
        Instant createdAt,
        @Nullable Instant endedAt,
        Layer pages,
        Layer uploadJobs,
        Layer units,
        SyncCounts counts,
        @Nullable Failure failure,
        List<SyncWarning> warnings) {

    public static final int WARNINGS = 100;

    public SyncRun {
        warnings = List.copyOf(warnings);
    }

    /** What became of the parts of one layer. While a bucket is being listed, its next page is pending; nobody knows how many follow. */
    public record Layer(long pending, long done, long error, long cancelled) {}
}

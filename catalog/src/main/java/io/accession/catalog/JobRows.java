package io.accession.catalog;

import io.accession.core.domain.FolderId;
import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.JobId;
import io.accession.core.domain.JobMode;
import io.accession.core.domain.UserId;
import io.accession.core.job.JobTerms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Reads rows of {@code upload_job}. */
final class JobRows {

    private JobRows() {}

    /** The row selects the columns that are named here, the job's id as {@code job_id}. */
    static JobTerms terms(ResultSet row) throws SQLException {
        return new JobTerms(
                new JobId(row.getObject("job_id", UUID.class)),
                new FolderId(row.getObject("folder_id", UUID.class)),
                new IntegrationId(row.getObject("integration_id", UUID.class)),
                new UserId(row.getObject("created_by", UUID.class)),
                JobMode.valueOf(row.getString("mode")),
                row.getBoolean("skip_duplicates"),
                row.getBoolean("upsert_metadata"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}

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

    /** The columns of a job's terms, of {@code upload_job j}. */
    static final String TERMS = """
        j.id AS job_id, j.folder_id, j.integration_id, j.created_by, j.mode, j.skip_duplicates, j.upsert_metadata, j.looks_again,
        j.created_at\
        """;

    private JobRows() {}

    /** The row has {@link #TERMS}. */
    static JobTerms terms(ResultSet row) throws SQLException {
        return new JobTerms(
                new JobId(row.getObject("job_id", UUID.class)),
                new FolderId(row.getObject("folder_id", UUID.class)),
                new IntegrationId(row.getObject("integration_id", UUID.class)),
                new UserId(row.getObject("created_by", UUID.class)),
                JobMode.valueOf(row.getString("mode")),
                row.getBoolean("skip_duplicates"),
                row.getBoolean("upsert_metadata"),
                row.getBoolean("looks_again"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}

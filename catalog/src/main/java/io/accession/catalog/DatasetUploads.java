package io.accession.catalog;

import io.accession.core.domain.ItemId;
import io.accession.core.domain.JobId;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Links what upload jobs registered or found to the datasets that they were meant for, within the transaction that ends the job. */
public final class DatasetUploads {

    private static final String DATASET = """
            SELECT d.id
              FROM dataset_upload u
              JOIN dataset d ON d.id = u.dataset_id
             WHERE u.job_id = :job
               FOR NO KEY UPDATE OF d
            """;

    // What the job registered has ids made from its own (see ItemId: the lowest 42 bits are the job's); what it found
    // is noted by its slices.
    private static final String LINK = """
            INSERT INTO dataset_item (dataset_id, item_id)
            SELECT :dataset, i.id
              FROM (SELECT r.id
                      FROM item r
                     WHERE r.id BETWEEN :first AND :last
                       AND (CAST(CAST('x' || right(replace(CAST(r.id AS text), '-', ''), 16) AS bit(64)) AS bigint)
                            # :low) & :jobBits = 0
                     UNION
                    SELECT CAST(encode(substring(s.known_ids FROM n.number * 20 + 5 FOR 16), 'hex') AS uuid)
                      FROM upload_slice s
                     CROSS JOIN LATERAL generate_series(0, octet_length(s.known_ids) / 20 - 1) AS n (number)
                     WHERE s.job_id = :job AND s.known_ids IS NOT NULL) AS found
              JOIN item i ON i.id = found.id
             WHERE NOT i.is_hidden AND NOT i.is_tombstone
               AND NOT EXISTS (SELECT FROM dataset_item l WHERE l.dataset_id = :dataset AND l.item_id = i.id)
            """;

    private static final String EDITED = "UPDATE dataset SET edited_at = now() WHERE id = :dataset";

    private static final long JOB_BITS = (1L << 42) - 1;

    private DatasetUploads() {}

    /** Nothing for jobs that were meant for no dataset. */
    public static void link(Handle handle, JobId job) {
        handle.createQuery(DATASET)
                .bind("job", job.value())
                .mapTo(UUID.class)
                .findFirst()
                .ifPresent(dataset -> link(handle, job, dataset));
    }

    private static void link(Handle handle, JobId job, UUID dataset) {
        var first = ItemId.of(job, 0).value();
        handle.createUpdate(LINK)
                .bind("dataset", dataset)
                .bind("job", job.value())
                .bind("first", first)
                .bind("last", ItemId.of(job, Integer.MAX_VALUE).value())
                .bind("low", first.getLeastSignificantBits())
                .bind("jobBits", JOB_BITS)
                .execute();
        handle.createUpdate(EDITED).bind("dataset", dataset).execute();
    }
}

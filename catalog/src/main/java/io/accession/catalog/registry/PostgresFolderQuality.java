package io.accession.catalog.registry;

import io.accession.catalog.Audit;
import io.accession.catalog.PostgresMeasuringQueue;
import io.accession.core.domain.Failure;
import io.accession.core.domain.FailureCode;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.ItemId;
import io.accession.core.quality.FolderQuality;
import io.accession.core.quality.QualityCounts;
import io.accession.core.quality.QualityCounts.FailedItem;
import io.accession.core.registry.Principal;
import io.accession.core.registry.Role;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What was measured, counted by one statement for a folder and all below it. */
public final class PostgresFolderQuality implements FolderQuality {

    private final Jdbi jdbi;

    public PostgresFolderQuality(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private static final String COUNT =
            "WITH RECURSIVE " + FolderAccess.TREE + """
            SELECT count(*) AS pictures,
                   count(*) FILTER (WHERE q.state = 'MEASURED') AS measured,
                   count(*) FILTER (WHERE q.state = 'PENDING') AS pending,
                   count(*) FILTER (WHERE q.state = 'FAILED') AS failed
              FROM tree
              JOIN item i ON i.folder_id = tree.id
              LEFT JOIN item_quality q ON q.item_id = i.id
             WHERE %s
            """.formatted(PostgresMeasuringQueue.MEASURABLE);

    private static final String FAILURES = "WITH RECURSIVE " + FolderAccess.TREE + """
            SELECT i.id, i.name, q.failure_code, q.failure_message
              FROM tree
              JOIN item i ON i.folder_id = tree.id
              JOIN item_quality q ON q.item_id = i.id
             WHERE q.state = 'FAILED' AND NOT i.is_tombstone
             ORDER BY i.id
             LIMIT 20
            """;

    @Override
    public QualityCounts count(Principal asking, FolderId folder) {
        return jdbi.withHandle(handle -> {
            FolderAccess.require(handle, asking, List.of(folder), Role.USER);
            var failures = failures(handle, folder);
            return handle.createQuery(COUNT)
                    .bind("folder", folder.value())
                    .map((row, context) -> new QualityCounts(
                            row.getLong("pictures"),
                            row.getLong("measured"),
                            row.getLong("pending"),
                            row.getLong("failed"),
                            failures))
                    .one();
        });
    }

    private static List<FailedItem> failures(Handle handle, FolderId folder) {
        return handle.createQuery(FAILURES)
                .bind("folder", folder.value())
                .map((row, context) -> new FailedItem(
                        new ItemId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        new Failure(
                                FailureCode.valueOf(row.getString("failure_code")), row.getString("failure_message"))))
                .list();
    }

    private static final String MEASURE =
            "WITH RECURSIVE " + FolderAccess.TREE + """
            INSERT INTO item_quality (item_id, object_hash)
            SELECT i.id, hashtextextended(i.object_url, 0)
              FROM tree
              JOIN item i ON i.folder_id = tree.id
             WHERE %s
            ON CONFLICT (item_id) DO UPDATE
               SET state = 'PENDING', object_hash = excluded.object_hash, attempts = 0, due_at = '-infinity'
             WHERE item_quality.state = 'FAILED' OR item_quality.object_hash <> excluded.object_hash
            """.formatted(PostgresMeasuringQueue.MEASURABLE);

    @Override
    public void measure(Principal asking, FolderId folder) {
        jdbi.useTransaction(handle -> {
            FolderAccess.require(handle, asking, List.of(folder), Role.ADMIN);
            Audit.record(handle, asking, "folder.measure", folder.value());
            handle.createUpdate(MEASURE).bind("folder", folder.value()).execute();
        });
    }
}

package io.accession.catalog.registry;

import io.accession.core.domain.ItemId;
import io.accession.core.domain.JobId;
import io.accession.core.registry.ItemHistory;
import io.accession.core.registry.Page;
import io.accession.core.registry.PageRequest;
import io.accession.core.registry.PageToken;
import io.accession.core.registry.PastMetadata;
import io.accession.core.registry.Principal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The history of items in PostgreSQL. Rows are numbered as they are written: two changes of one item wait for each other. */
public final class PostgresItemHistory implements ItemHistory {

    private static final String LIST = "item-history";

    private final Jdbi jdbi;

    public PostgresItemHistory(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private record Row(long number, PastMetadata past) {}

    private static final String READ = """
            SELECT h.id, h.replaced_at, h.job_id, u.email,
                   CAST(coalesce(h.client_metadata, '{}') AS text) AS client_metadata
              FROM item_history h
              LEFT JOIN app_user u ON u.id = h.replaced_by
             WHERE h.item_id = :item AND (CAST(:before AS bigint) IS NULL OR h.id < CAST(:before AS bigint))
             ORDER BY h.id DESC
             LIMIT :rows
            """;

    @Override
    public Page<PastMetadata> list(Principal asking, ItemId item, PageRequest request) {
        var paging = Paging.of(LIST, request);
        var before = before(paging.afterKey());
        var rows = jdbi.withHandle(handle -> {
            PostgresItems.requireOpen(handle, asking, List.of(item));
            return handle.createQuery(READ)
                    .bind("item", item.value())
                    .bind("before", before)
                    .bind("rows", paging.rows())
                    .map((row, context) -> new Row(row.getLong("id"), past(row)))
                    .list();
        });
        var page = paging.page(rows, row -> Long.toString(row.number()), row -> item.value());
        return new Page<>(page.results().stream().map(Row::past).toList(), page.nextToken());
    }

    private static @Nullable Long before(@Nullable String key) {
        try {
            return key == null ? null : Long.valueOf(key);
        } catch (NumberFormatException e) {
            throw PageToken.unknown();
        }
    }

    private static PastMetadata past(ResultSet row) throws SQLException {
        var email = row.getString("email");
        var job = row.getObject("job_id", UUID.class);
        return new PastMetadata(
                row.getObject("replaced_at", OffsetDateTime.class).toInstant(),
                email == null ? "" : email,
                job == null ? null : new JobId(job),
                row.getString("client_metadata"));
    }
}

package io.accession.catalog;

import io.accession.core.domain.ItemId;
import io.accession.core.domain.JobId;
import io.accession.core.job.JobItem;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;

/** The items of a job: those it registered have ids made from its own, those it found are noted by its slices. */
final class JobItems {

    private static final int PAGE = 5_000;

    // A row without an item where there is none, so that it is told in any case whether slices have found items.
    private static final String REGISTERED = """
            SELECT i.id, i.name, i.is_hidden, slices.have_found
              FROM (SELECT EXISTS (
                           SELECT FROM upload_slice s WHERE s.job_id = :job AND octet_length(s.known_ids) > 0) AS have_found) slices
              LEFT JOIN LATERAL (
                   SELECT r.id, r.name, r.is_hidden
                     FROM item r
                    WHERE r.id > :after AND r.id <= :last
                    ORDER BY r.id
                    LIMIT :limit) i ON true
             ORDER BY i.id
            """;

    private static final String SLICES = """
            SELECT s.slice_no FROM upload_slice s WHERE s.job_id = :job AND octet_length(s.known_ids) > 0 ORDER BY s.slice_no
            """;

    // Ordinal (4 bytes) and id (16 bytes) of each: see PostgresSliceTransaction.
    private static final String FOUND = """
            SELECT i.id, i.name
              FROM upload_slice s
             CROSS JOIN LATERAL generate_series(0, octet_length(s.known_ids) / 20 - 1) AS n (number)
              JOIN item i ON i.id = CAST(encode(substring(s.known_ids FROM n.number * 20 + 5 FOR 16), 'hex') AS uuid)
             WHERE s.job_id = :job AND s.slice_no = :slice AND NOT i.is_tombstone
            """;

    private record Row(ItemId id, String name, boolean isHidden) {}

    private record RowPage(List<Row> rows, boolean haveSlicesFound) {}

    private final Jdbi jdbi;
    private final JobId job;

    JobItems(Jdbi jdbi, JobId job) {
        this.jdbi = jdbi;
        this.job = job;
    }

    void forEach(Consumer<JobItem> consumer) {
        var before = ItemId.of(job, 0).value();
        var after = new UUID(before.getMostSignificantBits(), before.getLeastSignificantBits() - 1);
        var page = registered(after);
        announce(page, consumer);
        while (page.rows().size() == PAGE) {
            page = registered(page.rows().getLast().id().value());
            announce(page, consumer);
        }
        if (page.haveSlicesFound()) {
            slices().forEach(slice -> found(slice).forEach(consumer));
        }
    }

    private void announce(RowPage page, Consumer<JobItem> consumer) {
        page.rows().stream()
                .filter(row -> row.id().isOf(job) && !row.isHidden())
                .forEach(row -> consumer.accept(new JobItem(row.id(), row.name())));
    }

    private RowPage registered(UUID after) {
        var rows = new ArrayList<Row>();
        var haveFound = new boolean[1];
        jdbi.useHandle(handle -> handle.createQuery(REGISTERED)
                .bind("job", job.value())
                .bind("after", after)
                .bind("last", ItemId.of(job, Integer.MAX_VALUE).value())
                .bind("limit", PAGE)
                .map((row, context) -> {
                    haveFound[0] = row.getBoolean("have_found");
                    var id = row.getObject("id", UUID.class);
                    return id != null
                            && rows.add(new Row(new ItemId(id), row.getString("name"), row.getBoolean("is_hidden")));
                })
                .list());
        return new RowPage(rows, haveFound[0]);
    }

    private List<Integer> slices() {
        return jdbi.withHandle(handle -> handle.createQuery(SLICES)
                .bind("job", job.value())
                .mapTo(Integer.class)
                .list());
    }

    private List<JobItem> found(int slice) {
        return jdbi.withHandle(handle -> handle.createQuery(FOUND)
                .bind("job", job.value())
                .bind("slice", slice)
                .map((row, context) -> new JobItem(new ItemId(row.getObject("id", UUID.class)), row.getString("name")))
                .list());
    }
}

package io.accession.catalog.rooms;

import static io.accession.core.domain.JobMode.TOLERANT;
import static org.assertj.core.api.Assertions.assertThat;

import io.accession.catalog.PostgresKeptEntries;
import io.accession.catalog.fixture.TestDatabase;
import io.accession.core.domain.JobId;
import io.accession.core.job.Retention;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Duration THIRTY_DAYS = Duration.ofDays(30);
    private static final String MANIFEST = """
            {"skip_duplicate_urls": true,
             "images": [{"objectUrl": 7}, {"objectUrl": "s3://b/1.png", "imageMetadata":
             {"mimeType": "image/png", "fileSize": 1, "width": 1, "height": 1}}]}
            """;

    @TempDir
    private Path spool;

    private static void removeOverdueAt(Instant now) {
        new Retention(new PostgresKeptEntries(DATABASE.jdbi()), THIRTY_DAYS, Clock.fixed(now, ZoneOffset.UTC))
                .removeOverdue();
    }

    private static Map<String, Object> kept(JobId job) {
        return DATABASE.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        SELECT count(s.body) AS bodies, (SELECT count(*) FROM upload_unit u WHERE u.job_id = :job) AS units
                          FROM upload_slice s WHERE s.job_id = :job
                        """)
                        .bind("job", job.value())
                        .mapToMap()
                        .one());
    }

    @Test
    void anEndedJobKeepsItsEntriesForThirtyDaysAndItsCountsForEver() {
        var rooms = new Rooms(DATABASE.jdbi(), spool);
        var job = rooms.register(rooms.folder(), TOLERANT, MANIFEST);
        var id = job.terms().id();
        var ended = job.endedAt();
        assertThat(ended).isNotNull();

        removeOverdueAt(ended.plus(THIRTY_DAYS));
        assertThat(kept(id)).containsEntry("bodies", 1L).containsEntry("units", 1L);

        removeOverdueAt(ended.plus(THIRTY_DAYS).plusSeconds(1));
        assertThat(kept(id)).containsEntry("bodies", 0L).containsEntry("units", 0L);
        assertThat(rooms.jobs.find(id)).contains(job);
    }

    @Test
    void whatAPendingJobNeedsIsNeverRemoved() {
        var rooms = new Rooms(DATABASE.jdbi(), spool);
        var job = rooms.post(rooms.folder(), TOLERANT, MANIFEST);

        removeOverdueAt(Instant.now().plus(Duration.ofDays(1_000)));

        assertThat(kept(job)).containsEntry("bodies", 1L);
        rooms.finish();
    }
}

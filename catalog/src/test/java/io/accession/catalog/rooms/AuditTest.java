package io.accession.catalog.rooms;

import static io.accession.core.domain.JobMode.TOLERANT;
import static org.assertj.core.api.Assertions.assertThat;

import io.accession.catalog.fixture.TestDatabase;
import io.accession.core.domain.JobId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final String MANIFEST = "{\"images\": [{\"objectUrl\": \"s3://b/1.png\"}]}";

    @TempDir
    private Path spool;

    private static List<String> events(JobId job) {
        return DATABASE.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        SELECT concat_ws(' ', a.action, a.details->>'requests', a.details->>'bytes')
                          FROM audit_event a JOIN upload_job j ON j.id = a.subject_id
                         WHERE a.subject_id = :job AND a.user_id = j.created_by
                           AND (a.details IS NULL OR a.details->>'integration' = j.integration_id::text)
                         ORDER BY a.id
                        """)
                        .bind("job", job.value())
                        .mapTo(String.class)
                        .list());
    }

    @Test
    void whatAJobReadOfACustomersBytesIsWrittenDownWithIt() {
        var rooms = new Rooms(DATABASE.jdbi(), spool);
        rooms.storage.holds("b", "1.png", "I".getBytes(StandardCharsets.UTF_8));

        var job = rooms.register(rooms.folder(), TOLERANT, MANIFEST);

        assertThat(events(job.terms().id()))
                .containsExactly("job.create", "object.read " + job.counts().requests() + " 1");
    }

    @Test
    void aCancellationIsWrittenDownOnce() {
        var rooms = new Rooms(DATABASE.jdbi(), spool);
        var job = rooms.post(rooms.folder(), TOLERANT, MANIFEST);

        rooms.jobs.cancel(job, rooms.user);
        rooms.jobs.cancel(job, rooms.user);
        rooms.finish();

        assertThat(events(job)).containsExactly("job.create", "job.cancel");
    }
}

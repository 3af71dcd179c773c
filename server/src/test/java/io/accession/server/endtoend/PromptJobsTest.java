package io.accession.server.endtoend;

import static io.accession.server.endtoend.Visitor.ATOMIC;
import static org.assertj.core.api.Assertions.assertThat;

import io.accession.api.UploadJob;
import io.accession.catalog.fixture.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small jobs do not wait for a poll. */
final class PromptJobsTest {

    private static final int JOBS = 20;

    @TempDir
    Path data;

    @Test
    void aJobOfOneTrustedImageEndsWithoutWaitingForThePoll() {
        try (var database = TestDatabase.migrated();
                var server = OwnServer.start(data, database.address())) {
            var visitor = server.visitor();
            var folder = visitor.folder();
            var web = visitor.web();
            var took = new ArrayList<Duration>();

            for (int i = 0; i < JOBS; i++) {
                var job = visitor.register(folder, web, ATOMIC, """
                        {"images": [{"objectUrl": "https://a.b/%d.png",
                          "imageMetadata": {"mimeType": "image/png", "fileSize": 9, "width": 4, "height": 3}}]}
                        """.formatted(i));
                assertThat(job.state()).isEqualTo(UploadJob.State.DONE);
                took.add(Duration.between(job.createdAt(), Objects.requireNonNull(job.endedAt())));
            }

            // Polls alone would take a second for each step of a job.
            took.sort(Duration::compareTo);
            assertThat(took.get(JOBS / 2)).isLessThan(Duration.ofSeconds(1));
        }
    }
}

package io.accession.server.endtoend;

import static io.accession.server.endtoend.Visitor.ATOMIC;
import static org.assertj.core.api.Assertions.assertThat;

import io.accession.api.UploadJob;
import io.accession.catalog.fixture.TestDatabase;
import io.accession.server.endtoend.ServerProcess.Launch;
import io.accession.testkit.Trouble;
import io.accession.testkit.TroubledServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that is killed while it writes the video of an image sequence. */
final class KilledRenderingTest {

    @TempDir
    Path data;

    private final TestDatabase database = TestDatabase.migrated();
    private final TroubledServer storage = TroubledServer.start();
    private final Gate gate = new Gate();

    @BeforeEach
    void makeStorage() {
        storage.answers("/fleet/0.jpg", Trouble.none(Pictures.jpeg(40, 30)));
        storage.answersTheRest(gate.before(Trouble.status(200, "ETag: \"written\"\r\n", "")));
    }

    @AfterEach
    void stop() {
        storage.close();
        database.close();
    }

    private ServerProcess start() {
        return ServerProcess.serve(data, Launch.plain().over(database.address()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatItWroteIsWrittenAgainOrRemoved(boolean cancelled) throws Exception {
        UploadJob job;
        try (var server = start()) {
            var visitor = server.visitor();
            var bucket = visitor.bucket(storage.origin());
            var manifest = "{\"image_groups\":[{\"createVideo\":true,\"objectUrl_0\":\"s3://fleet/0.jpg\"}]}";
            job = visitor.post(visitor.folder(), bucket, ATOMIC, manifest);
            gate.awaitRequests(1);
            server.kill();
        }
        var catalogue = new Catalogue(database.jdbi());
        assertThat(catalogue.unownedObjects()).isEqualTo(1);

        gate.open();
        try (var again = start()) {
            if (cancelled) {
                again.visitor().client().jobs().cancel(job.id());
            }
            catalogue.endLeases();
            var ended = again.visitor().ended(job);
            catalogue.awaitNoUnownedObjects();

            assertThat(ended.state()).isEqualTo(cancelled ? UploadJob.State.CANCELLED : UploadJob.State.DONE);
            assertThat(storage.asked().stream().filter(asked -> !asked.method().equals("GET")))
                    .extracting(TroubledServer.Asked::method)
                    .containsExactly("PUT", cancelled ? "DELETE" : "PUT");
            assertThat(storage.asked().getLast().target())
                    .startsWith("/fleet/accession/rendered/")
                    .endsWith(".mp4");
        }
    }
}

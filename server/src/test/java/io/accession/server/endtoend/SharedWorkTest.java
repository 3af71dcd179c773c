package io.accession.server.endtoend;

import static io.accession.server.endtoend.Visitor.ATOMIC;
import static io.accession.server.endtoend.Visitor.TOLERANT;
import static org.assertj.core.api.Assertions.assertThat;

import io.accession.catalog.fixture.TestDatabase;
import io.accession.server.endtoend.ServerProcess.Launch;
import io.accession.testkit.Trouble;
import io.accession.testkit.TroubledServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server and two workers that share one database, and a worker that dies. */
final class SharedWorkTest {

    private static final int TO_PROBE = 240;
    private static final int TRUSTED = 1_000;
    private static final int PROBED_AT_ONCE = 128; // by one process
    private static final byte[] PNG = Pictures.png(7, 5);

    @TempDir
    static Path serverData;

    @TempDir
    static Path workerData;

    private final TestDatabase database = TestDatabase.migrated();
    private final TroubledServer storage = TroubledServer.start();

    @Test
    void aWorkerThatIsKilledInTheMiddleChangesNothingInTheCatalogue() throws Exception {
        try (var server = OwnServer.start(serverData, database.address());
                var _ = worker("worker");
                var doomed = worker("doomed")) {
            var visitor = server.visitor();
            var web = visitor.web();
            var manifest = manifest();
            storageAnswers(Trouble.none(PNG));
            var undisturbed = visitor.register(visitor.folder(), web, TOLERANT, manifest);

            var gate = new Gate();
            storageAnswers(gate.before(Trouble.none(PNG)));
            var tolerant = visitor.post(visitor.folder(), web, TOLERANT, manifest);
            var atomic = visitor.post(visitor.folder(), web, ATOMIC, manifest);
            gate.awaitRequests(2 * PROBED_AT_ONCE + 1); // so that all three have something in hand
            doomed.kill();
            gate.open();

            var catalogue = new Catalogue(database.jdbi());
            assertThat(undisturbed.counts().registered()).isEqualTo(TO_PROBE + TRUSTED);
            for (var disturbed : List.of(tolerant, atomic)) {
                assertThat(visitor.ended(disturbed).counts()).isEqualTo(undisturbed.counts());
                assertThat(catalogue.items(disturbed.folderId())).isEqualTo(catalogue.items(undisturbed.folderId()));
            }
        } finally {
            storage.close();
            database.close();
        }
    }

    private ServerProcess worker(String name) {
        return ServerProcess.work(workerData.resolve(name), Launch.plain().over(database.address()));
    }

    private void storageAnswers(Trouble answer) {
        for (int i = 0; i < TO_PROBE; i++) {
            storage.answers("/" + i + ".png", answer);
        }
    }

    private String manifest() {
        var manifest = new StringBuilder("{\"skip_duplicate_urls\":true,\"images\":[{\"objectUrl\":\"")
                .append(storage.origin())
                .append("/0.png\"}");
        for (int i = 1; i < TO_PROBE; i++) {
            manifest.append(",{\"objectUrl\":\"")
                    .append(storage.origin())
                    .append("/")
                    .append(i)
                    .append(".png\"}");
        }
        for (int i = 0; i < TRUSTED; i++) {
            manifest.append(",{\"objectUrl\":\"https://a.b/")
                    .append(i)
                    .append("\",\"imageMetadata\":{")
                    .append("\"mimeType\":\"image/png\",\"fileSize\":9,\"width\":4,\"height\":3},")
                    .append("\"clientMetadata\":{\"n\":")
                    .append(i)
                    .append("}}");
        }
        return manifest.append("]}").toString();
    }
}

package io.accession.server.endtoend;

import static io.accession.server.endtoend.Visitor.ATOMIC;
import static org.assertj.core.api.Assertions.assertThat;

import io.accession.api.Reencoding;
import io.accession.catalog.fixture.TestDatabase;
import io.accession.server.endtoend.ServerProcess.Launch;
import io.accession.testkit.Trouble;
import io.accession.testkit.TroubledServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed while it writes a re-encoded video. */
final class KilledReencodingTest {

    @TempDir
    Path data;

    private final TestDatabase database = TestDatabase.migrated();
    private final TroubledServer storage = TroubledServer.start();
    private final Gate gate = new Gate();

    @AfterEach
    void stop() {
        storage.close();
        database.close();
    }

    private ServerProcess start() {
        return ServerProcess.serve(data, Launch.plain().over(database.address()));
    }

    @Test
    void whatItWroteIsWrittenAgainUnderTheSameName() throws Exception {
        storage.answers("/fleet/1.mp4", Trouble.none(new Films(data).variable()));
        storage.answersTheRest(gate.before(Trouble.status(200, "ETag: \"written\"\r\n", "")));
        var catalogue = new Catalogue(database.jdbi());
        Reencoding reencoding;
        try (var server = start()) {
            var visitor = server.visitor();
            var folder = visitor.folder();
            var manifest = "{\"videos\":[{\"objectUrl\":\"s3://fleet/1.mp4\"}]}";
            visitor.register(folder, visitor.bucket(storage.origin()), ATOMIC, manifest);
            var item =
                    visitor.client().items().list(folder, null, null).stream().toList();
            reencoding =
                    visitor.client().reencodings().start(List.of(item.getFirst().id()), false);
            gate.awaitRequests(1);
            server.kill();
        }
        assertThat(catalogue.unownedObjects()).isEqualTo(1);

        gate.open();
        try (var again = start()) {
            catalogue.endLeases();
            var ended = again.visitor().client().reencodings().watch(reencoding.id());

            assertThat(ended.state()).isEqualTo(Reencoding.State.DONE);
            var item = again.visitor()
                    .client()
                    .items()
                    .read(ended.items().getFirst().itemId());
            assertThat(item.objectUrl()).startsWith("s3://fleet/accession/rendered/" + item.id());
            assertThat(catalogue.unownedObjects()).isZero();
            var written = storage.asked().stream()
                    .filter(asked -> asked.method().equals("PUT"))
                    .toList();
            assertThat(written).hasSize(2);
            assertThat(written.getFirst().target()).isEqualTo(written.getLast().target());
        }
    }
}

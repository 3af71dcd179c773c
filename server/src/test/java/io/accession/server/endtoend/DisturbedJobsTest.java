package io.accession.server.endtoend;

import static io.accession.server.endtoend.Texts.joined;
import static io.accession.server.endtoend.Texts.parts;
import static io.accession.server.endtoend.Texts.text;
import static io.accession.server.endtoend.Visitor.ATOMIC;
import static io.accession.server.endtoend.Visitor.TOLERANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.accession.api.UploadJob;
import io.accession.catalog.fixture.TestDatabase;
import io.accession.client.Manifest;
import io.accession.client.RequestRefusedException;
import io.accession.server.endtoend.ServerProcess.Launch;
import io.accession.testkit.Trouble;
import io.accession.testkit.TroubledServer;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to a job when the ground moves under it. */
final class DisturbedJobsTest {

    private static final int OBJECTS = 20;

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

    private String gatedImages() {
        var answer = gate.before(Trouble.none(Pictures.png(4, 3)));
        var entries = IntStream.range(0, OBJECTS)
                .mapToObj(i -> "{\"objectUrl\":\"" + storage.answers("/" + i + ".png", answer) + "\"}")
                .toList();
        return "{\"images\":[" + String.join(",", entries) + "]}";
    }

    @ParameterizedTest
    @ValueSource(booleans = {ATOMIC, TOLERANT})
    void aJobWhoseFolderIsDeletedEndsAndLeavesNoItems(boolean ignoreErrors) throws Exception {
        try (var server = OwnServer.start(data, database.address())) {
            var visitor = server.visitor();
            var folder = visitor.folder();
            var job = visitor.post(folder, visitor.web(), ignoreErrors, gatedImages());
            gate.awaitRequests(OBJECTS);

            visitor.client().folders().remove(folder);
            gate.open();
            var ended = visitor.ended(job);

            assertThat(ended.state()).isEqualTo(UploadJob.State.ERROR);
            assertThat(ended.message()).contains("folder");
            assertThat(new Catalogue(database.jdbi()).items(folder)).isEmpty();
        }
    }

    @Test
    void aJobGoesOnAfterTheDatabaseHasCrashedAndRestarted() throws Exception {
        try (var server = OwnServer.start(data, database.address())) {
            var visitor = server.visitor();
            var job = visitor.post(visitor.folder(), visitor.web(), ATOMIC, gatedImages());
            gate.awaitRequests(OBJECTS);

            new Catalogue(database.jdbi()).crashDatabase();
            gate.open();
            var ended = visitor.ended(job);

            assertThat(ended.state()).isEqualTo(UploadJob.State.DONE);
            assertThat(ended.counts().registered()).isEqualTo(OBJECTS);
        }
    }

    /** The largest file that the process may write is smaller than the manifest: to it the disk is full. */
    @Test
    void aManifestThatDoesNotFitOnTheDiskIsRefusedAndLeavesNothing() {
        var limited = Launch.plain().over(database.address()).after("prlimit", "--fsize=4000000");
        try (var server = ServerProcess.serve(data, limited)) {
            var visitor = server.visitor();
            var folder = visitor.folder();
            var web = visitor.web();
            var random = new Random(1);
            var manifest = joined(
                    text("{\"images\":[{\"objectUrl\":\"a\"}"),
                    parts(
                            100_000,
                            _ -> ",{\"objectUrl\":\"https://a.b/" + Long.toHexString(random.nextLong())
                                    + Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong())
                                    + "\"}"),
                    text("]}"));

            var refused = catchThrowableOfType(
                    RequestRefusedException.class,
                    () -> visitor.client().jobs().register(folder, web, TOLERANT, Manifest.of("", manifest)));

            assertThat(refused.problem().status()).isEqualTo(503);
            assertThat(refused.problem().detail()).contains("Nothing was registered", "Free space");
            assertThat(visitor.client().jobs().list(null, null, null).stream()).isEmpty();
            assertThat(data.resolve("spool")).isEmptyDirectory();
        }
    }
}

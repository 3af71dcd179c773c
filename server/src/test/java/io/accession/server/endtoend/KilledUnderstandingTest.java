package io.accession.server.endtoend;

import static io.accession.server.endtoend.Visitor.TOLERANT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.accession.api.EmbeddingMap;
import io.accession.api.Json;
import io.accession.api.NewSearch;
import io.accession.catalog.fixture.TestDatabase;
import io.accession.server.endtoend.ServerProcess.Launch;
import io.accession.testkit.Trouble;
import io.accession.testkit.TroubledServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed while it reads contents, then while it measures a picture, then while it computes a map. */
final class KilledUnderstandingTest {

    private static final int VECTORS = 4_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path data;

    private final TestDatabase database = TestDatabase.migrated();
    private final TroubledServer storage = TroubledServer.start();
    private final Catalogue catalogue = new Catalogue(database.jdbi());

    @AfterEach
    void stop() {
        storage.close();
        database.close();
    }

    /** What a killed one held is anybody's at once. */
    private ServerProcess start() {
        catalogue.endLeases();
        return ServerProcess.serve(data, Launch.plain().over(database.address()));
    }

    private static void await(BooleanSupplier reached) {
        var end = Instant.now().plus(PATIENCE);
        while (!reached.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
        }
    }

    private static JsonNode json(String text) {
        try {
            return Json.lenient().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static long found(Visitor visitor, String filter) {
        var search = new NewSearch(json(filter), null, null, null, null, null, null);
        return visitor.client().search().find(search).total();
    }

    private static String vectors() {
        var random = new Random(1);
        return IntStream.range(0, VECTORS)
                .mapToObj(number -> """
                        {"objectUrl": "s3://fleet/%d.png", "clientMetadata": {"look": %s},
                         "imageMetadata": {"mimeType": "image/png", "fileSize": 9, "width": 4, "height": 3}}
                        """.formatted(
                        number,
                        random.doubles(16).boxed().map(String::valueOf).collect(Collectors.joining(",", "[", "]"))))
                .collect(Collectors.joining(",", "{\"images\": [", "]}"));
    }

    @Test
    void whatIsFoundOutOfItemsIsCompleteAfterEachDeath() throws InterruptedException {
        byte[] note = "The town hall is yellow.".getBytes(StandardCharsets.UTF_8);
        byte[] picture = Pictures.png(64, 48);
        var noteGate = new Gate();
        var pictureGate = new Gate();
        storage.answers("/fleet/note.txt", noteGate.before(Trouble.none(note)));
        storage.answers("/fleet/picture.png", pictureGate.before(Trouble.none(picture)));

        var folder = killedWhileReading(noteGate, note.length, picture.length);
        killedWhileMeasuring(pictureGate, folder);
        killedWhileMapping(folder);

        try (var last = start()) {
            var visitor = last.visitor();
            await(() -> map(visitor).state().equals("ready"));
            await(() -> visitor.client().embeddings().mapPoints("look", null).count() == VECTORS);
            assertThat(found(visitor, "{'words': 'yellow'}")).isEqualTo(1);
            assertThat(found(visitor, "{'field': 'quality.brightness', 'exists': true}"))
                    .isEqualTo(1);
        }
    }

    private UUID killedWhileReading(Gate gate, int noteBytes, int pictureBytes) throws InterruptedException {
        try (var server = start()) {
            var visitor = server.visitor();
            visitor.client().schema().save(json("{'look': {'ty': 'embedding', 'size': 16}}"), null);
            var folder = visitor.folder();
            visitor.register(
                    folder, visitor.bucket(storage.origin()), TOLERANT, """
                    {"text": [{"objectUrl": "s3://fleet/note.txt", "textMetadata": {"mimeType": "text/plain", "fileSize": %d}}],
                     "images": [{"objectUrl": "s3://fleet/picture.png",
                                 "imageMetadata": {"mimeType": "image/png", "fileSize": %d, "width": 64, "height": 48}}]}
                    """.formatted(noteBytes, pictureBytes));
            gate.awaitRequests(1);
            server.kill();
            gate.open();
            return folder;
        }
    }

    private void killedWhileMeasuring(Gate gate, UUID folder) throws InterruptedException {
        try (var server = start()) {
            var visitor = server.visitor();
            await(() -> found(visitor, "{'words': 'yellow'}") == 1);
            visitor.client().folders().measure(folder);
            gate.awaitRequests(1);
            server.kill();
            gate.open();
        }
    }

    private void killedWhileMapping(UUID folder) {
        try (var server = start()) {
            var visitor = server.visitor();
            await(() -> visitor.client().folders().quality(folder).measured() == 1);
            var mapped = visitor.folder();
            visitor.register(mapped, visitor.bucket(storage.origin()), TOLERANT, vectors());
            await(() -> found(visitor, "{'field': 'metadata.look', 'exists': true}") == VECTORS);
            visitor.client().embeddings().computeMap("look");
            await(() -> isBeingComputed(map(visitor)));
            server.kill();
        }
    }

    private static EmbeddingMap map(Visitor visitor) {
        return visitor.client().embeddings().map("look");
    }

    private static boolean isBeingComputed(EmbeddingMap map) {
        assertThat(map.state()).isEqualTo("computing");
        return map.progress() != null && map.progress().done() > 0;
    }
}

package io.accession.server.endtoend;

import static io.accession.server.endtoend.Visitor.ATOMIC;
import static io.accession.server.endtoend.Visitor.TOLERANT;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.accession.api.Item;
import io.accession.api.ItemSummary;
import io.accession.api.MediaDescription;
import io.accession.api.UnitFailure;
import io.accession.api.UploadJob;
import io.accession.catalog.fixture.TestDatabase;
import io.accession.testkit.Trouble;
import io.accession.testkit.TroubledServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Image sequences, from the manifest to the video beside the frames. */
final class SequencesTest {

    @TempDir
    static Path data;

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final TroubledServer STORAGE = TroubledServer.start();
    private static OwnServer server;
    private static Visitor visitor;

    private Path root;
    private UUID folder;
    private UUID integration;

    @BeforeAll
    static void start() {
        server = OwnServer.start(data, DATABASE.address());
        visitor = server.visitor();
    }

    @BeforeEach
    void makeFolder() throws IOException {
        root = Files.createTempDirectory(data, "storage");
        folder = visitor.folder();
        integration = visitor.directory(root);
    }

    @AfterAll
    static void stop() {
        server.close();
        STORAGE.close();
        DATABASE.close();
    }

    private void holds(String name, byte[] bytes) throws IOException {
        Files.write(root.resolve(name), bytes);
    }

    /** Frames of growing sizes, the first of 41 × 31 pixels. */
    private String[] frames(int count) throws IOException {
        var names = IntStream.range(0, count).mapToObj(i -> i + ".jpg").toArray(String[]::new);
        for (int i = 0; i < count; i++) {
            holds(names[i], Pictures.jpeg(41 + 2 * i, 31 + i));
        }
        return names;
    }

    private static byte[] cut(byte[] png) {
        return Arrays.copyOf(png, png.length - 40);
    }

    private static String sequence(String... frames) {
        return composite(true, frames);
    }

    private static String composite(boolean createVideo, String... frames) {
        return IntStream.range(0, frames.length)
                .mapToObj(i -> "\"objectUrl_" + i + "\":\"" + frames[i] + "\"")
                .collect(joining(",", "{\"createVideo\":" + createVideo + ",", "}"));
    }

    private static String manifest(String... entries) {
        return "{\"skip_duplicate_urls\":true,\"image_groups\":[" + String.join(",", entries) + "]}";
    }

    private Item only(String kind) {
        var listed = visitor.client().items().list(folder, null, kind).stream().toList();
        assertThat(listed).hasSize(1);
        return visitor.client().items().read(listed.getFirst().id());
    }

    /** Where the video of the only sequence lies. */
    private Path video() {
        return root.resolve(String.valueOf(only("imageSequence").objectUrl()));
    }

    private List<Path> rendered() throws IOException {
        var directory = root.resolve("accession/rendered");
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory)) {
            return files.toList();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {ATOMIC, TOLERANT})
    void aSequenceBecomesAVideoBesideItsFrames(boolean ignoreErrors) throws Exception {
        var manifest = manifest(sequence(frames(3)));

        var job = visitor.register(folder, integration, ignoreErrors, manifest);

        assertThat(job.state()).as("%s", visitor.failures(job)).isEqualTo(UploadJob.State.DONE);
        assertThat(job.counts().registered()).isEqualTo(1);
        assertThat(job.counts().probed()).isEqualTo(1);
        var sequence = only("imageSequence");
        assertThat(sequence.objectUrl()).isEqualTo("accession/rendered/" + sequence.id() + ".mp4");
        assertThat(sequence.media()).isInstanceOfSatisfying(MediaDescription.Video.class, media -> {
            assertThat(media.width()).isEqualTo(41);
            assertThat(media.height()).isEqualTo(31);
            assertThat(video()).hasSize(media.bytes());
        });
        assertThat(sequence.members()).extracting(Item.Member::objectUrl).containsExactly("0.jpg", "1.jpg", "2.jpg");
        assertThat(new Catalogue(DATABASE.jdbi()).unownedObjects()).isZero();
    }

    @Test
    void framesAreHiddenUnlessAskedForByTheirKind() throws Exception {
        visitor.register(folder, integration, ATOMIC, manifest(composite(false, frames(3))));

        assertThat(visitor.client().items().list(folder, null, null).stream())
                .extracting(ItemSummary::kind)
                .containsExactly("imageGroup");
        assertThat(visitor.client().items().list(folder, null, "image").stream())
                .extracting(ItemSummary::objectUrl)
                .containsExactly("0.jpg", "1.jpg", "2.jpg");
        assertThat(visitor.client().folders().read(folder).itemCounts())
                .containsOnly(java.util.Map.entry("imageGroup", 1L));
    }

    @Test
    void framesAreSharedAndKeepTheirOrderAndTheirOwnSizes() throws Exception {
        frames(12);
        var backwards = IntStream.iterate(11, i -> i >= 0, i -> i - 1)
                .mapToObj(i -> i + ".jpg")
                .toArray(String[]::new);
        visitor.register(folder, integration, ATOMIC, manifest(composite(false, "3.jpg", "11.jpg")));

        visitor.register(folder, integration, ATOMIC, manifest(composite(false, backwards)));
        var again = visitor.register(folder, integration, ATOMIC, manifest(composite(false, backwards)));

        assertThat(again.counts().known()).isEqualTo(1);
        assertThat(visitor.client().items().list(folder, null, "image").stream())
                .hasSize(12);
        var groups = visitor.client().items().list(folder, null, "imageGroup").stream()
                .toList();
        assertThat(groups).hasSize(2);
        var members = visitor.client().items().read(groups.getLast().id()).members();
        assertThat(members).extracting(Item.Member::objectUrl).containsExactly(backwards);
        assertThat(members.getFirst().media())
                .isInstanceOfSatisfying(
                        MediaDescription.Image.class,
                        image -> assertThat(image.width()).isEqualTo(63));
    }

    @Test
    void aRepeatedManifestRendersNothing() throws Exception {
        var manifest = manifest(sequence(frames(2)));
        visitor.register(folder, integration, ATOMIC, manifest);
        var video = video();
        Files.delete(video);

        var job = visitor.register(folder, integration, ATOMIC, manifest);

        assertThat(job.state()).isEqualTo(UploadJob.State.DONE);
        assertThat(job.counts().known()).isEqualTo(1);
        assertThat(video).doesNotExist();
    }

    @Test
    void nothingIsRenderedForAnAtomicJobThatHasFailed() throws Exception {
        var job = visitor.register(
                folder, integration, ATOMIC, manifest(sequence(frames(2)), composite(false, "missing.jpg")));

        assertThat(job.state()).isEqualTo(UploadJob.State.ERROR);
        assertThat(visitor.failures(job))
                .extracting(UnitFailure::code, UnitFailure::message)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "OBJECT_NOT_FOUND",
                        "Object 0, counted from 0: There is no such file below the root directory."));
        assertThat(job.counts().cancelled()).isEqualTo(1);
        assertThat(rendered()).isEmpty();
    }

    @Test
    void whatAFailedAtomicJobWroteIsRemoved() throws Exception {
        var sound = frames(2);
        holds("cut.png", cut(Pictures.png(40, 30)));
        var damaged = sequence("0.jpg", "1.jpg", "cut.png");

        var job = visitor.register(folder, integration, ATOMIC, manifest(sequence(sound), damaged));

        assertThat(job.state()).isEqualTo(UploadJob.State.ERROR);
        assertThat(visitor.failures(job)).singleElement().satisfies(failure -> {
            assertThat(failure.code()).isEqualTo("OBJECT_DAMAGED");
            assertThat(failure.message()).startsWith("Object 2, counted from 0:");
        });
        new Catalogue(DATABASE.jdbi()).awaitNoUnownedObjects();
        assertThat(rendered()).isEmpty();
        assertThat(visitor.client().items().list(folder, null, "image").stream())
                .isEmpty();
    }

    @Test
    void aTolerantJobKeepsWhatCouldBeRendered() throws Exception {
        var sound = frames(2);
        holds("cut.png", cut(Pictures.png(40, 30)));

        var job = visitor.register(
                folder, integration, TOLERANT, manifest(sequence("0.jpg", "cut.png"), sequence(sound)));

        assertThat(job.state()).isEqualTo(UploadJob.State.DONE);
        assertThat(visitor.failureCodes(job)).containsExactly("OBJECT_DAMAGED");
        assertThat(video()).exists();
        assertThat(rendered()).hasSize(1);
    }

    @Test
    void integrationsThatNeverWriteFailSequencesBeforeAnythingIsRead() throws Exception {
        var manifest = manifest(sequence(STORAGE.origin() + "/unread.jpg"));
        int asked = STORAGE.asked().size();

        var direct = visitor.register(folder, visitor.web(), TOLERANT, manifest);
        var strict = visitor.register(folder, visitor.strictDirectory(root), TOLERANT, manifest(sequence(frames(1))));

        assertThat(visitor.failures(direct)).singleElement().satisfies(failure -> {
            assertThat(failure.code()).isEqualTo("WRITE_ACCESS_REQUIRED");
            assertThat(failure.message()).contains("direct access cannot write");
        });
        assertThat(visitor.failures(strict)).singleElement().satisfies(failure -> {
            assertThat(failure.code()).isEqualTo("WRITE_ACCESS_REQUIRED");
            assertThat(failure.message()).contains("strict client-only");
        });
        assertThat(STORAGE.asked()).hasSize(asked);
    }

    @Test
    void aStoreThatRefusesTheWriteIsToldWithTheMissingPermission() {
        STORAGE.answers("/fleet/0.jpg", Trouble.none(Pictures.jpeg(20, 10)));
        STORAGE.answersTheRest(
                Trouble.status(403, "Content-Type: application/xml\r\n", "<Error><Code>AccessDenied</Code></Error>"));

        var job = visitor.register(
                folder, visitor.bucket(STORAGE.origin()), ATOMIC, manifest(sequence("s3://fleet/0.jpg")));

        assertThat(visitor.failures(job)).singleElement().satisfies(failure -> {
            assertThat(failure.code()).isEqualTo("WRITE_ACCESS_REQUIRED");
            assertThat(failure.message()).contains("s3:PutObject", "fleet", "accession/rendered/");
        });
        assertThat(STORAGE.asked()).extracting(TroubledServer.Asked::method).contains("PUT");
    }
}

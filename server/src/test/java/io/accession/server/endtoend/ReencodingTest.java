package io.accession.server.endtoend;

import static io.accession.server.endtoend.Visitor.ATOMIC;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.accession.api.Item;
import io.accession.api.MediaDescription;
import io.accession.api.Reencoding;
import io.accession.catalog.fixture.TestDatabase;
import io.accession.client.RequestRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Videos made anew, from the request to the object that their items have then. */
final class ReencodingTest {

    @TempDir
    static Path data;

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Catalogue CATALOGUE = new Catalogue(DATABASE.jdbi());
    private static Films films;
    private static OwnServer server;
    private static Visitor visitor;

    private Path root;
    private UUID folder;
    private UUID integration;

    @BeforeAll
    static void start() {
        films = new Films(data);
        server = OwnServer.start(data, DATABASE.address());
        visitor = server.visitor();
    }

    @AfterAll
    static void stop() {
        server.close();
        DATABASE.close();
    }

    @BeforeEach
    void makeFolder() throws IOException {
        root = Files.createTempDirectory(data, "storage");
        folder = visitor.folder();
        integration = visitor.directory(root);
    }

    private Item registered(String name, byte[] film) throws IOException {
        Files.write(root.resolve(name), film);
        visitor.register(folder, integration, ATOMIC, manifest(name));
        var listed = visitor.client().items().list(folder, name, null).stream().toList();
        assertThat(listed).hasSize(1);
        return item(listed.getFirst().id());
    }

    private static String manifest(String name) {
        return "{\"skip_duplicate_urls\":true,\"videos\":[{\"objectUrl\":\"" + name + "\"}]}";
    }

    private static Item item(UUID id) {
        return visitor.client().items().read(id);
    }

    private static Reencoding reencoded(boolean force, Item... items) {
        var ids = List.of(items).stream().map(Item::id).toList();
        var reencodings = visitor.client().reencodings();
        return reencodings.watch(reencodings.start(ids, force).id());
    }

    private static MediaDescription.Video media(Item item) {
        assertThat(item.media()).isInstanceOf(MediaDescription.Video.class);
        return (MediaDescription.Video) requireNonNull(item.media());
    }

    private void assertNothingWasWritten() {
        CATALOGUE.awaitNoUnownedObjects();
        assertThat(root.resolve("accession")).doesNotExist();
    }

    @Test
    void aVideoOfVariableRateGetsAConstantOneBesideIt() throws Exception {
        var before = registered("1.mp4", films.variable());
        assertThat(before.warnings()).containsExactly("VARIABLE_FRAME_RATE");

        var reencoding = reencoded(false, before);

        assertThat(reencoding.state()).isEqualTo(Reencoding.State.DONE);
        assertThat(reencoding.counts()).isEqualTo(new Reencoding.Counts(1, 0, 1, 0, 0));
        var after = item(before.id());
        var url = "accession/rendered/" + before.id() + "-" + reencoding.id() + ".mp4";
        assertThat(after.objectUrl()).isEqualTo(url);
        assertThat(after.warnings()).isEmpty();
        assertThat(media(after).variableFrameRate()).isFalse();
        assertThat(media(after).frameRate()).isEqualTo(media(before).frameRate());
        assertThat(root.resolve(url)).hasSize(media(after).bytes());
        assertThat(reencoding.items())
                .containsExactly(new Reencoding.Video(before.id(), Reencoding.State.DONE, true, "1.mp4", url, null));
        assertThat(CATALOGUE.replacedObjects(before.id())).containsExactly("1.mp4");
        assertThat(CATALOGUE.unownedObjects()).isZero();
    }

    @Test
    void theOldUrlStillFindsTheItem() throws Exception {
        var item = registered("1.mp4", films.variable());
        reencoded(false, item);
        var after = item(item.id());

        var job = visitor.register(folder, integration, ATOMIC, manifest("1.mp4"));

        assertThat(job.counts().known()).isEqualTo(1);
        assertThat(item(item.id())).isEqualTo(after);
    }

    @Test
    void aVideoWithoutWarningsIsLeftUnlessForced() throws Exception {
        var item = registered("1.mp4", films.constant());

        var left = reencoded(false, item, item);
        assertThat(left.state()).isEqualTo(Reencoding.State.DONE);
        assertThat(left.counts()).isEqualTo(new Reencoding.Counts(1, 0, 0, 1, 0));
        assertThat(item(item.id())).isEqualTo(item);
        assertNothingWasWritten();

        var forced = reencoded(true, item);
        assertThat(forced.counts().reencoded()).isEqualTo(1);
        assertThat(media(item(item.id())).frameCount()).isEqualTo(40);
    }

    @Test
    void anItemWhoseVideoCannotBeDecodedStaysAsItIs() throws Exception {
        var damaged = registered("damaged.mp4", films.damaged());
        var gone = registered("gone.mp4", films.constant());
        Files.delete(root.resolve("gone.mp4"));

        var reencoding = reencoded(true, damaged, gone);

        assertThat(reencoding.state()).isEqualTo(Reencoding.State.ERROR);
        assertThat(reencoding.items())
                .extracting(Reencoding.Video::failure)
                .extracting(failure -> failure == null ? "" : failure.code())
                .containsExactly("OBJECT_DAMAGED", "OBJECT_NOT_FOUND");
        assertThat(item(damaged.id())).isEqualTo(damaged);
        assertNothingWasWritten();
    }

    @Test
    void integrationsThatNeverWriteAreRefused() {
        var strict = visitor.strictDirectory(root);
        var direct = visitor.web();
        var facts = "\"videoMetadata\":{\"mime_type\":\"video/mp4\",\"file_size\":1,\"width\":2,\"height\":2,"
                + "\"fps\":1,\"duration\":1}";
        visitor.register(folder, strict, ATOMIC, "{\"videos\":[{\"objectUrl\":\"1.mp4\"," + facts + "}]}");
        visitor.register(
                folder, direct, ATOMIC, "{\"videos\":[{\"objectUrl\":\"http://127.0.0.1:1/2.mp4\"," + facts + "}]}");
        var items = visitor.client().items().list(folder, null, null).stream()
                .map(listed -> item(listed.id()))
                .toArray(Item[]::new);
        assertThat(items).hasSize(2);

        var reencoding = reencoded(true, items);

        assertThat(reencoding.items()).allSatisfy(video -> {
            assertThat(video.failure()).isNotNull();
            assertThat(requireNonNull(video.failure()).code()).isEqualTo("WRITE_ACCESS_REQUIRED");
        });
        assertThat(reencoding.counts().failed()).isEqualTo(2);
    }

    @Test
    void whatIsNoVideoOrSomebodyElsesIsRefusedAtOnce() throws Exception {
        var video = registered("1.mp4", films.constant());
        Files.write(root.resolve("1.png"), Pictures.png(4, 3));
        visitor.register(folder, integration, ATOMIC, "{\"images\":[{\"objectUrl\":\"1.png\"}]}");
        var image = visitor.client().items().list(folder, "png", null).stream()
                .toList()
                .getFirst()
                .id();

        assertThat(status(visitor, List.of())).isEqualTo(400);
        assertThat(status(visitor, List.of(video.id(), image))).isEqualTo(400);
        assertThat(status(visitor, List.of(UUID.randomUUID()))).isEqualTo(404);
        assertThat(status(visitor.stranger(), List.of(video.id()))).isEqualTo(404);
        var reencoding = reencoded(false, video);
        var refused = catchThrowableOfType(
                RequestRefusedException.class,
                () -> visitor.stranger().client().reencodings().read(reencoding.id()));
        assertThat(refused.problem().status()).isEqualTo(404);
    }

    private static int status(Visitor asking, List<UUID> items) {
        return catchThrowableOfType(
                        RequestRefusedException.class,
                        () -> asking.client().reencodings().start(items, false))
                .problem()
                .status();
    }
}

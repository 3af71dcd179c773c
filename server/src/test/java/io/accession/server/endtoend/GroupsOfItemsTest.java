package io.accession.server.endtoend;

import static io.accession.server.endtoend.Visitor.ATOMIC;
import static io.accession.server.endtoend.Visitor.TOLERANT;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.accession.api.Item;
import io.accession.api.ItemSummary;
import io.accession.api.UnitFailure;
import io.accession.api.UploadJob;
import io.accession.catalog.fixture.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups and sequences of images that are registered already. */
final class GroupsOfItemsTest {

    @TempDir
    static Path data;

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static OwnServer server;
    private static Visitor visitor;

    private Path root;
    private UUID folder;
    private UUID integration;
    private List<UUID> images;

    @BeforeAll
    static void start() {
        server = OwnServer.start(data, DATABASE.address());
        visitor = server.visitor();
    }

    @BeforeEach
    void registerImages() throws IOException {
        root = Files.createTempDirectory(data, "storage");
        integration = visitor.directory(root);
        for (int i = 0; i < 3; i++) {
            Files.write(root.resolve(i + ".png"), Pictures.png(40 + i, 30));
        }
        var elsewhere = visitor.folder();
        visitor.register(
                elsewhere,
                integration,
                ATOMIC,
                "{\"images\":[{\"objectUrl\":\"0.png\",\"clientMetadata\":{\"n\":0}},{\"objectUrl\":\"1.png\"},"
                        + "{\"objectUrl\":\"2.png\"}]}");
        images = visitor.client().items().list(elsewhere, null, null).stream()
                .map(ItemSummary::id)
                .toList();
        folder = visitor.folder();
    }

    @AfterAll
    static void stop() {
        server.close();
        DATABASE.close();
    }

    private static String manifest(boolean createVideo, String more, Object... items) {
        return Stream.of(items)
                .map(item -> "\"" + item + "\"")
                .collect(joining(
                        ",",
                        "{\"skip_duplicate_urls\":true,\"imageGroupsFromItems\":[{\"createVideo\":" + createVideo + more
                                + ",\"externalFileType\":\"IMG_GROUP_FROM_ITEMS\",\"clusterByResolution\":false"
                                + ",\"imageItems\":[",
                        "]}]}"));
    }

    private Item only() {
        var listed = visitor.client().items().list(folder, null, null).stream().toList();
        assertThat(listed).hasSize(1);
        return visitor.client().items().read(listed.getFirst().id());
    }

    @ParameterizedTest
    @ValueSource(booleans = {ATOMIC, TOLERANT})
    void aGroupHasTheImagesThemselvesAsItsMembers(boolean ignoreErrors) {
        var manifest = manifest(false, ",\"title\":\"three\"", images.get(2), images.get(0), images.get(1));

        var job = visitor.register(folder, integration, ignoreErrors, manifest);
        var again = visitor.register(folder, integration, ignoreErrors, manifest);

        assertThat(job.state()).as("%s", visitor.failures(job)).isEqualTo(UploadJob.State.DONE);
        assertThat(again.counts().known()).isEqualTo(1);
        var group = only();
        assertThat(group.kind()).isEqualTo("imageGroup");
        assertThat(group.title()).isEqualTo("three");
        assertThat(group.members())
                .extracting(Item.Member::itemId)
                .containsExactly(images.get(2), images.get(0), images.get(1));
        assertThat(visitor.client().items().list(folder, null, "image").stream())
                .isEmpty();
        assertThat(visitor.client().items().read(images.getFirst()).clientMetadata())
                .hasToString("{\"n\":0}");
    }

    @ParameterizedTest
    @ValueSource(booleans = {ATOMIC, TOLERANT})
    void aSequenceIsRenderedOfTheImages(boolean ignoreErrors) {
        var manifest = manifest(true, ",\"videoUrlPrefix\":\"my/videos\"", images.get(1), images.get(0));

        var job = visitor.register(folder, integration, ignoreErrors, manifest);

        assertThat(job.state()).as("%s", visitor.failures(job)).isEqualTo(UploadJob.State.DONE);
        var sequence = only();
        assertThat(sequence.kind()).isEqualTo("imageSequence");
        assertThat(sequence.title()).isEqualTo("/1.png");
        assertThat(sequence.objectUrl()).isEqualTo("my/videos/" + sequence.id() + ".mp4");
        assertThat(root.resolve("my/videos/" + sequence.id() + ".mp4")).exists();
        assertThat(sequence.members()).extracting(Item.Member::itemId).containsExactly(images.get(1), images.get(0));
    }

    @Test
    void itemsThatAreNotThereOrNoImagesFailTheirEntry() {
        visitor.register(folder, integration, ATOMIC, manifest(false, "", images.get(0)));
        var missing = UUID.randomUUID();

        var failures = Stream.of(
                        manifest(false, "", images.get(0), missing),
                        manifest(true, "", only().id()),
                        manifest(false, "", "no-id"),
                        manifest(false, ""))
                .map(manifest -> visitor.register(folder, integration, TOLERANT, manifest))
                .flatMap(job -> visitor.failures(job).stream())
                .toList();

        assertThat(failures)
                .extracting(UnitFailure::code)
                .containsExactly("ITEM_NOT_FOUND", "KIND_MISMATCH", "ENTRY_INVALID", "ENTRY_INVALID");
        assertThat(failures.getFirst().message()).contains(missing.toString());
    }

    @Test
    void anAtomicJobWithAMissingItemRegistersNothing() {
        var manifest =
                manifest(false, "", UUID.randomUUID()).replaceFirst("\\{", "{\"images\":[{\"objectUrl\":\"0.png\"}],");

        var job = visitor.register(folder, integration, ATOMIC, manifest);

        assertThat(job.state()).isEqualTo(UploadJob.State.ERROR);
        assertThat(visitor.titles(folder)).isEmpty();
    }

    @Test
    void imagesOfSomebodyElseCannotBeUsed() {
        var stranger = visitor.stranger();
        var own = stranger.folder();

        var job = stranger.register(own, stranger.publicWeb(), TOLERANT, manifest(false, "", images.get(0)));

        assertThat(stranger.failures(job)).extracting(UnitFailure::code).containsExactly("ITEM_NOT_FOUND");
    }
}

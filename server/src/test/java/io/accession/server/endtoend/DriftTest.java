package io.accession.server.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accession.api.DriftEvent;
import io.accession.api.DriftEvent.Difference;
import io.accession.api.DriftEvent.Ended;
import io.accession.api.DriftEvent.Found;
import io.accession.catalog.fixture.TestDatabase;
import io.accession.client.RequestRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether objects are still what was registered. */
final class DriftTest {

    @TempDir
    static Path data;

    private final TestDatabase database = TestDatabase.migrated();
    private final OwnServer server = OwnServer.start(data, database.address());
    private final Visitor visitor = server.visitor();

    @AfterEach
    void stop() {
        server.close();
        database.close();
    }

    private Path directory() throws IOException {
        return Files.createDirectories(data.resolve(UUID.randomUUID().toString()))
                .toRealPath();
    }

    private List<DriftEvent> verify(UUID folder, int sample) {
        var events = new ArrayList<DriftEvent>();
        visitor.client().items().verify(folder, sample, events::add);
        events.removeIf(DriftEvent.Progress.class::isInstance);
        return events;
    }

    @Test
    void whatChangedVanishedOrWasReplacedIsFoundByListing() throws IOException {
        var root = directory();
        var folder = visitor.folder();
        var manifest = new StringBuilder("{\"skip_duplicate_urls\":true,\"images\":[{\"objectUrl\":\"x/1200.png\"}");
        Files.createDirectories(root.resolve("x"));
        for (int i = 0; i < 1_200; i++) {
            Files.write(root.resolve("x/" + i + ".png"), Pictures.png(4, 3));
            manifest.append(i % 400 == 0 ? ",{\"objectUrl\":\"x/" + i + ".png\"}" : "");
        }
        Files.write(root.resolve("x/1200.png"), Pictures.png(4, 3));
        visitor.register(
                folder,
                visitor.directory(root),
                Visitor.TOLERANT,
                manifest.append("]}").toString());
        assertThat(verify(folder, 0)).containsExactly(new Ended(4, 4, 0, 4, 0, 0, 0, listings(folder), 0, 0, 0));

        Files.delete(root.resolve("x/0.png"));
        Files.write(root.resolve("x/400.png"), new byte[] {1, 2, 3});
        Files.setLastModifiedTime(root.resolve("x/800.png"), FileTime.fromMillis(1_000));
        var events = verify(folder, 0);

        assertThat(events.subList(0, 3))
                .extracting(event -> ((Found) event).finding() + " " + ((Found) event).objectUrl())
                .containsExactly("MISSING x/0.png", "REPLACED x/400.png", "CHANGED x/800.png");
        var ended = (Ended) events.getLast();
        assertThat(ended.unchanged()).isEqualTo(1);
        assertThat(ended.listings()).isLessThanOrEqualTo(3);
    }

    private long listings(UUID folder) {
        return ((Ended) verify(folder, 0).getLast()).listings();
    }

    @Test
    void suppliedMediaMetadataIsComparedWithAProbe() throws IOException {
        var root = directory();
        Files.write(root.resolve("right.png"), Pictures.png(4, 3));
        Files.write(root.resolve("wrong.png"), Pictures.png(4, 3));
        int bytes = Pictures.png(4, 3).length;
        var folder = visitor.folder();
        visitor.register(folder, visitor.directory(root), Visitor.TOLERANT, """
                {"images": [
                  {"objectUrl": "right.png", "imageMetadata": {"mimeType": "image/png", "fileSize": %d, "width": 4, "height": 3}},
                  {"objectUrl": "wrong.png", "imageMetadata": {"mimeType": "image/jpg", "fileSize": %d, "width": 40, "height": 3}}]}
                """.formatted(bytes, bytes));

        var events = verify(folder, 10);

        var found = (Found) events.getFirst();
        assertThat(found.finding()).isEqualTo("MISMATCH");
        assertThat(found.objectUrl()).isEqualTo("wrong.png");
        assertThat(found.differences())
                .containsExactly(
                        new Difference("mimeType", "image/jpeg", "image/png"), new Difference("width", "40", "4"));
        var ended = (Ended) events.getLast();
        assertThat(ended.sampled()).isEqualTo(2);
        assertThat(ended.mismatched()).isEqualTo(1);
        assertThat(ended.unchanged()).isEqualTo(2);
    }

    @Test
    void objectsThatCannotBeListedAreCountedAndLeftAlone() {
        var folder = visitor.folder();
        visitor.register(folder, visitor.web(), Visitor.TOLERANT, """
                {"images": [{"objectUrl": "https://a.example/1.png", "imageMetadata":
                 {"mimeType": "image/png", "fileSize": 1, "width": 4, "height": 3}}]}""");

        assertThat(verify(folder, 5)).containsExactly(new Ended(1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void aFolderThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> verify(UUID.randomUUID(), 0)).isInstanceOf(RequestRefusedException.class);
    }
}

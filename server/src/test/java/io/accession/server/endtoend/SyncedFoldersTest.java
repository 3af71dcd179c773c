package io.accession.server.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accession.api.NewFolder;
import io.accession.api.NewFolderSync;
import io.accession.api.SyncRun;
import io.accession.api.UploadJob;
import io.accession.catalog.fixture.TestDatabase;
import io.accession.client.RequestRefusedException;
import io.accession.server.configuration.ServerConfiguration.FlagValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders that follow a directory, as a user sees them. */
final class SyncedFoldersTest {

    @TempDir
    static Path data;

    private final TestDatabase database = TestDatabase.migrated();
    private final OwnServer server =
            OwnServer.start(data, database.address(), new FlagValue("jobs.sync-page", "--sync-page", "2"));
    private final Visitor visitor = server.visitor();
    private final Path root = directory();
    private final UUID integration = visitor.directory(root);

    @AfterEach
    void stop() {
        server.close();
        database.close();
    }

    private static Path directory() {
        try {
            return Files.createDirectories(data.resolve(UUID.randomUUID().toString()))
                    .toRealPath();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void holds(String key, byte[] bytes) throws IOException {
        Files.createDirectories(Objects.requireNonNull(root.resolve(key).getParent()));
        Files.write(root.resolve(key), bytes);
    }

    private UUID following(String url) {
        return visitor.client()
                .folders()
                .create(new NewFolder("synced", null, null, new NewFolderSync(integration, url, false, null)))
                .id();
    }

    private SyncRun synced(UUID folder) {
        var folders = visitor.client().folders();
        return folders.watchSync(folder, folders.sync(folder).id(), _ -> {});
    }

    @Test
    void aFolderFollowsADirectory() throws IOException {
        holds("in/a.png", Pictures.png(4, 3));
        holds("in/b/c.png", Pictures.png(4, 3));
        holds("in/d.txt", "text".getBytes(StandardCharsets.UTF_8));
        holds("in/e.nii", new byte[] {1});
        holds("inside.png", Pictures.png(4, 3));
        var folder = following("in");

        var first = synced(folder);
        Files.delete(root.resolve("in/a.png"));
        holds("in/b/c.png", Pictures.png(5, 3));
        var second = synced(folder);

        assertThat(first.state()).isEqualTo(UploadJob.State.DONE);
        assertThat(first.counts()).isEqualTo(new SyncRun.Counts(4, 1, 3, 0, 0, 0, 0));
        assertThat(first.units()).isEqualTo(new SyncRun.Layer(0, 3, 0, 0));
        assertThat(second.counts()).isEqualTo(new SyncRun.Counts(3, 1, 0, 1, 1, 0, 0));
        assertThat(visitor.titles(folder)).containsExactlyInAnyOrder("/in/b/c.png", "/in/d.txt");
        var shown = visitor.client().folders().read(folder).sync();
        assertThat(shown).isNotNull();
        assertThat(shown.url()).isEqualTo("in/");
        assertThat(shown.lastRun()).isEqualTo(second);
    }

    @Test
    void whatCannotBeFollowedIsRefusedWhenTheFolderIsCreated() {
        assertThatThrownBy(() -> following("s3://bucket/in/"))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("not");
        assertThatThrownBy(() -> following("../out/")).isInstanceOf(RequestRefusedException.class);
    }

    @Test
    void onlyASyncedFolderIsSynced() {
        var folder = visitor.folder();

        assertThatThrownBy(() -> visitor.client().folders().sync(folder))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("cloud-synced");
    }
}

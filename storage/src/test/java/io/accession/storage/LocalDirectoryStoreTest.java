package io.accession.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.accession.core.domain.FailureCode;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectPage;
import io.accession.core.object.ObjectStore;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.core.object.Provider;
import io.accession.testkit.WritableObjectStoreContract;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // set before each test
class LocalDirectoryStoreTest extends WritableObjectStoreContract {

    @TempDir
    Path outside;

    private Path root;
    private ObjectStore store;

    @BeforeEach
    void open() throws Exception {
        root = Files.createDirectory(outside.resolve("root"));
        store = new LocalDirectoryStore(root);
    }

    @Override
    protected ObjectStore store() {
        return store;
    }

    @Override
    protected String bucket() {
        return "";
    }

    @Override
    protected ObjectLocation absent(String key) {
        return new ObjectLocation(Provider.LOCAL, root.toString(), "", key, null);
    }

    @Test
    void aLinkThatLeadsOutIsAsGoodAsAbsent() throws Exception {
        Files.writeString(outside.resolve("secret"), "secret");
        Files.createSymbolicLink(root.resolve("file"), outside.resolve("secret"));
        Files.createSymbolicLink(root.resolve("directory"), outside);

        for (String key : new String[] {"file", "directory/secret", "../secret", "/etc/passwd", "a/../../secret", ""}) {
            assertRefused(key);
        }
        assertThat(store.list("", "", "").objects()).isEmpty();
    }

    @Test
    void nothingIsWrittenThroughALinkThatLeadsOut() throws Exception {
        Files.createSymbolicLink(root.resolve("directory"), outside);

        assertThatExceptionOfType(ObjectUnavailableException.class)
                .isThrownBy(() ->
                        store.write(absent("directory/new"), new ByteArrayInputStream(new byte[1]), 1, "text/plain"));

        assertThat(outside.resolve("new")).doesNotExist();
    }

    @Test
    void aLinkThatStaysInsideIsFollowed() throws Exception {
        Files.writeString(root.resolve("target"), "inside");
        Files.createSymbolicLink(root.resolve("link"), root.resolve("target"));

        assertThat(store.read(absent("link"), 0, 10).bytes()).asString().isEqualTo("inside");
    }

    @Test
    void keysAreOrderedAsTheirBytesInUtf8() throws Exception {
        holds("\uFFFD", new byte[1]);
        holds("\uD83D\uDE00", new byte[1]);

        assertThat(store.list("", "", "").objects())
                .extracting(ObjectPage.Listed::key)
                .containsExactly("\uFFFD", "\uD83D\uDE00");
    }

    @Test
    void aDirectoryIsNoObject() throws Exception {
        Files.createDirectories(root.resolve("directory"));

        assertRefused("directory");
    }

    @Test
    void aFailedWriteLeavesNothingLyingAbout() throws Exception {
        assertThatExceptionOfType(java.io.EOFException.class)
                .isThrownBy(() -> store.write(absent("half"), new ByteArrayInputStream(new byte[1]), 2, "text/plain"));

        try (var files = Files.list(root)) {
            assertThat(files).isEmpty();
        }
    }

    private void assertRefused(String key) {
        assertThatExceptionOfType(ObjectUnavailableException.class)
                .as(key)
                .isThrownBy(() -> store.read(absent(key), 0, 10))
                .satisfies(e -> assertThat(e.failure().code()).isEqualTo(FailureCode.OBJECT_NOT_FOUND));
    }
}

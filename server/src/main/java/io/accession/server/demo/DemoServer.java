package io.accession.server.demo;

import io.accession.client.AccessionClient;
import io.accession.server.AccessionServer;
import io.accession.server.configuration.ServerConfiguration;
import io.accession.server.configuration.ServerConfiguration.FlagValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A server that only a demonstration uses. Closing it stops it, and removes its data unless their directory was given. May be
 * closed by another thread at any time, also while it starts, and more than once.
 */
public final class DemoServer implements AutoCloseable {

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path data;
    private final boolean isTemporary;
    private @Nullable AccessionServer server;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean closed;

    private DemoServer(Path data, boolean isTemporary) {
        this.data = data;
        this.isTemporary = isTemporary;
    }

    public static DemoServer in(Path data) {
        return new DemoServer(data.toAbsolutePath().normalize(), false);
    }

    public static DemoServer inTemporaryDirectory() {
        try {
            return new DemoServer(Files.createTempDirectory("accession-demo-").toRealPath(), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies the samples to {@code storage} and starts the server, which may use local directories there; 0 is any free port. */
    synchronized void start(int port, Path samples, Path storage) {
        if (!closed) {
            copy(samples, storage);
            server = AccessionServer.start(ServerConfiguration.read(
                    null,
                    Map.of(), // a demonstration has nothing to do with the database of the operator's environment
                    List.of(
                            new FlagValue("data", "--data", data.toString()),
                            new FlagValue("http.port", "--port", Integer.toString(port)),
                            new FlagValue("storage.local-roots", "--local-root", storage.toString()),
                            new FlagValue("log.level", "--log-level", "warn"))));
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> below = Files.walk(from)) {
            for (var path : below.toList()) {
                var copy = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy, OWNER_ONLY);
                } else {
                    Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The samples could not be copied to " + to, e);
        }
    }

    Path data() {
        return data;
    }

    boolean isTemporary() {
        return isTemporary;
    }

    public boolean isClosed() {
        return closed;
    }

    URI address() {
        return running().address();
    }

    URI signInPage() {
        return running().signInPage();
    }

    AccessionClient client() {
        return AccessionClient.connect(running().address(), running().administratorToken());
    }

    private synchronized AccessionServer running() {
        if (server == null) {
            throw new IllegalStateException("the demonstration's server does not run");
        }
        return server;
    }

    @Override
    public void close() {
        closed = true;
        stop();
    }

    private synchronized void stop() {
        if (server != null) {
            server.close();
            server = null;
        }
        if (isTemporary) {
            remove(data);
        }
        stopped.countDown();
    }

    /** Waits until another thread has closed this. */
    public void awaitClose() throws InterruptedException {
        stopped.await();
    }

    private static void remove(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> below = Files.walk(directory)) {
            for (var path : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(directory + " could not be removed", e);
        }
    }
}

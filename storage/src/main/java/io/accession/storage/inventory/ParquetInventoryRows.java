package io.accession.storage.inventory;

import io.accession.core.draft.InventoryRows;
import io.accession.storage.inventory.ParquetChild.Told;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Data files in Parquet. They are described at their ends, so each is kept as a file while a process of its own reads it. */
final class ParquetInventoryRows implements InventoryRows {

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);

    private final Path directory;

    ParquetInventoryRows(Path directory) {
        this.directory = directory;
    }

    @Override
    public void forEach(InputStream dataFile, List<String> columns, RowSink sink) throws IOException {
        Files.createDirectories(directory);
        var work = Files.createTempDirectory(directory, "inventory-");
        try {
            var file = work.resolve("data.parquet");
            Files.copy(dataFile, file);
            read(file, work, sink);
        } finally {
            remove(work);
        }
    }

    /** The child unpacks native code beside the file. */
    private static void remove(Path work) throws IOException {
        try (var files = Files.list(work)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(work);
    }

    private static void read(Path file, Path work, RowSink sink) throws IOException {
        var child = start(file, work);
        try (var in = new DataInputStream(new BufferedInputStream(child.getInputStream(), 1 << 16));
                var silence = new Silence(child)) {
            var told = silence.await(in);
            while (told instanceof Told.Row(var row)) {
                sink.accept(row);
                told = silence.await(in);
            }
            if (told instanceof Told.Unsound(var reason)) {
                throw new IOException(reason);
            }
        } finally {
            child.destroyForcibly().onExit().join();
        }
    }

    /** With this program's class path and nothing of its environment. */
    private static Process start(Path file, Path work) throws IOException {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + work,
                "-cp",
                System.getProperty("java.class.path"),
                ParquetChild.class.getName(),
                file.toString());
        builder.environment().clear();
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    /** Ends a child that is waited for in vain. */
    private static final class Silence implements AutoCloseable {

        private final Process child;
        private final Thread watch;
        private volatile long since = Long.MAX_VALUE;

        Silence(Process child) {
            this.child = child;
            this.watch = Thread.ofVirtual().start(this::watch);
        }

        private void watch() {
            try {
                while (!child.waitFor(Duration.ofSeconds(1))) {
                    long begun = since;
                    if (begun != Long.MAX_VALUE && System.nanoTime() - begun > LONGEST_SILENCE.toNanos()) {
                        child.destroyForcibly();
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        Told await(DataInputStream in) throws IOException {
            since = System.nanoTime();
            try {
                return ParquetChild.read(in);
            } catch (EOFException e) {
                throw new IOException("it is no sound Parquet file", e);
            } finally {
                since = Long.MAX_VALUE;
            }
        }

        @Override
        public void close() {
            watch.interrupt();
        }
    }
}

package io.accession.search;

import io.accession.core.search.FeedState;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The indexes in a directory: one that answers, and perhaps one that is being built to take its place. They are numbered; what is of no use any more
 * is deleted. For one thread, but for {@link #answering}.
 */
final class Generations implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Generations.class);

    private final Path directory;
    private final IndexThreads threads;
    private volatile @Nullable Generation answering;
    private volatile @Nullable Generation building;
    private int lastNumber;

    Generations(Path directory, IndexThreads threads) {
        this.directory = directory;
        this.threads = threads;
    }

    Optional<Generation> answering() {
        return Optional.ofNullable(answering);
    }

    Optional<Generation> building() {
        return Optional.ofNullable(building);
    }

    Stream<Generation> all() {
        return Stream.concat(answering().stream(), building().stream());
    }

    /** Opens what is on the disk as far as it is of use: the newest complete index, and the newest one begun after it. */
    void open(FeedState state) throws IOException {
        Files.createDirectories(directory);
        for (var path : onDisk()) {
            lastNumber = Math.max(lastNumber, number(path));
            var opened = openIfUseful(path, state);
            if (opened == null) {
                delete(path);
            } else if (opened.stamp().isComplete()) {
                discard(building);
                discard(answering);
                building = null;
                answering = opened;
            } else {
                discard(building);
                building = opened;
            }
        }
    }

    private List<Path> onDisk() throws IOException {
        try (var paths = Files.list(directory)) {
            return paths.filter(path -> path.getFileName().toString().matches("\\d{1,9}"))
                    .sorted(Comparator.comparingInt(Generations::number))
                    .toList();
        }
    }

    private static int number(Path path) {
        return Integer.parseInt(path.getFileName().toString());
    }

    private @Nullable Generation openIfUseful(Path path, FeedState state) throws IOException {
        try {
            var generation = Generation.open(path, threads);
            if (generation.stamp().continues(state)) {
                return generation;
            }
            LOG.info("the search index {} is one of another catalogue or of another time; it is built anew", path);
            generation.close();
            return null;
        } catch (LockObtainFailedException e) {
            throw new IOException("The search index in " + directory + " is in use by another process.", e);
        } catch (CorruptIndexException
                | IndexFormatTooOldException
                | IndexFormatTooNewException
                | IndexNotFoundException
                | NoSuchFileException
                | EOFException
                | IllegalArgumentException e) {
            LOG.warn("the search index {} cannot be used and is built anew: {}", path, e.getMessage());
            return null;
        }
    }

    /** Begins an index that will answer when it is complete; what was being built is given up. */
    Generation begin(Stamp stamp) throws IOException {
        discard(building);
        building = null;
        lastNumber++;
        var begun = Generation.begin(directory.resolve(Integer.toString(lastNumber)), stamp, threads);
        building = begun;
        return begun;
    }

    /** The index that was being built answers from now on, and the one before is deleted. */
    void replace() throws IOException {
        var next = building;
        if (next == null) {
            throw new IllegalStateException("nothing is being built");
        }
        next.commit();
        next.refresh();
        var before = answering;
        answering = next;
        building = null;
        discard(before);
    }

    /** All are of no use: nothing answers until a new one is complete. */
    void discardAll() throws IOException {
        var discarded = all().toList();
        answering = null;
        building = null;
        for (var generation : discarded) {
            generation.discard();
        }
    }

    private static void discard(@Nullable Generation generation) throws IOException {
        if (generation != null) {
            generation.discard();
        }
    }

    private static void delete(Path path) throws IOException {
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        var open = all().toList();
        answering = null;
        building = null;
        for (var generation : open) {
            generation.close();
        }
    }
}

package io.accession.search;

import io.accession.core.domain.ItemId;
import io.accession.core.search.FeedBatch;
import io.accession.core.search.SearchableItem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.ReaderManager;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/**
 * An index on the disk: a picture of the catalogue under one metadata schema, as far as the feed was read. One thread feeds it, any number search.
 * After a crash it is as it was at its last commit.
 */
final class Generation implements AutoCloseable {

    /** Items that one thread adds at a time: while one thread writes what it gathered to the disk, others go on. */
    private static final int PORTION = 250;

    private static final Duration BETWEEN_COMMITS = Duration.ofSeconds(10);
    private static final Duration BETWEEN_COMMITS_WHEN_BUILT = Duration.ofSeconds(30);

    /** Segments of about the same size, of an index that is searched: neighbours are looked for in each of them. */
    private static final int MOST_ALIKE = 4;

    private final Path path;
    private final FSDirectory directory;
    private final IndexWriter writer;
    private final ReaderManager readers;
    private final ItemDocuments documents;
    private final IndexThreads threads;
    private volatile Stamp stamp;
    private volatile long documentCount;
    private volatile long frameCount;
    private boolean isDirty;
    private long committedAt = System.nanoTime();

    private Generation(Path path, FSDirectory directory, IndexWriter writer, Stamp stamp, IndexThreads threads)
            throws IOException {
        this.path = path;
        this.directory = directory;
        this.writer = writer;
        this.readers = new ReaderManager(writer);
        this.stamp = stamp;
        this.documentCount = writer.getDocStats().numDocs;
        countFrames();
        this.documents = new ItemDocuments(stamp.schema());
        this.threads = threads;
    }

    /** Makes an empty one. */
    static Generation begin(Path path, Stamp stamp, IndexThreads threads) throws IOException {
        return open(path, IndexWriterConfig.OpenMode.CREATE, stamp, threads);
    }

    /**
     * Opens one that is there.
     *
     * @throws IllegalArgumentException when it was written by a program that writes other documents
     * @throws IOException when it is damaged, or the disk fails
     */
    static Generation open(Path path, IndexThreads threads) throws IOException {
        return open(path, IndexWriterConfig.OpenMode.APPEND, null, threads);
    }

    private static Generation open(
            Path path, IndexWriterConfig.OpenMode mode, @Nullable Stamp begun, IndexThreads threads)
            throws IOException {
        var directory = FSDirectory.open(path);
        IndexWriter writer = null;
        try {
            var stamp = begun == null
                    ? Stamp.of(SegmentInfos.readLatestCommit(directory).getUserData())
                    : begun;
            writer = new IndexWriter(directory, configuration(mode, stamp));
            var generation = new Generation(path, directory, writer, stamp, threads);
            if (begun != null) {
                generation.isDirty = true;
                generation.commit();
            }
            return generation;
        } catch (IOException | RuntimeException e) {
            if (writer != null) {
                writer.rollback();
            }
            directory.close();
            throw e;
        }
    }

    private static IndexWriterConfig configuration(IndexWriterConfig.OpenMode mode, Stamp stamp) {
        return new IndexWriterConfig()
                .setOpenMode(mode)
                .setRAMBufferSizeMB(stamp.isComplete() ? WriteBuffer.FOLLOWING : WriteBuffer.building())
                .setUseCompoundFile(false)
                .setMergePolicy(merging(stamp))
                .setCodec(new EmbeddingCodec(stamp.schema()))
                .setCommitOnClose(false);
    }

    /** While it is being built Lucene's own number of segments is enough, and merges less. */
    private static MergePolicy merging(Stamp stamp) {
        var merging = new TieredMergePolicy();
        return stamp.isComplete() ? merging.setSegmentsPerTier(MOST_ALIKE) : merging;
    }

    Stamp stamp() {
        return stamp;
    }

    ReaderManager readers() {
        return readers;
    }

    /** Takes a batch up; it is found after the next {@link #refresh}. Taking it up twice changes nothing. */
    void take(FeedBatch batch) throws IOException {
        if (batch.size() == 0 && stamp.isComplete()) {
            return; // there is nothing to commit either
        }
        boolean isFresh = batch.end().transaction() < stamp.freshUntil();
        if (!isFresh) {
            writer.deleteDocuments(batch.gone().stream().map(Generation::term).toArray(Term[]::new));
        }
        threads.all(portions(batch.changed())
                .map(portion -> adding(portion, isFresh))
                .toList());
        boolean isBuilt = batch.isLast() && !stamp.isComplete();
        stamp = stamp.at(batch.end(), stamp.isComplete() || batch.isLast());
        if (isBuilt) {
            writer.getConfig().setRAMBufferSizeMB(WriteBuffer.FOLLOWING).setMergePolicy(merging(stamp));
        }
        documentCount = writer.getDocStats().numDocs;
        isDirty = true;
    }

    /** A batch names an item once, so its items may be added in any order. */
    private static Stream<List<SearchableItem>> portions(List<SearchableItem> items) {
        return IntStream.range(0, Math.ceilDiv(items.size(), PORTION))
                .mapToObj(portion -> items.subList(portion * PORTION, Math.min(items.size(), (portion + 1) * PORTION)));
    }

    private Callable<Boolean> adding(List<SearchableItem> items, boolean isFresh) {
        return () -> {
            for (var item : items) {
                add(item, isFresh);
            }
            return true;
        };
    }

    private void add(SearchableItem item, boolean isFresh) throws IOException {
        if (isFresh) {
            writer.addDocuments(documents.of(item));
        } else {
            writer.updateDocuments(term(item.id()), documents.of(item));
        }
    }

    private static Term term(ItemId item) {
        return new Term(FieldNames.ID, Encoding.term(item.value()));
    }

    /** From now on everything that was taken up is found. */
    void refresh() throws IOException {
        readers.maybeRefreshBlocking();
        countFrames();
    }

    void commitIfDue() throws IOException {
        var pause = stamp.isComplete() ? BETWEEN_COMMITS : BETWEEN_COMMITS_WHEN_BUILT;
        if (System.nanoTime() - committedAt >= pause.toNanos()) {
            commit();
        }
    }

    /** What was taken up until now survives. */
    void commit() throws IOException {
        if (isDirty) {
            writeBuffers();
            writer.setLiveCommitData(stamp.toMap().entrySet());
            writer.commit();
            isDirty = false;
        }
        committedAt = System.nanoTime();
    }

    /** A commit writes them one after another; this writes them side by side. */
    private void writeBuffers() throws IOException {
        threads.all(Collections.nCopies(threads.count(), () -> {
            writer.flushNextBuffer();
            return true;
        }));
    }

    /** As of the last batch; what was replaced since the last refresh counts twice, and frames that are new since then count as items. */
    long items() {
        return Math.max(0, documentCount - frameCount);
    }

    private void countFrames() throws IOException {
        var reader = readers.acquire();
        try {
            frameCount = FrameBlocks.count(reader);
        } finally {
            readers.release(reader);
        }
    }

    /** On the disk; 0 when it was given up meanwhile. */
    long bytes() {
        var files = path.toFile().listFiles();
        return files == null ? 0 : Stream.of(files).mapToLong(File::length).sum();
    }

    /** Whether a failure of the disk or of memory has ended it: it has to be opened again. */
    boolean isBroken() {
        return !writer.isOpen();
    }

    /** Deletes its files. Searches that still run may end. */
    void discard() throws IOException {
        end();
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Commits what was taken up. Searches that still run may end. */
    @Override
    public void close() throws IOException {
        try {
            if (writer.isOpen()) {
                commit();
            }
        } finally {
            end();
        }
    }

    private void end() throws IOException {
        try (directory;
                readers) {
            writer.rollback();
        }
    }
}

package io.accession.core.receive;

import io.accession.core.domain.Failure;
import io.accession.core.manifest.EntryPosition;
import io.accession.core.manifest.EntrySink;
import io.accession.core.manifest.ManifestEntry;
import io.accession.core.manifest.ManifestWarning;
import io.accession.core.manifest.RawJson;
import io.accession.core.object.Addressing;
import io.accession.core.object.IdentityHash;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the entries of one manifest into slices, and finds those that name what an earlier one named. A full slice is compressed and
 * spooled on a thread of its own while the next one fills.
 */
final class Slicing implements EntrySink, AutoCloseable {

    private static final int SLICE_ENTRIES = 20_000;
    private static final int SLICE_BYTES = 8 << 20;

    private final SliceSpool spool;
    private final EntryIdentities identities;
    private final RepeatedEntries repeated = new RepeatedEntries();
    private final ExecutorService spooling = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("spooling").factory());
    private SliceFormat.Writer slice = new SliceFormat.Writer();
    private SliceFormat.Writer spare = new SliceFormat.Writer();
    private Future<?> spooled = CompletableFuture.completedFuture(null);
    private final CRC32C checksum = new CRC32C();
    private int ordinal;
    private int slot;
    private long disagreements;
    private @Nullable EntryPosition firstDisagreement;

    Slicing(SliceSpool spool, Addressing addressing) {
        this.spool = spool;
        this.identities = new EntryIdentities(addressing);
    }

    @Override
    public void accept(EntryPosition position, RawJson raw, ManifestEntry entry) {
        slice.add(sliced(position, raw, entry));
        ordinal++;
        slot += 1 + (entry.kind().isComposite() ? entry.objects().size() : 0);
        if (slice.entries() >= SLICE_ENTRIES || slice.bytes() >= SLICE_BYTES) {
            finishSlice();
        }
    }

    private SlicedEntry sliced(EntryPosition position, RawJson raw, ManifestEntry entry) {
        if (entry.failure() != null) {
            return new SlicedEntry(ordinal, slot, position, null, -1, entry.failure(), raw);
        }
        return switch (identities.of(entry)) {
            case EntryIdentities.Unresolved(Failure failure) ->
                new SlicedEntry(ordinal, slot, position, null, -1, failure, raw);
            case EntryIdentities.Resolved(IdentityHash identity) ->
                new SlicedEntry(ordinal, slot, position, identity, repeats(identity, position, entry), null, raw);
        };
    }

    private int repeats(IdentityHash identity, EntryPosition position, ManifestEntry entry) {
        int content = content(entry);
        var first = repeated.add(identity, ordinal, content);
        if (first.ordinal() == ordinal) {
            return -1;
        }
        if (first.content() != content) {
            disagreements++;
            firstDisagreement = firstDisagreement == null ? position : firstDisagreement;
        }
        return first.ordinal();
    }

    /** A checksum of everything in an entry but its URLs, whose spelling may differ. */
    private int content(ManifestEntry entry) {
        checksum.reset();
        var metadata = entry.clientMetadata();
        if (metadata != null) {
            checksum.update(metadata.buffer(), metadata.offset(), metadata.length());
        }
        int content = 31 * (int) checksum.getValue() + Objects.hashCode(entry.title());
        for (var object : entry.objects()) {
            content = 31 * content + Objects.hash(object.title(), object.supplied());
        }
        return content;
    }

    private void finishSlice() {
        awaitSpooled();
        var full = slice;
        slice = spare;
        spare = full;
        spooled = spooling.submit(() -> spool.add(full.entries(), full.finish()));
    }

    private void awaitSpooled() {
        try {
            spooled.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("receiving a manifest was interrupted", e);
        }
    }

    /** Ends the last slice; all of them are in the spool then. */
    void finish() {
        if (slice.entries() > 0) {
            finishSlice();
        }
        awaitSpooled();
    }

    @Override
    public void close() {
        spooling.close();
    }

    /** Repeated entries that say something else than the first, if there were any and duplicates are skipped. */
    Optional<ManifestWarning> disagreement() {
        var first = firstDisagreement;
        return first == null
                ? Optional.empty()
                : Optional.of(new ManifestWarning(
                        "REPEATED_ENTRY_DIFFERS",
                        "An object is named again with another title or metadata. The first entry wins.",
                        disagreements,
                        first.line(),
                        first.column()));
    }
}

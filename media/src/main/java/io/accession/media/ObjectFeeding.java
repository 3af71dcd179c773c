package io.accession.media;

import io.accession.core.domain.Failure;
import io.accession.core.domain.FailureCode;
import io.accession.core.media.ObjectView;
import io.accession.core.object.ObjectUnavailableException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Gives an object's bytes to a child, on a thread of its own, until the child has enough of them. */
final class ObjectFeeding {

    private static final int FIRST_BLOCK = BlockReader.FIRST_BLOCK;
    private static final int LARGEST_BLOCK = 1 << 20;

    private final AtomicReference<@Nullable Failure> failure = new AtomicReference<>();
    private final Thread thread;

    ObjectFeeding(ObjectView object, long bytes, OutputStream child) {
        this.thread = Thread.ofVirtual().name("frame-feeding").start(() -> feed(object, bytes, child));
    }

    private void feed(ObjectView object, long bytes, OutputStream child) {
        try (child) {
            int size = FIRST_BLOCK;
            for (long at = 0; at < bytes; ) {
                var block = object.read(at, (int) Math.min(size, bytes - at));
                if (block.length == 0) {
                    throw new ObjectUnavailableException(
                            FailureCode.OBJECT_CHANGED, "The object became shorter while it was read");
                }
                child.write(block);
                at += block.length;
                size = Math.min(2 * size, LARGEST_BLOCK);
            }
        } catch (ObjectUnavailableException e) {
            failure.set(e.failure());
        } catch (IOException e) {
            // The child has seen enough, or has died: its exit code tells.
            return;
        }
    }

    /** Waits for the last read. */
    void end() throws ObjectUnavailableException, InterruptedException {
        thread.join();
        var failed = failure.get();
        if (failed != null) {
            throw new ObjectUnavailableException(failed.code(), failed.message());
        }
    }
}

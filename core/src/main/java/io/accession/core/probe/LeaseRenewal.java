package io.accession.core.probe;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renews the lease of a chunk every now and then until it is closed, on a thread of its own. */
final class LeaseRenewal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LeaseRenewal.class);

    private final Thread thread;

    LeaseRenewal(UnitQueue queue, UnitChunk chunk, Duration lease) {
        this.thread = Thread.ofVirtual().start(() -> renew(queue, chunk, lease));
    }

    private static void renew(UnitQueue queue, UnitChunk chunk, Duration lease) {
        try {
            while (true) {
                Thread.sleep(lease.dividedBy(3));
                renewOnce(queue, chunk, lease);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A renewal that fails costs at most that somebody else looks at the chunk again. */
    private static void renewOnce(UnitQueue queue, UnitChunk chunk, Duration lease) {
        try {
            queue.renew(chunk, lease);
        } catch (RuntimeException e) {
            LOG.warn(
                    "the lease of a chunk of job {} could not be renewed: {}",
                    chunk.job().id(),
                    e.getMessage());
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}

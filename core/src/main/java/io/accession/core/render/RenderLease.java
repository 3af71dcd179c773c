package io.accession.core.render;

import io.accession.core.render.RenderQueue.UnitToRender;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renews the lease of a unit every now and then until it is closed, on a thread of its own, and notices when the unit was lost. */
final class RenderLease implements AutoCloseable {

    static final Duration LENGTH = Duration.ofSeconds(30);
    private static final Duration PERIOD = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(RenderLease.class);

    private final RenderQueue queue;
    private final UnitToRender unit;
    private final Thread thread;
    private volatile boolean lost;

    RenderLease(RenderQueue queue, UnitToRender unit) {
        this.queue = queue;
        this.unit = unit;
        this.thread = Thread.ofVirtual().start(this::renew);
    }

    /** Cancelled, decided or claimed by somebody else: what is being made is of no use. */
    boolean isLost() {
        return lost;
    }

    private void renew() {
        try {
            while (true) {
                Thread.sleep(PERIOD);
                renewOnce();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A renewal that fails costs at most that somebody else renders the unit again. */
    private void renewOnce() {
        try {
            lost = !queue.renew(unit, LENGTH);
        } catch (RuntimeException e) {
            LOG.warn(
                    "the lease of a unit of job {} could not be renewed: {}",
                    unit.job().id(),
                    e.getMessage());
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}

package io.accession.core.work;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renews the lease of long work every now and then until it is closed, on a thread of its own, and notices when the work was lost. */
public final class RenewedLease implements AutoCloseable {

    public static final Duration LENGTH = Duration.ofSeconds(30);
    private static final Duration PERIOD = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(RenewedLease.class);

    private final String work;
    private final BooleanSupplier renewal;
    private final Thread thread;
    private volatile boolean lost;

    /** {@code work} is what the log calls it; {@code renewal} tells whether the work is still ours, for {@link #LENGTH} from then on. */
    public RenewedLease(String work, BooleanSupplier renewal) {
        this.work = work;
        this.renewal = renewal;
        this.thread = Thread.ofVirtual().start(this::renew);
    }

    /** Cancelled, decided or claimed by somebody else: what is being made is of no use. */
    public boolean isLost() {
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

    /** A renewal that fails costs at most that somebody else does the work again. */
    private void renewOnce() {
        try {
            lost = !renewal.getAsBoolean();
        } catch (RuntimeException e) {
            LOG.warn("the lease of {} could not be renewed: {}", work, e.getMessage());
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}

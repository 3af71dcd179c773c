package io.accession.search;

import io.accession.core.work.Bell;
import java.time.Duration;
import java.util.function.Supplier;

/** Takes turn after turn until it is closed, each followed by the pause that it names; zero for none. */
final class TurnThread implements AutoCloseable {

    private final Supplier<Duration> turn;
    private final Duration grace;
    private final Bell bell = new Bell();
    private final Thread thread;
    private volatile boolean isClosed;

    /** When closed, the turn in hand is waited for as long as {@code grace}. */
    TurnThread(String name, Supplier<Duration> turn, Duration grace) {
        this.turn = turn;
        this.grace = grace;
        this.thread = Thread.ofPlatform().name(name).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Ends the pause. */
    void wake() {
        bell.ring();
    }

    boolean isClosed() {
        return isClosed;
    }

    private void run() {
        try {
            while (!isClosed) {
                long heard = bell.rings();
                var pause = turn.get();
                if (!pause.isZero()) {
                    bell.await(heard, pause);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        isClosed = true;
        bell.ring();
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        try {
            thread.join(grace);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

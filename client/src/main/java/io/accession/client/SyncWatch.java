package io.accession.client;

import io.accession.api.SyncRun;
import io.accession.api.UploadJob;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Follows one sync to its end by asking. For one thread, which may be interrupted. */
final class SyncWatch {

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Supplier<SyncRun> question;
    private final Consumer<SyncRun> progress;
    private @Nullable SyncRun last;
    private long lastAnswer = System.nanoTime();

    SyncWatch(Supplier<SyncRun> question, Consumer<SyncRun> progress) {
        this.question = question;
        this.progress = progress;
    }

    SyncRun untilEnded() {
        while (true) {
            try {
                var run = question.get();
                lastAnswer = System.nanoTime();
                tell(run);
                if (run.state() != UploadJob.State.PENDING) {
                    return run;
                }
            } catch (ServerUnreachableException e) {
                keepPatience(e); // it may just be starting again
            }
            pause();
        }
    }

    private void tell(SyncRun run) {
        if (!run.equals(last)) {
            last = run;
            progress.accept(run);
        }
    }

    private void keepPatience(ServerUnreachableException failure) {
        if (System.nanoTime() - lastAnswer > PATIENCE.toNanos()
                || Thread.currentThread().isInterrupted()) {
            throw failure;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

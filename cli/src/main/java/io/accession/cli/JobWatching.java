package io.accession.cli;

import io.accession.api.UploadJob;
import io.accession.client.AccessionClient;
import java.io.PrintStream;
import java.util.UUID;

/** Stays with an upload job until it has ended, and says how to come back to it when it is interrupted. */
final class JobWatching {

    private final AccessionClient client;
    private final ClientOptions options;

    JobWatching(AccessionClient client, ClientOptions options) {
        this.client = client;
        this.options = options;
    }

    /** Returns the exit code that tells how the job went. */
    int untilEnded(UUID id, Progress progress) {
        var farewell = new Thread(() -> sayFarewell(id, options.surroundings().error()));
        Runtime.getRuntime().addShutdownHook(farewell);
        UploadJob job;
        try (progress) {
            job = client.jobs().watch(id, progress::show);
        } finally {
            forget(farewell);
        }
        options.printer().print(job, () -> JobText.of(job));
        return exitCode(job);
    }

    static void sayFarewell(UUID id, PrintStream error) {
        error.println();
        error.println("The upload job goes on. Watch it again with 'accession job watch " + id + "'.");
    }

    private static void forget(Thread farewell) {
        try {
            Runtime.getRuntime().removeShutdownHook(farewell);
        } catch (IllegalStateException e) {
            // It is being said already.
        }
    }

    static int exitCode(UploadJob job) {
        boolean complete = job.state() == UploadJob.State.DONE && job.counts().failed() == 0;
        return complete ? ExitCodes.DONE : ExitCodes.FAILURES;
    }
}

package io.accession.cli;

import io.accession.api.UploadJob;
import io.accession.client.AccessionClient;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is to become of an upload job that was started, and of its failures. */
final class OutcomeOptions {

    @Option(names = "--detach", description = "Do not wait for the upload job to end.")
    private boolean detach;

    @Option(names = "--failures-csv", paramLabel = "FILE", description = "Write what failed as CSV, one row per URL.")
    private @Nullable String failuresCsv;

    @Option(names = "--failed-only", paramLabel = "FILE", description = "Write a manifest of the failed entries alone.")
    private @Nullable String failedOnly;

    boolean areGiven() {
        return detach || wantFiles();
    }

    private boolean wantFiles() {
        return failuresCsv != null || failedOnly != null;
    }

    void refuseContradictions(ClientOptions options) {
        if (detach && wantFiles()) {
            throw new UsageException(
                    "With --detach the failures are not known yet. Ask later with 'accession job failures'.");
        }
        if (options.json() && ("-".equals(failuresCsv) || "-".equals(failedOnly))) {
            throw new UsageException("With --json, standard output is taken: name a file.");
        }
    }

    /** Waits for the job's end, unless told not to, and returns the exit code that tells how it went. */
    int of(UploadJob job, AccessionClient client, ClientOptions options, Progress progress) {
        if (detach) {
            progress.close();
            options.printer().print(job, () -> detached(job));
            return ExitCodes.DONE;
        }
        int exitCode = new JobWatching(client, options).untilEnded(job.id(), progress);
        if (failuresCsv != null) {
            GivenFiles.write(client.jobs().failuresAsCsv(job.id()), failuresCsv, options.surroundings());
        }
        if (failedOnly != null) {
            GivenFiles.write(client.jobs().failedManifest(job.id()), failedOnly, options.surroundings());
        }
        if (exitCode != ExitCodes.DONE && !wantFiles()) {
            sayWhereFailuresAre(job.id(), options);
        }
        return exitCode;
    }

    private static String detached(UploadJob job) {
        return "Upload job " + job.id() + " is under way. Watch it with 'accession job watch " + job.id() + "'.";
    }

    private static void sayWhereFailuresAre(UUID job, ClientOptions options) {
        options.surroundings().error().println("See what failed with 'accession job failures " + job + "'.");
    }
}

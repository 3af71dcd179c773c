package io.accession.server.rest;

import io.accession.api.Json;
import io.accession.core.domain.JobId;
import io.accession.core.domain.JobState;
import io.accession.core.job.UploadJob;
import io.accession.core.registry.Principal;
import io.accession.server.http.Call;
import io.accession.server.http.Endpoint;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A job's progress as server-sent events, as the HTML standard writes them. At most five a second, a comment after fifteen seconds of
 * silence; between two looks no database connection is held.
 */
final class JobEvents implements Endpoint {

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private final JobAccess access;

    JobEvents(JobAccess access) {
        this.access = access;
    }

    @Override
    public void answer(Call call) throws IOException {
        var job = access.job(call);
        try (var out = call.stream("text/event-stream")) {
            follow(call.asking(), job, out);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the server stops; the client takes up again
        }
    }

    private void follow(Principal asking, UploadJob first, OutputStream out) throws IOException, InterruptedException {
        JobId id = first.terms().id();
        var job = first;
        @Nullable UploadJob told = null;
        long lastSign = System.nanoTime();
        while (true) {
            if (!job.equals(told)) {
                write(out, "event: progress\ndata: " + json(job) + "\n\n");
                told = job;
                lastSign = System.nanoTime();
            } else if (System.nanoTime() - lastSign > SILENCE.toNanos()) {
                write(out, ": still there\n\n");
                lastSign = System.nanoTime();
            }
            if (job.state() != JobState.PENDING) {
                write(out, "event: ended\ndata: " + json(job) + "\n\n");
                return;
            }
            Thread.sleep(PAUSE);
            job = access.job(asking, id);
        }
    }

    private String json(UploadJob job) throws IOException {
        return Json.strict().writeValueAsString(access.shown(job));
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}

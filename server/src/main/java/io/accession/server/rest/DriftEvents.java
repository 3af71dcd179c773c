package io.accession.server.rest;

import io.accession.api.DriftEvent;
import io.accession.api.Json;
import io.accession.api.Problem;
import io.accession.api.ProblemType;
import io.accession.core.drift.DriftCheck;
import io.accession.core.drift.DriftReport;
import io.accession.core.drift.Finding;
import io.accession.server.http.Call;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** The verifying of a folder as lines of JSON, each there at once. */
final class DriftEvents implements DriftCheck.Findings {

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final byte[] NEW_LINE = {'\n'};

    private final Call call;
    private final OutputStream out;
    private long lastProgress = System.nanoTime();

    DriftEvents(Call call) {
        this.call = call;
        this.out = call.stream(DriftEvent.MEDIA_TYPE);
    }

    private void write(DriftEvent event) throws IOException {
        out.write(Json.strict().writeValueAsBytes(event));
        out.write(NEW_LINE);
        out.flush();
    }

    @Override
    public void found(Finding finding) throws IOException {
        write(new DriftEvent.Found(
                finding.type().name(),
                finding.item().value(),
                finding.objectUrl(),
                finding.message(),
                finding.differences().stream()
                        .map(one -> new DriftEvent.Difference(one.field(), one.registered(), one.found()))
                        .toList()));
    }

    /** At most twice a second. */
    @Override
    public void compared(long items) throws IOException {
        long now = System.nanoTime();
        if (now - lastProgress >= PAUSE.toNanos()) {
            lastProgress = now;
            write(new DriftEvent.Progress(items));
        }
    }

    void end(DriftReport report) throws IOException {
        write(new DriftEvent.Ended(
                report.items(),
                report.compared(),
                report.notCompared(),
                report.unchanged(),
                report.changed(),
                report.replaced(),
                report.missing(),
                report.listings(),
                report.sampled(),
                report.mismatched(),
                report.unreadable()));
    }

    void fail(String message) throws IOException {
        write(new DriftEvent.Failed(Problem.of(ProblemType.REQUEST_INVALID, message)
                .of("/api/v1/folders/" + call.path("id") + "/verifications", call.requestId())));
    }

    /** Ends the answer. Not to be called when something unexpected came in between: nobody must take this for an answer then. */
    void close() throws IOException {
        out.close();
    }
}

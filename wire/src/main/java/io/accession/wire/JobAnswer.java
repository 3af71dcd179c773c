package io.accession.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import io.accession.core.domain.JobState;
import io.accession.core.job.FailedUnit;
import io.accession.core.job.JobItem;
import io.accession.core.job.Jobs;
import io.accession.core.job.UploadJob;
import io.accession.core.manifest.EntryParser;
import io.accession.core.manifest.ManifestLimits;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * How a job stands, as the protocol writes it. Items and failures are listed once the job has ended, as a stream: memory does not grow
 * with them.
 */
final class JobAnswer implements WireAnswer.Body {

    private static final int CHUNK = 500;

    private final Jobs jobs;
    private final UploadJob job;
    private final EntryParser parser;

    JobAnswer(Jobs jobs, UploadJob job, ManifestLimits limits) {
        this.jobs = jobs;
        this.job = job;
        this.parser = new EntryParser(limits);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (var json = WireJson.mapper().createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("status", job.state().name());
            writeItems(json);
            writeErrors(json);
            writeCounts(json);
            writeUnitErrors(json, "unitErrors");
            json.writeStringField("fileName", job.fileName());
            json.writeEndObject();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void writeItems(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("itemsWithNames");
        if (hasItems(job)) {
            jobs.forEachItem(job.terms().id(), item -> write(item, json));
        }
        json.writeEndArray();
    }

    static boolean hasItems(UploadJob job) {
        return job.state() == JobState.DONE || job.state() == JobState.CANCELLED;
    }

    private static void write(JobItem item, JsonGenerator json) {
        try {
            json.writeStartObject();
            json.writeStringField("itemUuid", item.id().toString());
            json.writeStringField("name", item.name());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void writeErrors(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("errors");
        var message = job.message();
        if (message != null) {
            json.writeString(message);
        }
        int failed = job.counts().failed();
        if (job.state() == JobState.ERROR && failed > 0) {
            json.writeString(failed + " of " + job.counts().entries() + " units failed; unitErrors tells why.");
        }
        json.writeEndArray();
    }

    void writeCounts(JsonGenerator json) throws IOException {
        var counts = job.counts();
        int done = counts.registered() + counts.known() + counts.repeated();
        int pending = counts.entries() - done - counts.failed() - counts.cancelled();
        json.writeNumberField("unitsPendingCount", job.state() == JobState.PENDING ? Math.max(pending, 0) : 0);
        json.writeNumberField("unitsDoneCount", done);
        json.writeNumberField("unitsErrorCount", counts.failed());
        json.writeNumberField("unitsCancelledCount", counts.cancelled());
    }

    void writeUnitErrors(JsonGenerator json, String key) throws IOException {
        json.writeArrayFieldStart(key);
        boolean hasFailures = job.state() != JobState.PENDING && job.counts().failed() > 0;
        int after = -1;
        while (hasFailures) {
            var chunk = jobs.listFailures(job.terms().id(), after, CHUNK);
            if (chunk.isEmpty()) {
                break;
            }
            for (var failure : chunk) {
                write(failure, json);
            }
            after = chunk.getLast().ordinal();
        }
        json.writeEndArray();
    }

    private void write(FailedUnit unit, JsonGenerator json) throws IOException {
        var bytes = unit.entry().getBytes(StandardCharsets.UTF_8);
        var entry = parser.parse(unit.position().typeKey(), bytes, 0, bytes.length);
        json.writeStartObject();
        json.writeArrayFieldStart("objectUrls");
        for (var object : entry.objects()) {
            json.writeString(object.url());
        }
        json.writeEndArray();
        json.writeStringField("error", unit.failure().message());
        json.writeStringField("subtaskUuid", unit.subtask().toString());
        json.writeStringField("actionDescription", "Registering " + unit.itemKind());
        json.writeEndObject();
    }
}

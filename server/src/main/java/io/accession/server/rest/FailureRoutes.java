package io.accession.server.rest;

import io.accession.api.Page;
import io.accession.core.domain.JobId;
import io.accession.core.job.FailedUnit;
import io.accession.core.job.Jobs;
import io.accession.core.manifest.CsvManifestWriter;
import io.accession.core.manifest.ManifestLimits;
import io.accession.core.registry.PageToken;
import io.accession.server.http.Call;
import io.accession.server.http.Operation;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of a job failed: as pages, as CSV, and as a manifest to be posted again. Memory does not grow with the failures. */
public final class FailureRoutes {

    private static final String LIST = "failures";
    private static final int CHUNK = 500;

    private final Jobs jobs;
    private final JobAccess access;
    private final ManifestLimits limits;

    FailureRoutes(Jobs jobs, JobAccess access, ManifestLimits limits) {
        this.jobs = jobs;
        this.access = access;
        this.limits = limits;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.get("/api/v1/upload-jobs/{id}/failures", this::list),
                Operation.get("/api/v1/upload-jobs/{id}/failures.csv", this::csv),
                Operation.get("/api/v1/upload-jobs/{id}/failed-manifest", this::manifest));
    }

    private void list(Call call) throws IOException {
        var job = access.job(call).terms().id();
        var page = Paging.request(call);
        var shown = jobs.listFailures(job, after(page.token()), page.limit());
        boolean isLast = shown.isEmpty()
                || jobs.listFailures(job, shown.getLast().ordinal(), 1).isEmpty();
        var failures = new FailuresOnTheWire(limits);
        call.answer(
                new Page<>(shown.stream().map(failures::shown).toList(), isLast ? null : token(job, shown.getLast())));
    }

    private static String token(JobId job, FailedUnit last) {
        return new PageToken(LIST, Integer.toString(last.ordinal()), job.value()).text();
    }

    private static int after(@Nullable String token) {
        if (token == null) {
            return -1;
        }
        try {
            return Integer.parseInt(PageToken.parse(LIST, token).key());
        } catch (NumberFormatException e) {
            throw Call.invalid("pageToken", "This token was not given by a page of this list.");
        }
    }

    private void csv(Call call) throws IOException {
        var job = access.job(call).terms().id();
        var failures = new FailuresOnTheWire(limits);
        try (var out = writer(call, "text/csv; charset=utf-8", "failures-" + job.value() + ".csv")) {
            out.write(FailureCsv.HEADER);
            forEach(job, failure -> FailureCsv.write(failures.shown(failure), out));
        }
    }

    /** CSV for a job whose manifest was CSV, else JSON. */
    private void manifest(Call call) throws IOException {
        var terms = access.job(call).terms();
        var first = jobs.listFailures(terms.id(), -1, 1);
        if (!first.isEmpty() && first.getFirst().position().isOfRow()) {
            csvManifest(call, terms.id());
            return;
        }
        boolean typesComeTogether =
                first.isEmpty() || !first.getFirst().position().isOfLine();
        try (var out = writer(call, "application/json", "failed-" + terms.id().value() + ".json")) {
            var manifest = new WrittenManifest(out);
            manifest.begin(terms.skipDuplicates(), terms.upsertMetadata());
            if (typesComeTogether) {
                forEach(terms.id(), failure -> add(failure, manifest));
            } else {
                addTypeByType(terms.id(), manifest);
            }
            manifest.end();
        }
    }

    private void csvManifest(Call call, JobId job) throws IOException {
        try (var out = writer(call, "text/csv; charset=utf-8", "failed-" + job.value() + ".csv")) {
            var manifest = new CsvManifestWriter(out);
            forEach(job, failure -> manifest.add(failure.position().typeKey(), failure.entry()));
        }
    }

    /** Lines may change their type as often as they like; a JSON manifest names each once. Reads the failures once for each type. */
    private void addTypeByType(JobId job, WrittenManifest manifest) throws IOException {
        var types = new LinkedHashSet<String>();
        forEach(job, failure -> types.add(failure.position().typeKey()));
        for (var type : types) {
            forEach(job, failure -> {
                if (failure.position().typeKey().equals(type)) {
                    add(failure, manifest);
                }
            });
        }
    }

    private static void add(FailedUnit failure, WrittenManifest manifest) throws IOException {
        manifest.add(failure.position().typeKey(), failure.entry());
    }

    private static Writer writer(Call call, String mediaType, String fileName) {
        return new BufferedWriter(new OutputStreamWriter(call.stream(mediaType, fileName), StandardCharsets.UTF_8));
    }

    @FunctionalInterface
    private interface FailureConsumer {
        void accept(FailedUnit failure) throws IOException;
    }

    private void forEach(JobId job, FailureConsumer consumer) throws IOException {
        int after = -1;
        var chunk = jobs.listFailures(job, after, CHUNK);
        while (!chunk.isEmpty()) {
            for (var failure : chunk) {
                consumer.accept(failure);
            }
            after = chunk.getLast().ordinal();
            chunk = jobs.listFailures(job, after, CHUNK);
        }
    }
}

package io.accession.server.rest;

import io.accession.api.Page;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.JobId;
import io.accession.core.domain.JobState;
import io.accession.core.job.Jobs;
import io.accession.core.registry.AccessRules;
import io.accession.core.registry.PageRequest;
import io.accession.core.registry.PageToken;
import io.accession.server.http.Call;
import io.accession.server.http.Operation;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Upload jobs: finding, watching and cancelling them. */
public final class JobRoutes {

    private static final String LIST = "jobs";

    private final Jobs jobs;
    private final JobAccess access;
    private final JobEvents events;

    JobRoutes(Jobs jobs, JobAccess access) {
        this.jobs = jobs;
        this.access = access;
        this.events = new JobEvents(access);
    }

    public List<Operation> operations() {
        return List.of(
                Operation.get("/api/v1/upload-jobs", this::list),
                Operation.get("/api/v1/upload-jobs/{id}", call -> call.answer(access.shown(access.job(call)))),
                Operation.post("/api/v1/upload-jobs/{id}/cancel", this::cancel),
                Operation.get("/api/v1/upload-jobs/{id}/events", events));
    }

    private void list(Call call) throws IOException {
        var page = Paging.request(call);
        var filter = new Jobs.Filter(
                call.queryId("folder").map(FolderId::new).orElse(null),
                call.query("state").map(JobRoutes::state).orElse(null),
                AccessRules.visibleOwner(call.asking()).orElse(null),
                call.query("search").filter(part -> !part.isEmpty()).orElse(null));
        var found = jobs.list(filter, before(page), page.limit() + 1);
        boolean isLast = found.size() <= page.limit();
        var shown = isLast ? found : found.subList(0, page.limit());
        var next = isLast
                ? null
                : new PageToken(LIST, "", shown.getLast().terms().id().value()).text();
        call.answer(new Page<>(shown.stream().map(access::shown).toList(), next));
    }

    private static @Nullable JobId before(PageRequest page) {
        return page.token() == null
                ? null
                : new JobId(PageToken.parse(LIST, page.token()).id());
    }

    private static JobState state(String name) {
        return Arrays.stream(JobState.values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> Call.invalid("state", "One of " + Arrays.toString(JobState.values()) + " is expected."));
    }

    private void cancel(Call call) throws IOException {
        var job = access.job(call);
        jobs.cancel(job.terms().id(), call.asking().id());
        call.answer(access.shown(access.job(call)));
    }
}

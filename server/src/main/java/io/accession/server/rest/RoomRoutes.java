package io.accession.server.rest;

import io.accession.core.job.Jobs;
import io.accession.core.manifest.ManifestLimits;
import io.accession.core.plan.Rehearsal;
import io.accession.core.receive.Reception;
import io.accession.core.registry.Folders;
import io.accession.core.registry.Integrations;
import io.accession.core.registry.Users;
import io.accession.server.http.Operation;
import java.util.List;
import java.util.stream.Stream;

/** Everything about manifests and the jobs that they become. */
public final class RoomRoutes {

    private final JobRoutes jobs;
    private final FailureRoutes failures;
    private final UploadRoutes uploads;

    /** {@code limits} are those that manifests were read with. */
    public RoomRoutes(
            Users users,
            Folders folders,
            Integrations integrations,
            Jobs jobs,
            Reception reception,
            Rehearsal rehearsal,
            ManifestLimits limits) {
        var access = new JobAccess(jobs, users);
        this.jobs = new JobRoutes(jobs, access);
        this.failures = new FailureRoutes(jobs, access, limits);
        this.uploads = new UploadRoutes(folders, integrations, reception, rehearsal, new PlanOnTheWire(limits), access);
    }

    public List<Operation> operations() {
        return Stream.of(jobs.operations(), failures.operations(), uploads.operations())
                .flatMap(List::stream)
                .toList();
    }
}

package io.accession.server.rest;

import io.accession.core.hosted.HostedUploads;
import io.accession.core.job.Jobs;
import io.accession.core.manifest.ManifestLimits;
import io.accession.core.plan.Rehearsal;
import io.accession.core.receive.Reception;
import io.accession.core.registry.Folders;
import io.accession.core.registry.Integrations;
import io.accession.core.registry.Users;
import io.accession.server.http.Operation;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything about manifests and the jobs that they become. */
public final class RoomRoutes {

    private final JobRoutes jobs;
    private final FailureRoutes failures;
    private final UploadRoutes uploads;
    private final UploadedFileRoutes uploadedFiles;

    /**
     * @param limits those that manifests were read with
     * @param publicUrl where people find the server, if the operator said so
     */
    public RoomRoutes(
            Users users,
            Folders folders,
            Integrations integrations,
            Jobs jobs,
            Reception reception,
            Rehearsal rehearsal,
            ManifestLimits limits,
            HostedUploads hosted,
            DatasetTarget datasets,
            Optional<URI> publicUrl) {
        var access = new JobAccess(jobs, users);
        this.jobs = new JobRoutes(jobs, access);
        this.failures = new FailureRoutes(jobs, access, limits);
        this.uploads = new UploadRoutes(
                folders, integrations, reception, rehearsal, new PlanOnTheWire(limits), access, datasets);
        this.uploadedFiles = new UploadedFileRoutes(folders, hosted, reception, access, datasets, publicUrl);
    }

    public List<Operation> operations() {
        return Stream.of(jobs.operations(), failures.operations(), uploads.operations(), uploadedFiles.operations())
                .flatMap(List::stream)
                .toList();
    }
}

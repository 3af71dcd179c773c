package io.accession.server.rest;

import io.accession.core.domain.JobId;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.job.Jobs;
import io.accession.core.job.UploadJob;
import io.accession.core.registry.AccessRules;
import io.accession.core.registry.Principal;
import io.accession.core.registry.User;
import io.accession.core.registry.Users;
import io.accession.server.http.Call;
import java.util.UUID;

/** Finds jobs for those who may see them. */
final class JobAccess {

    private static final int TIME_ORDERED = 7;

    private final Jobs jobs;
    private final Users users;

    JobAccess(Jobs jobs, Users users) {
        this.jobs = jobs;
        this.users = users;
    }

    /** The job that the path names. */
    UploadJob job(Call call) {
        var id = call.id("id", "upload job");
        if (id.version() != TIME_ORDERED) {
            throw unknown(id);
        }
        return job(call.asking(), new JobId(id));
    }

    UploadJob job(Principal asking, JobId id) {
        return jobs.find(id)
                .filter(found -> AccessRules.mayUse(asking, found.terms().user()))
                .orElseThrow(() -> unknown(id.value()));
    }

    private static RegistryException unknown(UUID id) {
        return new RegistryException(new RegistryError.NotFoundOrForbidden("upload job", id.toString()));
    }

    io.accession.api.UploadJob shown(UploadJob job) {
        return JobOnTheWire.shown(
                job, users.find(job.terms().user()).map(User::email).orElse(""));
    }
}

package io.accession.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.job.UploadJob;
import io.accession.core.registry.DataRows;
import io.accession.core.registry.Dataset;
import io.accession.core.registry.DatasetRoles;
import io.accession.core.registry.Datasets;
import io.accession.core.registry.Folders;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Users of datasets, and uploads into them, as the older half of the protocol asks for them. */
public final class DatasetQueries {

    private final Datasets datasets;
    private final DatasetRoles roles;
    private final DataRows rows;
    private final Folders folders;
    private final UploadJobs uploads;

    public DatasetQueries(Datasets datasets, DatasetRoles roles, DataRows rows, Folders folders, UploadJobs uploads) {
        this.datasets = datasets;
        this.roles = roles;
        this.rows = rows;
        this.folders = folders;
        this.uploads = uploads;
    }

    public List<LegacyRoute> routes() {
        return List.of(
                new LegacyRoute("POST", "datasetusers", this::addUsers),
                new LegacyRoute("POST", "datasetdatalongpolling", this::start),
                new LegacyRoute("GET", "datasetdatalongpolling", this::poll));
    }

    private record NewUsers(List<String> user_emails, JsonNode user_role) {}

    private record DatasetUser(String userEmail, int userRole, UUID datasetHash) {}

    private WireAnswer addUsers(LegacyCall call) throws IOException {
        var dataset = call.namedDataset();
        var wanted = call.payload(NewUsers.class);
        var members = roles.addUsers(
                call.asking(), dataset, wanted.user_emails(), DatasetRoleNumbers.read(wanted.user_role()));
        return call.json(members.stream()
                .map(member -> new DatasetUser(member.email(), DatasetRoleNumbers.of(member.role()), dataset.value()))
                .toList());
    }

    private record Started(UUID process_hash) {}

    private WireAnswer start(LegacyCall call) throws IOException {
        var dataset = datasets.readToChange(call.asking(), call.namedDataset());
        try (var body = uploads.spool(call.payload())) {
            var upload = UploadBody.read(body);
            var folder = folders.readToChange(call.asking(), folder(dataset, upload.folder()));
            var job = uploads.receive(call.asking(), folder, upload, body);
            if (dataset.folder() == null) {
                rows.linkWhenEnded(call.asking(), dataset.id(), job);
            }
            return call.json(new Started(job.value()));
        }
    }

    /** Items lie in folders: the mirrored one, or one that has to be named. */
    private static FolderId folder(Dataset dataset, @Nullable UUID named) {
        var mirrored = dataset.folder();
        if (mirrored == null) {
            if (named == null) {
                throw invalid("The dataset mirrors no folder: name the folder that the files are to be registered in.");
            }
            return new FolderId(named);
        }
        if (named != null && !mirrored.value().equals(named)) {
            throw invalid(
                    "The dataset mirrors the folder " + mirrored + ": files cannot be registered in another one.");
        }
        return mirrored;
    }

    private record Poll(UUID process_hash, @Nullable Integer timeout_seconds) {}

    private WireAnswer poll(LegacyCall call) throws IOException {
        var dataset = datasets.read(call.asking(), call.namedDataset());
        var poll = call.payload(Poll.class);
        var job = job(call, dataset, poll.process_hash()).terms().id();
        uploads.await(job, patience(poll));
        return call.stream(new DatasetJobAnswer(
                uploads, job(call, dataset, poll.process_hash()), rows, call.asking(), dataset.id()));
    }

    private static Duration patience(Poll poll) {
        var seconds = poll.timeout_seconds();
        return Duration.ofSeconds(seconds == null ? 0 : Math.max(0, seconds));
    }

    private UploadJob job(LegacyCall call, Dataset dataset, UUID id) {
        return uploads.find(id)
                .filter(job -> job.terms().folder().equals(dataset.folder())
                        || rows.awaits(call.asking(), dataset.id(), job.terms().id()))
                .orElseThrow(() -> UploadJobs.unknown(id));
    }

    private static RegistryException invalid(String message) {
        return new RegistryException(new RegistryError.Invalid(message));
    }
}

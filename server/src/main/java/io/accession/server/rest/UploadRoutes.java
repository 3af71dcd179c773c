package io.accession.server.rest;

import io.accession.core.domain.FolderId;
import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.JobMode;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.plan.Rehearsal;
import io.accession.core.receive.Reception;
import io.accession.core.receive.UploadRequest;
import io.accession.core.registry.Folder;
import io.accession.core.registry.Folders;
import io.accession.core.registry.Integrations;
import io.accession.server.http.Call;
import io.accession.server.http.Operation;
import io.helidon.http.Status;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Manifests on their way in. Who is asking, and for what, is settled before the first byte of the manifest is read. */
public final class UploadRoutes {

    private static final int FILE_NAME_CHARACTERS = 300;

    private final Folders folders;
    private final Integrations integrations;
    private final Reception reception;
    private final Rehearsal rehearsal;
    private final PlanOnTheWire plans;
    private final JobAccess access;
    private final DatasetTarget datasets;

    UploadRoutes(
            Folders folders,
            Integrations integrations,
            Reception reception,
            Rehearsal rehearsal,
            PlanOnTheWire plans,
            JobAccess access,
            DatasetTarget datasets) {
        this.folders = folders;
        this.integrations = integrations;
        this.reception = reception;
        this.rehearsal = rehearsal;
        this.plans = plans;
        this.access = access;
        this.datasets = datasets;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.post("/api/v1/folders/{id}/upload-jobs", this::register)
                        .compressed(),
                Operation.post("/api/v1/folders/{id}/upload-plans", this::plan).compressed());
    }

    private void register(Call call) throws IOException {
        var mode = call.queryFlag("ignoreErrors") ? JobMode.TOLERANT : JobMode.ATOMIC;
        var form = ManifestForms.of(call);
        var dataset = datasets.wanted(call);
        var request = request(call, folder(call), integration(call), mode, fileName(call));
        try (var body = call.unpackedBody()) {
            var job = reception.receive(request, form, body);
            datasets.link(call, dataset, job);
            call.answer(Status.CREATED_201, access.shown(access.job(call.asking(), job)));
        }
    }

    private void plan(Call call) throws IOException {
        var integration = integration(call);
        var form = ManifestForms.of(call);
        var request = request(call, folder(call), integration, JobMode.TOLERANT, null);
        try (var body = call.unpackedBody()) {
            call.answer(plans.shown(rehearsal.rehearse(request, integration, form, body)));
        }
    }

    private StorageIntegration integration(Call call) {
        var id = new IntegrationId(call.requiredQueryId("integration"));
        return integrations.read(call.asking(), id).integration();
    }

    private Folder folder(Call call) {
        return folders.readToChange(call.asking(), new FolderId(call.id("id", "folder")));
    }

    static UploadRequest request(
            Call call, Folder folder, StorageIntegration integration, JobMode mode, @Nullable String fileName) {
        return new UploadRequest(
                folder.id(),
                folder.name(),
                integration.id(),
                integration.addressing(),
                call.asking().id(),
                mode,
                fileName);
    }

    private static @Nullable String fileName(Call call) {
        var name = call.query("fileName").orElse(null);
        if (name != null && (name.length() > FILE_NAME_CHARACTERS || name.indexOf('\0') >= 0)) {
            throw Call.invalid("fileName", "A file name has at most " + FILE_NAME_CHARACTERS + " characters.");
        }
        return name;
    }
}

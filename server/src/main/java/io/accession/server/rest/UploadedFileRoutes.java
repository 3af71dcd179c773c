package io.accession.server.rest;

import io.accession.api.NewUploadPlaces;
import io.accession.api.NewUploadedFiles;
import io.accession.api.UploadPlaces;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.JobMode;
import io.accession.core.hosted.HostedObject;
import io.accession.core.hosted.HostedUploads;
import io.accession.core.receive.Reception;
import io.accession.core.registry.Folder;
import io.accession.core.registry.Folders;
import io.accession.server.http.Call;
import io.accession.server.http.Operation;
import io.helidon.http.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Files from people's own disks: they are put into storage of the server's, then registered like all others. */
public final class UploadedFileRoutes {

    private static final String FILES = "/api/v1/folders/{id}/uploaded-files";

    private final Folders folders;
    private final HostedUploads uploads;
    private final Reception reception;
    private final JobAccess access;
    private final DatasetTarget datasets;
    private final Optional<URI> publicUrl;

    /** {@code publicUrl} is where people find the server, if the operator said so. */
    UploadedFileRoutes(
            Folders folders,
            HostedUploads uploads,
            Reception reception,
            JobAccess access,
            DatasetTarget datasets,
            Optional<URI> publicUrl) {
        this.folders = folders;
        this.uploads = uploads;
        this.reception = reception;
        this.access = access;
        this.datasets = datasets;
        this.publicUrl = publicUrl;
    }

    List<Operation> operations() {
        return List.of(Operation.post(FILES + "/places", this::reserve), Operation.post(FILES, this::register));
    }

    private void reserve(Call call) throws IOException {
        var folder = folder(call);
        var names = call.body(NewUploadPlaces.class).names();
        FileKinds.require("/names/%d", names);
        var places = uploads.reserve(call.asking(), folder.id(), names.size(), call.server(publicUrl));
        call.answer(
                Status.CREATED_201,
                new UploadPlaces(places.stream()
                        .map(place -> new UploadPlaces.Place(place.object().id(), place.url()))
                        .toList()));
    }

    private void register(Call call) throws IOException {
        var folder = folder(call);
        var dataset = datasets.wanted(call);
        var body = call.body(NewUploadedFiles.class);
        FileKinds.require(
                "/files/%d/name",
                body.files().stream().map(NewUploadedFiles.File::name).toList());
        var objects =
                body.files().stream().map(file -> new HostedObject(file.id())).toList();
        var storage = uploads.keep(call.asking(), folder.id(), objects);
        var mode = body.ignoreErrors() ? JobMode.TOLERANT : JobMode.ATOMIC;
        var request = UploadRoutes.request(call, folder, storage, mode, null);
        var job = reception.receive(request, new ByteArrayInputStream(FileKinds.manifest(body.files())));
        datasets.link(call, dataset, job);
        call.answer(Status.CREATED_201, access.shown(access.job(call.asking(), job)));
    }

    private Folder folder(Call call) {
        return folders.readToChange(call.asking(), new FolderId(call.id("id", "folder")));
    }
}

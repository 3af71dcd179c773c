package io.accession.client;

import io.accession.api.NewUploadPlaces;
import io.accession.api.NewUploadedFiles;
import io.accession.api.PlanReport;
import io.accession.api.UnitFailure;
import io.accession.api.UploadJob;
import io.accession.api.UploadPlaces;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs through manifests, and through files that are uploaded. */
public final class UploadJobs {

    private final Connection connection;

    UploadJobs(Connection connection) {
        this.connection = connection;
    }

    /**
     * Sends the manifest, without holding it in memory. The job that is answered goes on whatever becomes of this client.
     *
     * @param ignoreErrors whether good entries are registered although others fail; otherwise all are or none is
     * @throws RequestRefusedException when the manifest cannot be read, with line, column and JSON Pointer; a faulty entry is a failure of the job
     */
    public UploadJob register(UUID folder, UUID integration, boolean ignoreErrors, Manifest manifest) {
        var route = Route.to("folders", folder, "upload-jobs")
                .with("integration", integration)
                .with("ignoreErrors", ignoreErrors)
                .with("fileName", manifest.name().isEmpty() ? null : manifest.name());
        return connection.upload(manifest.addTo(route), manifest, UploadJob.class);
    }

    /**
     * Sends files one after the other, then registers them. The job that is answered goes on whatever becomes of this client; before that nothing is
     * registered, and the server removes what nobody registered by itself.
     *
     * @throws RequestRefusedException also when the names of some files say no kind that can be registered, with all of these; then none was sent
     */
    public UploadJob upload(UUID folder, FileUpload upload) {
        var files = Route.to("folders", folder, "uploaded-files");
        var names = upload.files().stream().map(FileUpload::name).toList();
        var places = connection
                .post(
                        Route.to("folders", folder, "uploaded-files", "places"),
                        new NewUploadPlaces(names),
                        UploadPlaces.class)
                .places();
        var sent = new ArrayList<NewUploadedFiles.File>();
        var bytes = new AtomicLong();
        for (int i = 0; i < names.size(); i++) {
            var place = places.get(i);
            long before = bytes.get();
            connection.put(place.url(), Manifest.content(upload.files().get(i)).telling(ofFile -> {
                bytes.set(before + ofFile);
                upload.sent().accept(before + ofFile);
            }));
            sent.add(new NewUploadedFiles.File(place.id(), names.get(i)));
        }
        return connection.post(
                files.with("dataset", upload.dataset()),
                new NewUploadedFiles(sent, upload.ignoreErrors()),
                UploadJob.class);
    }

    /** What registering the manifest would do: how many entries are new, known or faulty, and the first faults. Nothing is kept, and no object is looked at. */
    public PlanReport plan(UUID folder, UUID integration, Manifest manifest) {
        var route = Route.to("folders", folder, "upload-plans").with("integration", integration);
        return connection.upload(manifest.addTo(route), manifest, PlanReport.class);
    }

    /** A job as it is now, with its counts. */
    public UploadJob read(UUID id) {
        return connection.read(Route.to("upload-jobs", id), UploadJob.class);
    }

    /** The newest first; those of one folder, in one state and with a text in their file name, where these are not null. */
    public Listing<UploadJob> list(@Nullable UUID folder, UploadJob.@Nullable State state, @Nullable String search) {
        var route = Route.to("upload-jobs")
                .with("folder", folder)
                .with("state", state)
                .with("search", search);
        return new Listing<>(connection, route, UploadJob.class);
    }

    /** Ends a job. What it has registered stays if it ignored errors. A job that has ended is answered as it is. */
    public UploadJob cancel(UUID id) {
        return connection.post(Route.to("upload-jobs", id, "cancel"), UploadJob.class);
    }

    /**
     * Tells of every change until the job has ended, and returns it then. Follows the server's events, asks again and again where these do not
     * come through, and takes up a connection that broke; gives up when the server cannot be reached for a minute.
     */
    public UploadJob watch(UUID id, Consumer<UploadJob> progress) {
        return new JobWatch(connection, id, progress, JobWatch.Patience.USUAL).untilEnded();
    }

    /** What failed, in the order of the manifest, and why. */
    public Listing<UnitFailure> failures(UUID id) {
        return new Listing<>(connection, Route.to("upload-jobs", id, "failures"), UnitFailure.class);
    }

    /** UTF-8, one row per URL below a header. To be closed. */
    public InputStream failuresAsCsv(UUID id) {
        return connection.open(Route.to("upload-jobs", id, "failures.csv"), "text/csv");
    }

    /** The entries that failed, ready to be posted again: CSV for a job whose manifest was CSV, else JSON. To be closed. */
    public InputStream failedManifest(UUID id) {
        return connection.open(Route.to("upload-jobs", id, "failed-manifest"), "application/json, text/csv");
    }
}

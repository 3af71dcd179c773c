package io.accession.core.sync;

import io.accession.core.domain.Failure;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryError.Fault;
import io.accession.core.domain.RegistryException;
import io.accession.core.integration.ObjectStores;
import io.accession.core.object.ObjectPrefix;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.core.registry.Folder;
import io.accession.core.registry.FolderSync;
import io.accession.core.registry.Folders;
import io.accession.core.registry.Integrations;
import io.accession.core.registry.NewFolder;
import io.accession.core.registry.Principal;
import java.util.List;
import java.util.Optional;

/** Cloud-synced folders for those who may use them. What is missing or forbidden is a {@code NotFoundOrForbidden}. */
public final class SyncedFolders {

    private final Folders folders;
    private final Integrations integrations;
    private final ObjectStores stores;
    private final SyncRuns runs;

    public SyncedFolders(Folders folders, Integrations integrations, ObjectStores stores, SyncRuns runs) {
        this.folders = folders;
        this.integrations = integrations;
        this.stores = stores;
        this.runs = runs;
    }

    /** Creates a folder, and settles what it follows if it is a synced one. */
    public Folder create(Principal asking, NewFolder folder) {
        var sync = folder.sync();
        return folders.create(
                asking,
                sync == null
                        ? folder
                        : new NewFolder(
                                folder.name(),
                                folder.parent(),
                                folder.description(),
                                folder.clientMetadata(),
                                checked(asking, sync)));
    }

    private FolderSync checked(Principal asking, FolderSync sync) {
        var integration = integrations.read(asking, sync.integration()).integration();
        if (integration.strictClientOnly()) {
            throw invalid(
                    "/sync/integrationId",
                    "The storage integration is strict client-only, so nothing is ever listed or read through it.");
        }
        var url = directory(sync.url());
        if (ObjectPrefix.read(url, integration.addressing()) instanceof ObjectPrefix.Reading.Refused(Failure failure)) {
            throw invalid("/sync/url", failure.message());
        }
        return sync.at(url);
    }

    /** What is followed is a directory: its name ends with a slash, so that its neighbours with longer names are not followed too. */
    private static String directory(String url) {
        boolean isWhole = url.isEmpty() || url.endsWith("/");
        return isWhole ? url : url + "/";
    }

    /**
     * Starts a sync, or joins the one that is under way.
     *
     * @throws RegistryException {@code Invalid} when the folder is no synced one, or its prefix cannot be listed
     */
    public SyncRuns.Started start(Principal asking, FolderId folder) {
        var sync = folders.readToChange(asking, folder).sync();
        if (sync == null) {
            throw new RegistryException(
                    new RegistryError.Invalid(
                            "The folder is no cloud-synced one. Only a folder that was created with a URL to follow can be synced."));
        }
        requireListing(sync);
        return runs.start(folder, asking.id());
    }

    private void requireListing(FolderSync sync) {
        var integration = integrations
                .find(sync.integration())
                .orElseThrow(() -> new RegistryException(
                        new RegistryError.Invalid("The folder's storage integration was removed.")));
        try {
            if (ObjectPrefix.read(sync.url(), integration.addressing())
                    instanceof ObjectPrefix.Reading.Located(ObjectPrefix prefix)) {
                stores.open(integration).list(prefix.bucket(), prefix.key(), "");
            }
        } catch (ObjectUnavailableException e) {
            if (!e.failure().code().retryable()) {
                throw new RegistryException(
                        new RegistryError.Invalid(
                                "The folder cannot be synced. " + e.failure().message()),
                        e);
            }
        }
    }

    private static RegistryException invalid(String pointer, String message) {
        return new RegistryException(
                new RegistryError.Invalid("The request is not valid.", List.of(new Fault(pointer, message))));
    }

    public SyncRun read(Principal asking, FolderId folder, SyncRunId run) {
        folders.read(asking, folder);
        return runs.find(run)
                .filter(found -> found.folder().equals(folder))
                .orElseThrow(
                        () -> new RegistryException(new RegistryError.NotFoundOrForbidden("sync", run.toString())));
    }

    public Optional<SyncRun> findLast(Principal asking, FolderId folder) {
        folders.read(asking, folder);
        return runs.findLast(folder);
    }

    /** What was registered stays. */
    public SyncRun cancel(Principal asking, FolderId folder, SyncRunId run) {
        folders.readToChange(asking, folder);
        read(asking, folder, run);
        runs.cancel(run, asking.id());
        return read(asking, folder, run);
    }
}

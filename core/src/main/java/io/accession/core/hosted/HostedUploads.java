package io.accession.core.hosted;

import io.accession.core.domain.FolderId;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.integration.IntegrationSettings;
import io.accession.core.integration.ObjectStores;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.core.object.ObjectUrls;
import io.accession.core.registry.MediaPaths;
import io.accession.core.registry.Principal;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Uploads of files for those who may register them. */
public final class HostedUploads {

    private static final Logger LOG = LoggerFactory.getLogger(HostedUploads.class);

    private static final int MOST = 10_000;

    private final HostedObjects objects;
    private final HostedStorage storage;
    private final ObjectStores stores;
    private final MediaPaths paths;

    public HostedUploads(HostedObjects objects, HostedStorage storage, ObjectStores stores, MediaPaths paths) {
        this.objects = objects;
        this.storage = storage;
        this.stores = stores;
        this.paths = paths;
    }

    /** A place for a file, and where to put the file within twelve hours. */
    public record Place(HostedObject object, URI url) {}

    /**
     * Keeps places for files. The URLs need no further credential.
     *
     * @param folder that the files are for; null where the asker does not say it yet
     * @param server where the asker finds this server, without a slash at the end
     */
    public List<Place> reserve(Principal asking, @Nullable FolderId folder, int count, String server) {
        if (count < 1 || count > MOST) {
            throw invalid("Places for 1 to " + MOST + " files can be kept at once, got " + count + ".");
        }
        var current = storage.current();
        var places = new ArrayList<Place>(count);
        for (var object : objects.reserve(asking, folder, current.id(), count)) {
            places.add(new Place(object, url(object, current, server)));
        }
        return places;
    }

    private URI url(HostedObject object, StorageIntegration current, String server) {
        if (current.settings() instanceof IntegrationSettings.Local) {
            return URI.create(server + paths.signUpload(object, HostedStorage.UPLOAD_LIFETIME));
        }
        try {
            return stores.open(current)
                    .signUpload(
                            ObjectUrls.ownObject(object.key(), current.addressing()), HostedStorage.UPLOAD_LIFETIME);
        } catch (ObjectUnavailableException e) {
            throw new RegistryException(
                    new RegistryError.Unavailable("Files cannot be uploaded at the moment. "
                            + e.failure().message()),
                    e);
        }
    }

    /**
     * The storage of files that an upload job is about to name. They have to be the asker's, and meant for that folder or for none; what is not
     * is a {@code NotFoundOrForbidden}. Without files it is the storage that new ones go into.
     */
    public StorageIntegration keep(Principal asking, FolderId folder, Collection<HostedObject> named) {
        return named.isEmpty() ? storage.current() : storage.find(objects.keep(asking, folder, named));
    }

    /** Deletes what nothing names and nothing is going to name. A file that cannot be deleted now is tried again. */
    public void removeUnused() {
        for (var unused = objects.claimUnused(); !unused.isEmpty(); unused = objects.claimUnused()) {
            unused.forEach(this::remove);
        }
    }

    private void remove(HostedObjects.Stored unused) {
        try {
            var integration = storage.find(unused.storage());
            stores.open(integration).delete(ObjectUrls.ownObject(unused.object().key(), integration.addressing()));
        } catch (ObjectUnavailableException e) {
            LOG.warn(
                    "An uploaded file that nothing names could not be deleted: {}",
                    e.failure().message());
            return;
        } catch (RegistryException e) {
            LOG.warn("An uploaded file that nothing names stays where it is: its storage integration was removed.");
        }
        objects.forget(unused.object());
    }

    private static RegistryException invalid(String message) {
        return new RegistryException(new RegistryError.Invalid(message));
    }
}

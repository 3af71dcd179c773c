package io.accession.core.hosted;

import io.accession.core.domain.FolderId;
import io.accession.core.domain.IntegrationId;
import io.accession.core.registry.Principal;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of uploaded files. A file stays while an item names it; one that none names is due for removal after a day. */
public interface HostedObjects {

    /**
     * Keeps places for files that the asker is about to upload.
     *
     * @param folder that the files are for, which the asker has to be an admin of; null where the asker does not say it yet
     */
    List<HostedObject> reserve(Principal asking, @Nullable FolderId folder, IntegrationId storage, int count);

    /** Whether bytes may be put there: the place is kept, and no upload job has named it yet. */
    boolean takesBytes(HostedObject object);

    @FunctionalInterface
    interface Arrival {
        void complete() throws IOException;
    }

    /** Lets a file appear, unless its place is taken or given up; false then. No upload job can name it meanwhile, so the arrival has to be short. */
    boolean complete(HostedObject object, Arrival arrival) throws IOException;

    /**
     * Keeps files for an upload job that is about to name them; from now on their bytes stay as they are. The storage that all of them are in.
     * Every one has to be the asker's and meant for that folder or for none; otherwise nothing is kept and a {@code NotFoundOrForbidden} names
     * one that is not. Files in different storages are {@code Invalid}.
     */
    IntegrationId keep(Principal asking, FolderId folder, Collection<HostedObject> objects);

    /** A file, and where it lies. */
    record Stored(HostedObject object, IntegrationId storage) {}

    /**
     * Some of the files that are due and that neither an item nor a waiting job can name, to be deleted and then forgotten; one that is not
     * forgotten comes again.
     */
    List<Stored> claimUnused();

    void forget(HostedObject object);
}

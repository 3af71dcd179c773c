package io.accession.core.integration;

import io.accession.core.object.ObjectStore;

/** Opens the storage behind an integration. Safe for use by many threads. */
public interface ObjectStores extends AutoCloseable {

    /**
     * The store of an integration. Clients are kept and shared, and replaced when the integration's version changes: do not close the
     * store, and ask for it again for each piece of work.
     */
    ObjectStore open(StorageIntegration integration);

    @Override
    void close();
}

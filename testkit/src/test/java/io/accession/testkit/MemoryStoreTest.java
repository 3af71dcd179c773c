package io.accession.testkit;

import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectStore;

class MemoryStoreTest extends WritableObjectStoreContract {

    private final MemoryStore store = new MemoryStore();

    @Override
    protected ObjectStore store() {
        return store;
    }

    @Override
    protected String bucket() {
        return "fleet";
    }

    @Override
    protected ObjectLocation absent(String key) {
        return MemoryStore.location(bucket(), key);
    }
}

package io.accession.testkit.map;

import io.accession.core.map.MapStore;
import java.time.InstantSource;

class MemoryMapStoreTest extends MapStoreContract {

    private final MapStore store = new MemoryMapStore(InstantSource.system());

    @Override
    protected MapStore store() {
        return store;
    }
}

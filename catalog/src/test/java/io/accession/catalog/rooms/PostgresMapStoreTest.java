package io.accession.catalog.rooms;

import io.accession.catalog.fixture.TestDatabase;
import io.accession.catalog.registry.PostgresMapStore;
import io.accession.core.map.MapStore;
import io.accession.testkit.map.MapStoreContract;

class PostgresMapStoreTest extends MapStoreContract {

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    @Override
    protected MapStore store() {
        return new PostgresMapStore(DATABASE.jdbi());
    }
}

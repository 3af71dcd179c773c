package io.accession.server.rest;

import io.accession.core.draft.ListedObject;
import io.accession.core.draft.ObjectHeads;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectStore;
import io.accession.core.object.ObjectUnavailableException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The first bytes of objects in a storage. */
record StoredHeads(ObjectStore store, ManyObjects many) implements ObjectHeads {

    private static final int ATTEMPTS = 3;

    @Override
    public List<Optional<byte[]>> find(List<ListedObject> objects, int length) throws IOException {
        return many.look(objects, location -> read(location, length)).stream()
                .map(found -> found.flatMap(head -> head))
                .toList();
    }

    private Optional<byte[]> read(ObjectLocation location, int length) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return Optional.of(store.read(location, 0, length).bytes());
            } catch (ObjectUnavailableException e) {
                if (!e.failure().code().retryable()) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }
}

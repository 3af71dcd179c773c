package io.accession.catalog.rooms;

import io.accession.core.domain.FailureCode;
import io.accession.core.object.ObjectBytes;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectPage;
import io.accession.core.object.ObjectStat;
import io.accession.core.object.ObjectStore;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.testkit.MemoryStore;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A store in whose first listing something happens. */
final class DyingStore implements ObjectStore {

    /** What a worker that is killed leaves of its page: nothing. */
    static final class Killed extends RuntimeException {}

    @FunctionalInterface
    interface Incident {
        void happen() throws ObjectUnavailableException;
    }

    private final ObjectStore store;
    private final Incident incident;
    private final List<String> askedAfter = new ArrayList<>();

    DyingStore(ObjectStore store) {
        this(store, () -> {
            throw new Killed();
        });
    }

    DyingStore(FailureCode code) {
        this(new MemoryStore(), () -> {
            throw new ObjectUnavailableException(code, "The bucket's owner has to act.");
        });
    }

    DyingStore(ObjectStore store, Incident incident) {
        this.store = store;
        this.incident = incident;
    }

    /** The keys after which was listed. */
    List<String> askedAfter() {
        return askedAfter;
    }

    @Override
    public ObjectPage list(String bucket, String prefix, String after) throws ObjectUnavailableException {
        askedAfter.add(after);
        if (askedAfter.size() == 1) {
            incident.happen();
        }
        return store.list(bucket, prefix, after);
    }

    @Override
    public ObjectStat stat(ObjectLocation object) throws ObjectUnavailableException {
        return store.stat(object);
    }

    @Override
    public ObjectBytes read(ObjectLocation object, long offset, int length) throws ObjectUnavailableException {
        return store.read(object, offset, length);
    }

    @Override
    public ObjectStat write(ObjectLocation object, InputStream bytes, long length, String contentType)
            throws ObjectUnavailableException, IOException {
        return store.write(object, bytes, length, contentType);
    }

    @Override
    public void delete(ObjectLocation object) throws ObjectUnavailableException {
        store.delete(object);
    }

    @Override
    public URI sign(ObjectLocation object, Duration lifetime) throws ObjectUnavailableException {
        return store.sign(object, lifetime);
    }

    @Override
    public void close() {}
}

package io.accession.core.draft;

import io.accession.core.object.ObjectBytes;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectPage;
import io.accession.core.object.ObjectStat;
import io.accession.core.object.ObjectStore;
import io.accession.core.object.ObjectUnavailableException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;

/** A store of which only listings are wanted. */
@FunctionalInterface
interface ListOnlyStore extends ObjectStore {

    @Override
    ObjectPage list(String bucket, String prefix, String after) throws ObjectUnavailableException;

    @Override
    default ObjectStat stat(ObjectLocation object) {
        throw new UnsupportedOperationException();
    }

    @Override
    default ObjectBytes read(ObjectLocation object, long offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    default ObjectStat write(ObjectLocation object, InputStream bytes, long length, String contentType) {
        throw new UnsupportedOperationException();
    }

    @Override
    default void delete(ObjectLocation object) {
        throw new UnsupportedOperationException();
    }

    @Override
    default URI sign(ObjectLocation object, Duration lifetime) {
        throw new UnsupportedOperationException();
    }

    @Override
    default void close() {}
}

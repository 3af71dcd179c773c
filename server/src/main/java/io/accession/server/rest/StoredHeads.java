package io.accession.server.rest;

import io.accession.core.draft.ListedObject;
import io.accession.core.draft.ObjectHeads;
import io.accession.core.object.Addressing;
import io.accession.core.object.ObjectStore;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.core.object.ObjectUrls;
import io.accession.core.object.Resolution;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** The first bytes of objects in a storage, many at once. */
final class StoredHeads implements ObjectHeads {

    private static final int AT_ONCE = 32;
    private static final int ATTEMPTS = 3;

    private final ObjectStore store;
    private final Addressing addressing;
    private final Semaphore free = new Semaphore(AT_ONCE);

    StoredHeads(ObjectStore store, Addressing addressing) {
        this.store = store;
        this.addressing = addressing;
    }

    @Override
    public List<Optional<byte[]>> find(List<ListedObject> objects, int length) throws IOException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var heads = objects.stream()
                    .<Callable<Optional<byte[]>>>map(object -> () -> read(object, length))
                    .toList();
            var found = new ArrayList<Optional<byte[]>>(heads.size());
            for (Future<Optional<byte[]>> head : threads.invokeAll(heads)) {
                found.add(head.get());
            }
            return found;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while objects were looked at");
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private Optional<byte[]> read(ListedObject object, int length) throws InterruptedException {
        if (!(ObjectUrls.resolve(object.url(), addressing) instanceof Resolution.Located(var location))) {
            return Optional.empty();
        }
        free.acquire();
        try {
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
        } finally {
            free.release();
        }
    }
}

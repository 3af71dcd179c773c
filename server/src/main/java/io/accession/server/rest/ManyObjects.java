package io.accession.server.rest;

import io.accession.core.draft.ListedObject;
import io.accession.core.object.Addressing;
import io.accession.core.object.ObjectLocation;
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
import java.util.function.Function;

/** Looks at objects of a storage, many at once. */
final class ManyObjects {

    private static final int AT_ONCE = 32;

    private final Addressing addressing;
    private final Semaphore free = new Semaphore(AT_ONCE);

    ManyObjects(Addressing addressing) {
        this.addressing = addressing;
    }

    /** What {@code look} finds of each object, in the same order; empty where the object's URL leads nowhere. */
    <T> List<Optional<T>> look(List<ListedObject> objects, Function<ObjectLocation, T> look) throws IOException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var looks = objects.stream()
                    .<Callable<Optional<T>>>map(object -> () -> look(object, look))
                    .toList();
            var found = new ArrayList<Optional<T>>(looks.size());
            for (Future<Optional<T>> each : threads.invokeAll(looks)) {
                found.add(each.get());
            }
            return found;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while objects were looked at");
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private <T> Optional<T> look(ListedObject object, Function<ObjectLocation, T> look) throws InterruptedException {
        if (!(ObjectUrls.resolve(object.url(), addressing) instanceof Resolution.Located(var location))) {
            return Optional.empty();
        }
        free.acquire();
        try {
            return Optional.of(look.apply(location));
        } finally {
            free.release();
        }
    }
}

package io.accession.core.migrate;

import io.accession.core.domain.Failure;
import io.accession.core.domain.FailureCode;
import io.accession.core.integration.ObjectStores;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectStat;
import io.accession.core.object.ObjectUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Asks storages for objects, each once in one request, many at a time. */
final class AccessChecks {

    private static final int AT_ONCE = 64;
    private static final int ATTEMPTS = 4;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    private final ObjectStores stores;

    AccessChecks(ObjectStores stores) {
        this.stores = stores;
    }

    /** The bytes are as many as the item is known to have; null: unknown. */
    record Wanted(
            StorageIntegration integration,
            ObjectLocation location,
            @Nullable Long bytes) {}

    sealed interface Access {
        record There(ObjectStat stat) implements Access {}

        record Refused(Failure failure) implements Access {}
    }

    /** In the order of what is wanted. */
    List<Access> check(List<Wanted> wanted) throws InterruptedException {
        var free = new Semaphore(AT_ONCE);
        var found = new ArrayList<Access>(wanted.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var checks = new ArrayList<Future<Access>>(wanted.size());
            for (var one : wanted) {
                checks.add(threads.submit(() -> {
                    free.acquire();
                    try {
                        return check(one);
                    } finally {
                        free.release();
                    }
                }));
            }
            for (var check : checks) {
                found.add(result(check));
            }
        }
        return found;
    }

    private Access check(Wanted wanted) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                var stat = stores.open(wanted.integration()).stat(wanted.location());
                return stat.hasOtherSizeThan(wanted.bytes())
                        ? new Access.Refused(otherSize(stat.bytes(), wanted.bytes()))
                        : new Access.There(stat);
            } catch (ObjectUnavailableException e) {
                if (attempt == ATTEMPTS || !e.failure().code().retryable()) {
                    return new Access.Refused(e.failure());
                }
                Thread.sleep(FIRST_PAUSE.multipliedBy(1L << (attempt - 1)));
            }
        }
    }

    private static Failure otherSize(long found, @Nullable Long registered) {
        return new Failure(
                FailureCode.OBJECT_DIFFERS,
                "The object has " + found + " bytes, the item's has " + registered
                        + ": they are not the same. Register it as an item of its own.");
    }

    private static Access result(Future<Access> check) throws InterruptedException {
        try {
            return check.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("an object could not be asked for", e.getCause());
        }
    }
}

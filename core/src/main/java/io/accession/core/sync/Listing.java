package io.accession.core.sync;

import io.accession.core.object.ObjectPage.Listed;
import io.accession.core.object.ObjectPrefix;
import io.accession.core.object.ObjectStore;
import io.accession.core.object.ObjectUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one page of a sync, in the order of their keys.
 *
 * @param next the last key that the page stands for; null when there is nothing behind it
 */
record Listing(List<Listed> objects, @Nullable String next) {

    /** A page ends early when the storage is slow, long before its lease does. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Asks as often as it takes to find {@code limit} objects. */
    static Listing read(ObjectStore store, ObjectPrefix prefix, String after, int limit)
            throws ObjectUnavailableException {
        long start = System.nanoTime();
        var objects = new ArrayList<Listed>();
        String last = after;
        while (true) {
            var page = store.list(prefix.bucket(), prefix.key(), last);
            for (var object : page.objects()) {
                if (objects.size() == limit) {
                    return new Listing(objects, objects.getLast().key());
                }
                objects.add(object);
            }
            last = page.after();
            if (last == null || System.nanoTime() - start > PATIENCE.toNanos()) {
                return new Listing(objects, last);
            }
        }
    }
}

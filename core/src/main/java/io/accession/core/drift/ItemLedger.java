package io.accession.core.drift;

import io.accession.core.domain.FolderId;
import io.accession.core.registry.Principal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The objects of a folder and of those below it, put into the order of their places. No transaction is open between two calls. For one thread. */
public interface ItemLedger extends AutoCloseable {

    /** Opens ledgers. */
    @FunctionalInterface
    interface Ledgers {
        /** A folder that is missing or forbidden is a {@code NotFoundOrForbidden}. */
        ItemLedger open(Principal asking, FolderId folder);
    }

    /** Where an object lies: {@code place} counts the buckets. */
    record Position(int place, String key) {}

    record Entry(String key, RegisteredObject object) {}

    /** The first and the last key of a place. */
    record Range(String first, String last) {}

    /** Items read, and those that have a position. */
    record Filling(long items, long located) {}

    /** Puts all items in whose objects have a position. */
    Filling fill(Function<RegisteredObject, Optional<Position>> locate);

    Optional<Range> range(int place);

    /** At most {@code limit} in the order of keys, from after an entry on; null: from the first one on. */
    List<Entry> list(int place, @Nullable Entry after, int limit);

    /** At most {@code limit} objects whose media metadata was supplied, drawn by lot, with their facts. */
    List<Entry> sample(int limit);

    @Override
    void close();
}

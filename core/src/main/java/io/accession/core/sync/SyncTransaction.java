package io.accession.core.sync;

import io.accession.core.domain.ItemId;
import io.accession.core.object.IdentityHash;
import io.accession.core.receive.ReceivedManifest;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The transaction in which one page is stored. A constant number of statements per call, whatever the size of the page. */
public interface SyncTransaction {

    /** An item of the folder; a tombstone only where the folder has nothing else of that identity. */
    record HeldItem(
            ItemId id,
            boolean isTombstone,
            @Nullable String etag,
            @Nullable Long bytes) {}

    record SeenObject(String key, IdentityHash identity) {}

    Map<IdentityHash, HeldItem> find(Collection<IdentityHash> identities);

    /** Makes items of tombstones again. */
    void bringBack(List<ItemId> tombstones);

    /**
     * Makes tombstones of the items whose objects were seen after one key and up to another before and are not seen now, and remembers what is.
     *
     * @param upTo null for no end
     * @param seen in the order of keys, all of them within the range
     * @return how many items became tombstones
     */
    int replaceSeen(String after, @Nullable String upTo, List<SeenObject> seen);

    /** Remembers the sidecars that are seen now after one key and up to another, and forgets those that are not. */
    void replaceSidecars(String after, @Nullable String upTo, List<Sidecar> seen);

    /** Lets sidecars be applied again, whatever was applied before: their items are new. Keys of none are passed over. */
    void applyAgain(List<String> sidecarKeys);

    /** Gives items the client metadata that they do not have yet; what it replaces goes to their history. */
    void apply(List<Sidecar.Applied> sidecars);

    /** Adds a job of the run. */
    void post(ReceivedManifest manifest) throws IOException;

    /** {@code next} is the key to go on after; null when nothing is left to list. */
    void finish(SyncCounts counts, List<SyncWarning> warnings, @Nullable String next);
}

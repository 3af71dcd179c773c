package io.accession.core.sync;

import io.accession.core.domain.ItemId;
import io.accession.core.object.ObjectPage.Listed;
import java.util.List;
import java.util.stream.Stream;

/**
 * An object that holds the client metadata of others: of the object whose key it has before the suffix, or else of all whose keys are so but
 * for their extension (registration-facts section 12).
 *
 * @param version its ETag; where the storage tells none, its size and when it changed
 */
public record Sidecar(String key, String version) {

    /** With the items whose metadata it holds; none when there is no such item. */
    public record Paired(Sidecar sidecar, List<ItemId> items) {
        public Paired {
            items = List.copyOf(items);
        }
    }

    /** With what it says, a JSON object that PostgreSQL can store. */
    public record Applied(Paired paired, String metadata) {}

    static Sidecar of(Listed object) {
        var stat = object.stat();
        var etag = stat.etag();
        return new Sidecar(object.key(), etag != null ? etag : stat.bytes() + " " + stat.lastModified());
    }

    /** The keys that a sidecar of the object may have. */
    static Stream<String> keysFor(String objectKey, String suffix) {
        int dot = objectKey.lastIndexOf('.');
        boolean hasExtension = dot > objectKey.lastIndexOf('/');
        return hasExtension
                ? Stream.of(objectKey + suffix, objectKey.substring(0, dot) + suffix)
                : Stream.of(objectKey + suffix);
    }
}

package io.accession.core.draft;

import io.accession.core.integration.StorageIntegration;
import io.accession.core.object.ObjectPrefix;
import io.accession.core.object.ObjectStore;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.core.object.UrlWriting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The objects below some prefixes of a storage integration, for a draft. */
public final class PrefixObjects {

    private final StorageIntegration integration;
    private final ObjectStore store;
    private final Path directory;

    /** {@code directory} is where listings wait that are too long for memory. */
    public PrefixObjects(StorageIntegration integration, ObjectStore store, Path directory) {
        this.integration = integration;
        this.store = store;
        this.directory = directory;
    }

    /** One prefix after another, in their order; one that lies within another is listed once. */
    public void addTo(
            ManifestDraft draft, List<ObjectPrefix> prefixes, boolean flat, boolean csv, PrefixListing.Ticks ticks)
            throws ObjectUnavailableException, IOException, InterruptedException {
        for (var prefix : flat ? prefixes.stream().distinct().toList() : outermost(prefixes)) {
            long before = draft.objects();
            new PrefixListing(store, prefix, flat, directory)
                    .forEach((key, bytes) -> add(draft, prefix, key, bytes, csv), found -> ticks.found(before + found));
        }
    }

    private void add(ManifestDraft draft, ObjectPrefix prefix, String key, long bytes, boolean csv) throws IOException {
        var url = UrlWriting.url(prefix.object(key), integration.addressing(), csv);
        if (url.isPresent()) {
            draft.add(new ListedObject(key, url.get(), bytes));
        } else {
            draft.addUnnameable(key);
        }
    }

    private static List<ObjectPrefix> outermost(List<ObjectPrefix> prefixes) {
        var outermost = new ArrayList<ObjectPrefix>();
        for (var prefix : prefixes) {
            if (outermost.stream().noneMatch(other -> other.holds(prefix))) {
                outermost.removeIf(prefix::holds);
                outermost.add(prefix);
            }
        }
        return outermost;
    }
}

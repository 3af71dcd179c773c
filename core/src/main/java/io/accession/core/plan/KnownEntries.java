package io.accession.core.plan;

import io.accession.core.catalogue.CatalogueTransaction;
import io.accession.core.catalogue.CatalogueTransaction.KnownItem;
import io.accession.core.catalogue.CatalogueTransaction.MetadataUpdates;
import io.accession.core.catalogue.CatalogueTransaction.NewMetadata;
import io.accession.core.domain.ItemId;
import io.accession.core.job.JobTerms;
import io.accession.core.manifest.RawJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Entries whose items the folder already holds. Their client metadata is brought up to date if the job upserts it; members that were
 * hidden are shown, since they are now asked for as items of their own.
 */
public final class KnownEntries {

    private final JobTerms job;
    private final Map<Integer, ItemId> items = new HashMap<>();
    private final List<NewMetadata> metadata = new ArrayList<>();
    private final List<ItemId> hidden = new ArrayList<>();

    public KnownEntries(JobTerms job) {
        this.job = job;
    }

    /** {@code clientMetadata} is null where the entry has none. */
    public void keep(int ordinal, KnownItem item, @Nullable RawJson clientMetadata) {
        items.put(ordinal, item.id());
        if (item.hidden()) {
            hidden.add(item.id());
        }
        if (job.upsertMetadata() && clientMetadata != null) {
            metadata.add(new NewMetadata(ordinal, item.id(), clientMetadata));
        }
    }

    public MetadataUpdates apply(CatalogueTransaction catalogue) {
        catalogue.show(hidden);
        var updates = catalogue.updateMetadata(job, metadata);
        updates.refused().forEach(refused -> items.remove(refused.ordinal()));
        return updates;
    }

    /** By ordinal. */
    public Map<Integer, ItemId> items() {
        return items;
    }
}

package io.accession.core.catalogue;

import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.ItemKind;
import io.accession.core.domain.MediaFacts;
import io.accession.core.job.JobTerms;
import io.accession.core.manifest.RawJson;
import io.accession.core.object.IdentityHash;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The items of one job's folder within one transaction. A constant number of statements per call, whatever the size. */
public interface CatalogueTransaction {

    /** The items of the folder with these identities. Of several with one identity the first by number. Tombstones do not count. */
    Map<IdentityHash, KnownItem> find(JobTerms job, Collection<IdentityHash> identities);

    record KnownItem(ItemId id, boolean hidden) {}

    /** Those of the items that the job's user may read. Nobody removes them until the transaction has ended. */
    Map<ItemId, GivenItem> findGiven(JobTerms job, Collection<ItemId> items);

    /** An item that a new one may be made of. URL and facts are null where it has none, or is no image. */
    record GivenItem(
            ItemKind kind,
            IntegrationId integration,
            String name,
            @Nullable String objectUrl,
            MediaFacts.@Nullable Image facts) {}

    /**
     * Adds items. Those that the database cannot hold are left out and named.
     *
     * @throws IdentityTakenException when another transaction has added one of the identities since it was looked up: roll back and repeat
     */
    List<Refused> add(JobTerms job, List<NewItem> items);

    /** Replaces client metadata where it differs, keeping what it was in the item's history. */
    MetadataUpdates updateMetadata(JobTerms job, List<NewMetadata> updates);

    record NewMetadata(int ordinal, ItemId item, RawJson clientMetadata) {}

    record MetadataUpdates(int changed, List<Refused> refused) {}

    /** Replaces what was found of objects that have changed. */
    void updateFacts(List<NewFacts> updates);

    record NewFacts(
            ItemId item,
            MediaFacts facts,
            @Nullable String etag,
            @Nullable Instant lastModified) {}

    /** Shows members that have now been registered as items of their own. */
    void show(List<ItemId> members);

    /** An entry whose item the database cannot hold, and why. */
    record Refused(int ordinal, String reason) {}
}

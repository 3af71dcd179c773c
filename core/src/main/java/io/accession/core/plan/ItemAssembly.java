package io.accession.core.plan;

import io.accession.core.catalogue.CatalogueTransaction;
import io.accession.core.catalogue.CatalogueTransaction.KnownItem;
import io.accession.core.catalogue.CatalogueTransaction.Refused;
import io.accession.core.catalogue.NewItem;
import io.accession.core.dicom.DicomSeries;
import io.accession.core.domain.ItemId;
import io.accession.core.job.JobTerms;
import io.accession.core.manifest.EntryTitles;
import io.accession.core.manifest.ManifestEntry;
import io.accession.core.object.Identities;
import io.accession.core.object.IdentityHash;
import io.accession.core.object.ObjectLocation;
import io.accession.core.receive.EntryIdentities;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes items of sound entries and adds them to the catalogue. The members of composites become hidden items of their own; where
 * duplicates are skipped, a member that the folder already has, or that another entry has just brought, is used again. For one
 * transaction.
 */
public final class ItemAssembly {

    private final JobTerms job;
    private final EntryIdentities identities;
    private final Map<IdentityHash, KnownItem> known;
    private final List<SoundEntry> singles = new ArrayList<>();
    private final List<SoundEntry> composites = new ArrayList<>();
    private final Map<IdentityHash, ItemId> brought = new HashMap<>();

    /** {@code known} has the members that the folder already holds, where duplicates are skipped. */
    public ItemAssembly(JobTerms job, EntryIdentities identities, Map<IdentityHash, KnownItem> known) {
        this.job = job;
        this.identities = identities;
        this.known = known;
    }

    /** The identities of a composite's members, in order; none for a single object. */
    public static List<IdentityHash> memberIdentities(EntryIdentities identities, ManifestEntry entry) {
        return entry.kind().isComposite() && entry.given() == null
                ? identities.locations(entry).stream()
                        .map(location -> Identities.of(entry.kind().memberKind(), location))
                        .toList()
                : List.of();
    }

    public void add(SoundEntry sound) {
        (sound.entry().kind().isComposite() ? composites : singles).add(sound);
    }

    /** Adds the items of all entries; those that the database cannot hold are left out and named. */
    public List<Refused> addTo(CatalogueTransaction catalogue) {
        var items = singles.stream().map(this::single).toList();
        if (composites.isEmpty()) {
            return catalogue.add(job, items);
        }
        var refused = new ArrayList<>(catalogue.add(job, items));
        var left = refused.stream().map(Refused::ordinal).collect(Collectors.toSet());
        items.stream()
                .filter(item -> !left.contains(item.ordinal()))
                .forEach(item -> brought.put(item.identity(), item.id()));
        var frames = new ArrayList<NewItem>();
        var groups = composites.stream().map(sound -> composite(sound, frames)).toList();
        refused.addAll(catalogue.add(job, frames));
        refused.addAll(catalogue.add(job, groups));
        return refused;
    }

    private NewItem single(SoundEntry sound) {
        var entry = sound.entry();
        var sighting = sound.sightings().getFirst();
        return new NewItem(
                ItemId.of(job.id(), sound.slot()),
                sound.ordinal(),
                entry.kind(),
                title(entry),
                sound.identity(),
                duplicateNumber(sound.slot()),
                entry.objects().getFirst().url(),
                sighting.facts(),
                sighting.etag(),
                sighting.lastModified(),
                entry.clientMetadata(),
                false,
                List.of());
    }

    /** A member is hidden and has no metadata of its own. */
    private NewItem frame(SoundEntry sound, int index, IdentityHash identity) {
        var object = sound.entry().objects().get(index);
        var sighting = sound.sightings().get(index);
        int slot = sound.slot() + 1 + index;
        return new NewItem(
                ItemId.of(job.id(), slot),
                sound.ordinal(),
                sound.entry().kind().memberKind(),
                EntryTitles.title(object, () -> identities.location(object)),
                identity,
                duplicateNumber(slot),
                object.url(),
                sighting.facts(),
                sighting.etag(),
                sighting.lastModified(),
                null,
                true,
                List.of());
    }

    /** The composite itself; members that are new go to {@code frames}. */
    private NewItem composite(SoundEntry sound, List<NewItem> frames) {
        var entry = sound.entry();
        var rendition = sound.rendition();
        var memberIds = new ArrayList<ItemId>(entry.objects().size());
        var memberIdentities = memberIdentities(identities, entry);
        if (entry.given() != null) {
            memberIds.addAll(entry.given().items());
        }
        for (int i = 0; i < memberIdentities.size(); i++) {
            memberIds.add(member(sound, i, memberIdentities.get(i), frames));
        }
        var series = SeriesOfEntry.find(sound, identities);
        return new NewItem(
                ItemId.of(job.id(), sound.slot()),
                sound.ordinal(),
                entry.kind(),
                EntryTitles.title(entry, series.flatMap(DicomSeries::description), () -> first(entry)),
                sound.identity(),
                duplicateNumber(sound.slot()),
                rendition == null ? null : rendition.objectUrl(),
                rendition == null ? series.map(DicomSeries::facts).orElse(null) : rendition.facts(),
                rendition == null ? null : rendition.etag(),
                null,
                entry.clientMetadata(),
                false,
                memberIds);
    }

    private ItemId member(SoundEntry sound, int index, IdentityHash identity, List<NewItem> frames) {
        if (job.skipDuplicates()) {
            var there = known.get(identity);
            var again = there == null ? brought.get(identity) : there.id();
            if (again != null) {
                return again;
            }
        }
        var item = frame(sound, index, identity);
        frames.add(item);
        brought.put(identity, item.id());
        return item.id();
    }

    private String title(ManifestEntry entry) {
        return EntryTitles.title(entry, () -> first(entry));
    }

    private ObjectLocation first(ManifestEntry entry) {
        return identities.location(entry.objects().getFirst());
    }

    /** 0 where duplicates are skipped, so that the identity is unique in the folder; else derived from job and slot. */
    private long duplicateNumber(int slot) {
        return job.skipDuplicates() ? 0 : (job.id().value().getLeastSignificantBits() << 32) | (slot + 1L);
    }
}

package io.accession.core.promote;

import io.accession.core.catalogue.CatalogueTransaction;
import io.accession.core.catalogue.CatalogueTransaction.KnownItem;
import io.accession.core.catalogue.CatalogueTransaction.NewFacts;
import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.JobMode;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.job.JobTerms;
import io.accession.core.object.IdentityHash;
import io.accession.core.plan.ItemAssembly;
import io.accession.core.plan.KnownEntries;
import io.accession.core.plan.SlicePlan;
import io.accession.core.plan.SoundEntry;
import io.accession.core.probe.ClaimedUnit;
import io.accession.core.probe.ProbedChunk;
import io.accession.core.probe.UnitOutcome;
import io.accession.core.probe.UnitProbing;
import io.accession.core.receive.EntryIdentities;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Makes items of probed and rendered units. Promoting twice changes nothing. Safe for use by many threads. */
public final class Promotion {

    private final ChunkStore store;
    private final Function<IntegrationId, StorageIntegration> integrations;

    public Promotion(ChunkStore store, Function<IntegrationId, StorageIntegration> integrations) {
        this.store = store;
        this.integrations = integrations;
    }

    public void promote(ProbedChunk chunk) {
        var identities = new EntryIdentities(
                integrations.apply(chunk.job().integration()).addressing());
        store.promote(chunk, (outcomes, transaction) -> promote(chunk, identities, outcomes, transaction));
    }

    private static void promote(
            ProbedChunk chunk, EntryIdentities identities, List<UnitOutcome> outcomes, ChunkTransaction transaction) {
        var results = new HashMap<ClaimedUnit, UnitResult>();
        var sound = new HashMap<Integer, UnitOutcome.Sound>();
        for (var outcome : outcomes) {
            switch (outcome) {
                case UnitOutcome.Failed(var unit, var failure) -> results.put(unit, new UnitResult.Failed(failure));
                case UnitOutcome.Later(var unit, var failure, var pause) ->
                    results.put(unit, new UnitResult.Later(failure, pause));
                case UnitOutcome.Sound one
                when one.entry().isToRender() ->
                    results.put(one.unit(), new UnitResult.ToRender(one.entry().sightings()));
                case UnitOutcome.Sound one
                when chunk.job().mode() == JobMode.ATOMIC ->
                    results.put(
                            one.unit(),
                            new UnitResult.Remembered(
                                    one.entry().sightings(), one.entry().rendition()));
                case UnitOutcome.Sound one -> sound.put(one.unit().ordinal(), one);
            }
        }
        var registration = register(
                chunk.job(),
                identities,
                sound.values().stream().map(UnitOutcome.Sound::entry).toList(),
                transaction);
        sound.forEach((ordinal, one) -> results.put(one.unit(), registration.result(ordinal)));
        transaction.record(chunk, results, registration.metadataUpdated());
    }

    /** What became of sound entries, by ordinal. */
    record Registration(Map<Integer, UnitResult> results, int metadataUpdated) {

        UnitResult result(int ordinal) {
            var result = results.get(ordinal);
            if (result == null) {
                throw new IllegalStateException("entry " + ordinal + " was not registered");
            }
            return result;
        }
    }

    /** Adds sound entries to the folder, or keeps what the folder has. */
    static Registration register(
            JobTerms job, EntryIdentities identities, List<SoundEntry> entries, CatalogueTransaction catalogue) {
        Map<IdentityHash, KnownItem> known = job.skipDuplicates() && !entries.isEmpty()
                ? catalogue.find(job, wanted(identities, entries))
                : Map.of();
        var knownEntries = new KnownEntries(job);
        var assembly = new ItemAssembly(job, identities, known);
        var results = new HashMap<Integer, UnitResult>();
        var seenAgain = new ArrayList<NewFacts>();
        for (var entry : entries) {
            var there = known.get(entry.identity());
            if (there != null) {
                knownEntries.keep(entry.ordinal(), there, entry.entry().clientMetadata());
                results.put(entry.ordinal(), new UnitResult.Known(there.id()));
                if (job.looksAgain()) {
                    seenAgain.add(seenAgain(there.id(), entry));
                }
            } else if (entry.entry().objects().isEmpty()) {
                results.put(entry.ordinal(), new UnitResult.Failed(UnitProbing.GONE));
            } else {
                assembly.add(entry);
                results.put(entry.ordinal(), new UnitResult.Registered(ItemId.of(job.id(), entry.slot())));
            }
        }
        catalogue.updateFacts(seenAgain);
        var updates = knownEntries.apply(catalogue);
        updates.refused().forEach(one -> results.put(one.ordinal(), notStorable(one.reason())));
        assembly.addTo(catalogue).forEach(one -> results.put(one.ordinal(), notStorable(one.reason())));
        return new Registration(results, updates.changed());
    }

    private static NewFacts seenAgain(ItemId item, SoundEntry entry) {
        var sighting = entry.sightings().getFirst();
        return new NewFacts(item, sighting.facts(), sighting.etag(), sighting.lastModified());
    }

    private static UnitResult notStorable(String reason) {
        return new UnitResult.Failed(SlicePlan.notStorable(reason));
    }

    private static Set<IdentityHash> wanted(EntryIdentities identities, List<SoundEntry> entries) {
        var wanted = new HashSet<IdentityHash>();
        for (var entry : entries) {
            wanted.add(entry.identity());
            wanted.addAll(ItemAssembly.memberIdentities(identities, entry.entry()));
        }
        return wanted;
    }
}

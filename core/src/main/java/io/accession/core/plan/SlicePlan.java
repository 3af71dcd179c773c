package io.accession.core.plan;

import io.accession.core.catalogue.CatalogueTransaction;
import io.accession.core.catalogue.CatalogueTransaction.KnownItem;
import io.accession.core.catalogue.CatalogueTransaction.Refused;
import io.accession.core.domain.Failure;
import io.accession.core.domain.FailureCode;
import io.accession.core.domain.ItemKind;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.job.JobTerms;
import io.accession.core.manifest.EntryParser;
import io.accession.core.manifest.ManifestEntry;
import io.accession.core.manifest.ManifestLimits;
import io.accession.core.object.IdentityHash;
import io.accession.core.plan.SoundEntry.Sighting;
import io.accession.core.receive.EntryIdentities;
import io.accession.core.receive.SliceFormat;
import io.accession.core.receive.SlicedEntry;
import io.accession.core.schema.MetadataRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one slice, sorted: known, repeated, trusted, to probe, unsound. Sorting looks identities up once; {@link #apply} then
 * writes what the sound ones amount to, {@link #units} is what has to be remembered. For one transaction.
 */
public final class SlicePlan {

    private final ClaimedSlice slice;
    private final StorageIntegration integration;
    private final MetadataRule rule;
    private final EntryParser parser;
    private final EntryIdentities identities;

    private final List<SlicedEntry> sound = new ArrayList<>();
    private final List<Candidate> trusted = new ArrayList<>();
    private final List<NewUnit> units = new ArrayList<>();
    private final KnownEntries knownEntries;
    private Map<IdentityHash, KnownItem> known = Map.of();
    private Map<IdentityHash, KnownItem> knownMembers = Map.of();
    private List<Refused> refused = List.of();
    private int repeated;
    private int failed;
    private int registered;
    private int metadataUpdated;

    private record Candidate(SlicedEntry sliced, IdentityHash identity, ManifestEntry entry) {}

    public SlicePlan(ClaimedSlice slice, StorageIntegration integration, MetadataRule rule, ManifestLimits limits) {
        this.slice = slice;
        this.integration = integration;
        this.rule = rule;
        this.parser = new EntryParser(limits);
        this.identities = new EntryIdentities(integration.addressing());
        this.knownEntries = new KnownEntries(slice.job());
    }

    /** Sorts the slice's entries. What is known already is not even parsed, unless its metadata may have changed. */
    public SlicePlan sort(CatalogueTransaction catalogue) {
        SliceFormat.read(slice.body(), this::sortOut);
        if (job().skipDuplicates()) {
            known = catalogue.find(
                    job(), sound.stream().map(SlicePlan::identity).collect(Collectors.toSet()));
        }
        List<Candidate> unknown = new ArrayList<>();
        for (var sliced : sound) {
            var there = known.get(identity(sliced));
            if (there == null || job().looksAgain()) {
                unknown.add(new Candidate(sliced, identity(sliced), parse(sliced)));
            } else {
                keep(sliced, there);
            }
        }
        unknown = withGiven(catalogue, unknown);
        findMembers(catalogue, unknown);
        unknown.forEach(this::sort);
        return this;
    }

    private void keep(SlicedEntry sliced, KnownItem there) {
        if (!job().upsertMetadata()) {
            knownEntries.keep(sliced.ordinal(), there, null);
            return;
        }
        var entry = parse(sliced);
        misfit(entry)
                .ifPresentOrElse(
                        failure -> fail(sliced, entry, failure),
                        () -> knownEntries.keep(sliced.ordinal(), there, entry.clientMetadata()));
    }

    private JobTerms job() {
        return slice.job();
    }

    private void sortOut(SlicedEntry sliced) {
        if (sliced.repeats() >= 0 && job().skipDuplicates()) {
            repeated++;
        } else if (sliced.failure() != null) {
            fail(sliced, parse(sliced), sliced.failure());
        } else {
            sound.add(sliced);
        }
    }

    private static IdentityHash identity(SlicedEntry sliced) {
        return Objects.requireNonNull(sliced.identity(), "a sound entry has an identity");
    }

    private ManifestEntry parse(SlicedEntry sliced) {
        var raw = sliced.raw();
        return parser.parse(sliced.position().typeKey(), raw.buffer(), raw.offset(), raw.length());
    }

    /** Looks up the items that entries are made of; entries whose items cannot be had fail. */
    private List<Candidate> withGiven(CatalogueTransaction catalogue, List<Candidate> candidates) {
        var items = candidates.stream()
                .map(candidate -> candidate.entry().given())
                .flatMap(given -> given == null ? Stream.of() : given.items().stream())
                .collect(Collectors.toSet());
        if (items.isEmpty()) {
            return candidates;
        }
        var found = catalogue.findGiven(job(), items);
        var whole = new ArrayList<Candidate>(candidates.size());
        for (var candidate : candidates) {
            switch (GivenFrames.of(job(), candidate.entry(), found)) {
                case GivenFrames.Found(var entry) ->
                    whole.add(new Candidate(candidate.sliced(), candidate.identity(), entry));
                case GivenFrames.Refused(var failure) -> fail(candidate.sliced(), candidate.entry(), failure);
            }
        }
        return whole;
    }

    private void findMembers(CatalogueTransaction catalogue, List<Candidate> unknown) {
        if (!job().skipDuplicates()) {
            return;
        }
        var members = unknown.stream()
                .flatMap(candidate -> ItemAssembly.memberIdentities(identities, candidate.entry()).stream())
                .collect(Collectors.toSet());
        if (!members.isEmpty()) {
            knownMembers = catalogue.find(job(), members);
        }
    }

    private Optional<Failure> misfit(ManifestEntry entry) {
        return Optional.ofNullable(entry.clientMetadata())
                .flatMap(metadata -> rule.misfit(metadata.text()))
                .map(told -> new Failure(
                        FailureCode.METADATA_SCHEMA_MISMATCH,
                        "The metadata schema is strict here, and the entry's client metadata does not fit it. "
                                + told));
    }

    private void sort(Candidate candidate) {
        var entry = candidate.entry();
        var misfit = misfit(entry);
        if (misfit.isPresent()) {
            fail(candidate.sliced(), entry, misfit.get());
        } else if (entry.kind() == ItemKind.IMAGE_SEQUENCE && !integration.takesWrites()) {
            fail(candidate.sliced(), entry, neverWrites());
        } else if (entry.missingMediaMetadata() == null && entry.kind() != ItemKind.IMAGE_SEQUENCE) {
            trust(candidate);
        } else if (integration.strictClientOnly()) {
            fail(candidate.sliced(), entry, neverReads(entry));
        } else {
            units.add(unit(candidate.sliced(), entry, null));
        }
    }

    private void trust(Candidate candidate) {
        var failure = SeriesOfEntry.failure(sound(candidate), identities);
        if (failure.isPresent()) {
            fail(candidate.sliced(), candidate.entry(), failure.get());
        } else {
            trusted.add(candidate);
        }
    }

    private static Failure neverReads(ManifestEntry entry) {
        return new Failure(
                FailureCode.MEDIA_METADATA_REQUIRED,
                "The integration is strict client-only, so nothing is read: the entry must bring "
                        + entry.missingMediaMetadata() + ".");
    }

    private Failure neverWrites() {
        return new Failure(
                FailureCode.WRITE_ACCESS_REQUIRED,
                "The video of an image sequence is written into the storage, and "
                        + (integration.strictClientOnly()
                                ? "a strict client-only integration never writes."
                                : "direct access cannot write.")
                        + " Use an integration that may write, or register an image group with createVideo false.");
    }

    private void fail(SlicedEntry sliced, ManifestEntry entry, Failure failure) {
        failed++;
        units.add(unit(sliced, entry, failure));
    }

    private static NewUnit unit(SlicedEntry sliced, ManifestEntry entry, @Nullable Failure failure) {
        return new NewUnit(
                sliced.ordinal(),
                sliced.slot(),
                sliced.position(),
                entry.kind(),
                sliced.raw(),
                sliced.identity(),
                failure);
    }

    /** Adds the trusted entries' items and brings known ones up to date. Entries that the database cannot hold fail. */
    public SlicePlan apply(CatalogueTransaction catalogue) {
        var assembly = new ItemAssembly(job(), identities, knownMembers);
        trusted.forEach(candidate -> assembly.add(sound(candidate)));
        var updates = knownEntries.apply(catalogue);
        metadataUpdated = updates.changed();
        var refused = new ArrayList<>(assembly.addTo(catalogue));
        registered = trusted.size() - refused.size();
        refused.addAll(updates.refused());
        this.refused = refused;
        refuse();
        return this;
    }

    private static SoundEntry sound(Candidate candidate) {
        var sliced = candidate.sliced();
        var sightings = candidate.entry().objects().stream()
                .map(object -> new Sighting(Objects.requireNonNull(object.supplied()), null))
                .toList();
        return new SoundEntry(sliced.ordinal(), sliced.slot(), candidate.identity(), candidate.entry(), sightings);
    }

    private void refuse() {
        if (refused.isEmpty()) {
            return;
        }
        var reasons = new HashMap<Integer, String>();
        refused.forEach(one -> reasons.put(one.ordinal(), one.reason()));
        for (var sliced : sound) {
            var reason = reasons.get(sliced.ordinal());
            if (reason != null) {
                fail(sliced, parse(sliced), notStorable(reason));
            }
        }
    }

    /** The failure of an entry that the database cannot hold. */
    public static Failure notStorable(String reason) {
        return new Failure(
                FailureCode.METADATA_NOT_STORABLE, "The database cannot hold the entry's metadata: " + reason + ".");
    }

    /** The entries that the database could not hold. */
    public List<Refused> refused() {
        return refused;
    }

    /** The entries to be looked at, and those that failed. */
    public List<NewUnit> units() {
        return units;
    }

    /** Those of the units that failed, with what they failed for. */
    public Map<Integer, Failure> failures() {
        var failures = new HashMap<Integer, Failure>();
        for (var unit : units) {
            if (unit.failure() != null) {
                failures.put(unit.ordinal(), unit.failure());
            }
        }
        return failures;
    }

    public SliceCounts counts() {
        return new SliceCounts(
                knownEntries.items(),
                repeated,
                trusted.size(),
                units.size() - failed,
                registered,
                metadataUpdated,
                failed);
    }
}

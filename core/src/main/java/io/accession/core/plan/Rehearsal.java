package io.accession.core.plan;

import io.accession.core.integration.StorageIntegration;
import io.accession.core.manifest.ManifestForm;
import io.accession.core.manifest.ManifestLimits;
import io.accession.core.manifest.RawJson;
import io.accession.core.receive.NewJob;
import io.accession.core.receive.Reception;
import io.accession.core.receive.UploadRequest;
import io.accession.core.schema.MetadataRule;
import io.accession.core.schema.StrictMetadata;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Tells what a manifest would do: the real plan of all its slices, in a transaction that is rolled back. */
public final class Rehearsal {

    private final Reception reception;
    private final SliceQueue queue;
    private final StrictMetadata strict;
    private final ManifestLimits limits;

    public Rehearsal(Reception reception, SliceQueue queue, StrictMetadata strict, ManifestLimits limits) {
        this.reception = reception;
        this.queue = queue;
        this.strict = strict;
        this.limits = limits;
    }

    /** Reads the manifest to its end; nothing is stored. */
    public PlanReport rehearse(
            UploadRequest request, StorageIntegration integration, ManifestForm form, InputStream body)
            throws IOException {
        try (var manifest = reception.read(request, form, body)) {
            var tally = new Tally();
            var rule = new MetadataRule(strict.find(integration.id()));
            queue.rehearse(manifest.job(), manifest.slices(), (slice, transaction) -> {
                var plan = new SlicePlan(slice, integration, rule, limits)
                        .sort(transaction)
                        .apply(transaction);
                tally.add(plan);
            });
            return tally.report(manifest.job());
        }
    }

    private static final class Tally {

        private final List<NewUnit> problems = new ArrayList<>();
        private int added;
        private int known;
        private int metadataWouldChange;
        private int toProbe;
        private int repeated;
        private int invalid;

        void add(SlicePlan plan) {
            var counts = plan.counts();
            added += counts.registered();
            known += counts.known();
            metadataWouldChange += counts.metadataUpdated();
            toProbe += counts.toProbe();
            repeated += counts.repeated();
            invalid += counts.failed();
            plan.units().stream()
                    .filter(unit -> unit.failure() != null)
                    .limit(PlanReport.PROBLEMS - problems.size())
                    .map(Tally::kept)
                    .forEach(problems::add);
        }

        /** A copy that does not hold on to the slice it came from. */
        private static NewUnit kept(NewUnit unit) {
            var raw = unit.entry();
            var copy = Arrays.copyOfRange(raw.buffer(), raw.offset(), raw.offset() + raw.length());
            return new NewUnit(
                    unit.ordinal(),
                    unit.slot(),
                    unit.position(),
                    unit.kind(),
                    new RawJson(copy, 0, copy.length),
                    unit.identity(),
                    unit.failure());
        }

        PlanReport report(NewJob job) {
            return new PlanReport(
                    job.entries(),
                    job.urls(),
                    added,
                    known,
                    metadataWouldChange,
                    toProbe,
                    repeated,
                    invalid,
                    problems,
                    job.warnings());
        }
    }
}

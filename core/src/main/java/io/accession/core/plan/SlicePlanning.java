package io.accession.core.plan;

import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.JobMode;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.manifest.ManifestLimits;
import io.accession.core.schema.MetadataRule;
import io.accession.core.schema.StrictMetadata;
import java.util.function.Function;

/** Plans slices. A slice planned twice, or by two workers at once, is planned once. Safe for use by many threads. */
public final class SlicePlanning {

    private final SliceQueue queue;
    private final Function<IntegrationId, StorageIntegration> integrations;
    private final StrictMetadata strict;
    private final ManifestLimits limits;

    public SlicePlanning(
            SliceQueue queue,
            Function<IntegrationId, StorageIntegration> integrations,
            StrictMetadata strict,
            ManifestLimits limits) {
        this.queue = queue;
        this.integrations = integrations;
        this.strict = strict;
        this.limits = limits;
    }

    /** Plans one slice; false when none is waiting. */
    public boolean planNext() {
        return queue.planNext(this::plan);
    }

    private void plan(ClaimedSlice slice, SliceTransaction transaction) {
        var integration = slice.job().integration();
        var rule = new MetadataRule(strict.find(integration));
        var plan = new SlicePlan(slice, integrations.apply(integration), rule, limits).sort(transaction);
        if (slice.job().mode() == JobMode.TOLERANT) {
            plan.apply(transaction);
        }
        transaction.addUnits(slice, plan.units());
        transaction.finish(slice, plan.counts());
    }
}

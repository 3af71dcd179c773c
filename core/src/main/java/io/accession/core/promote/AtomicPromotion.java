package io.accession.core.promote;

import io.accession.core.domain.Failure;
import io.accession.core.domain.IntegrationId;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.job.JobTerms;
import io.accession.core.manifest.ManifestLimits;
import io.accession.core.plan.SlicePlan;
import io.accession.core.receive.EntryIdentities;
import io.accession.core.schema.MetadataRule;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Makes items of all that an atomic job's manifest names, in one transaction. Identities are looked up again. */
public final class AtomicPromotion {

    private final Function<IntegrationId, StorageIntegration> integrations;
    private final ManifestLimits limits;

    public AtomicPromotion(Function<IntegrationId, StorageIntegration> integrations, ManifestLimits limits) {
        this.integrations = integrations;
        this.limits = limits;
    }

    /**
     * Adds everything, or tells by ordinal what the database could not hold; then the caller must roll back.
     */
    public Map<Integer, Failure> promote(JobTerms job, JobTransaction transaction) {
        var integration = integrations.apply(job.integration());
        var failures = new HashMap<Integer, Failure>();
        transaction.forEachSlice(slice -> {
            var plan = new SlicePlan(slice, integration, MetadataRule.NONE, limits).sort(transaction);
            failures.putAll(plan.apply(transaction).failures());
            transaction.recordSlice(slice, plan.counts());
        });
        var identities = new EntryIdentities(integration.addressing());
        transaction.forEachProbed(entries -> {
            var registration = Promotion.register(job, identities, entries, transaction);
            registration.results().forEach((ordinal, result) -> {
                if (result instanceof UnitResult.Failed(Failure failure)) {
                    failures.put(ordinal, failure);
                }
            });
            transaction.recordUnits(registration.results(), registration.metadataUpdated());
        });
        return failures;
    }
}

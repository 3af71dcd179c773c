package io.accession.server.rest;

import io.accession.api.PlanReport;
import io.accession.core.domain.Failure;
import io.accession.core.manifest.EntryParser;
import io.accession.core.manifest.ManifestLimits;
import io.accession.core.plan.NewUnit;
import java.util.stream.Stream;

/** Plans as answers show them. */
final class PlanOnTheWire {

    private final ManifestLimits limits;

    PlanOnTheWire(ManifestLimits limits) {
        this.limits = limits;
    }

    PlanReport shown(io.accession.core.plan.PlanReport plan) {
        var parser = new EntryParser(limits);
        return new PlanReport(
                plan.entries(),
                plan.urls(),
                plan.added(),
                plan.known(),
                plan.metadataWouldChange(),
                plan.toProbe(),
                plan.repeated(),
                plan.invalid(),
                JobOnTheWire.warnings(plan.warnings()),
                plan.problems().stream().flatMap(unit -> problem(unit, parser)).toList(),
                plan.invalid() > plan.problems().size());
    }

    private static Stream<PlanReport.Invalid> problem(NewUnit unit, EntryParser parser) {
        Failure failure = unit.failure();
        if (failure == null) {
            return Stream.empty();
        }
        var raw = unit.entry();
        var entry = parser.parse(unit.position().typeKey(), raw.buffer(), raw.offset(), raw.length());
        return Stream.of(new PlanReport.Invalid(
                unit.position().line(),
                unit.position().column(),
                unit.position().pointer(),
                entry.objects().isEmpty() ? null : entry.objects().getFirst().url(),
                failure.code().name(),
                failure.message()));
    }
}

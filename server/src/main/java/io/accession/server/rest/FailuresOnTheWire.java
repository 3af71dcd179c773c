package io.accession.server.rest;

import io.accession.api.UnitFailure;
import io.accession.core.job.FailedUnit;
import io.accession.core.manifest.EntryParser;
import io.accession.core.manifest.ManifestLimits;
import io.accession.core.manifest.ObjectReference;
import java.nio.charset.StandardCharsets;

/** Failed units as answers show them: their URLs and titles are read from the entry that was kept. For one thread. */
final class FailuresOnTheWire {

    private final EntryParser parser;

    FailuresOnTheWire(ManifestLimits limits) {
        this.parser = new EntryParser(limits);
    }

    UnitFailure shown(FailedUnit failure) {
        var position = failure.position();
        var bytes = failure.entry().getBytes(StandardCharsets.UTF_8);
        var entry = parser.parse(position.typeKey(), bytes, 0, bytes.length);
        return new UnitFailure(
                entry.objects().stream().map(ObjectReference::url).toList(),
                entry.title(),
                failure.itemKind(),
                position.pointer(),
                position.line(),
                position.column(),
                failure.failure().code().name(),
                failure.failure().code().retryable(),
                failure.attempts(),
                failure.failure().message(),
                failure.subtask());
    }
}

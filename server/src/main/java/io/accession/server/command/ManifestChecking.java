package io.accession.server.command;

import io.accession.client.Body;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.manifest.BodyCoding;
import io.accession.core.manifest.EntryPosition;
import io.accession.core.manifest.EntrySink;
import io.accession.core.manifest.ManifestEntry;
import io.accession.core.manifest.ManifestForm;
import io.accession.core.manifest.ManifestLimits;
import io.accession.core.manifest.ManifestReader;
import io.accession.core.manifest.ManifestSummary;
import io.accession.core.manifest.RawJson;
import io.accession.server.rest.ManifestForms;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One manifest while it is checked. Memory does not grow with it. */
final class ManifestChecking implements EntrySink {

    private static final int MOST_FAULTS = 1_000;

    private final String file;
    private final ManifestReader reader;
    private final Map<String, Long> entries = new LinkedHashMap<>();
    private final List<ManifestReport.Fault> faults = new ArrayList<>();
    private long urls;
    private long faulty;

    ManifestChecking(String file, ManifestLimits limits) {
        this.file = file;
        this.reader = new ManifestReader(limits);
    }

    /** Reads what would be sent, in whatever form it would be sent. */
    ManifestReport check(Body sent) throws IOException {
        try {
            var coding = BodyCoding.named(sent.contentEncoding()).orElse(BodyCoding.IDENTITY);
            var form = new ManifestForm(ManifestForms.format(sent.mediaType()), false, false, null);
            return report(reader.read(form, coding.unpacked(sent.bytes()), this));
        } catch (RegistryException e) {
            faulty++;
            faults.add(fault(e.error()));
            return new ManifestReport(file, entries, urls, faulty, faults, List.of());
        }
    }

    @Override
    public void accept(EntryPosition position, RawJson raw, ManifestEntry entry) {
        entries.merge(position.typeKey(), 1L, Long::sum);
        urls += entry.objects().size();
        var failure = entry.failure();
        if (failure == null) {
            return;
        }
        faulty++;
        if (faults.size() < MOST_FAULTS) {
            faults.add(new ManifestReport.Fault(
                    position.line(),
                    position.column(),
                    position.pointer(),
                    failure.code().name(),
                    failure.message()));
        }
    }

    private static ManifestReport.Fault fault(RegistryError error) {
        return error instanceof RegistryError.ManifestInvalid invalid
                ? new ManifestReport.Fault(invalid.line(), invalid.column(), invalid.pointer(), null, invalid.message())
                : new ManifestReport.Fault(1, 1, "", null, error.message());
    }

    private ManifestReport report(ManifestSummary summary) {
        var warnings = summary.warnings().stream()
                .map(warning -> new ManifestReport.Warning(
                        warning.line(), warning.column(), warning.code(), warning.message(), warning.count()))
                .toList();
        return new ManifestReport(file, entries, urls, faulty, faults, warnings);
    }
}

package io.accession.core.manifest;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a registration manifest as a stream, in one pass, and hands its entries over one by one. Memory is bounded by the largest entry that
 * the limits allow, whatever the manifest's size: the groups and series of a CSV manifest, whose rows may stand anywhere, are held until its
 * end and count as one entry. Safe to share between threads.
 */
public final class ManifestReader {

    private final ManifestLimits limits;

    public ManifestReader(ManifestLimits limits) {
        this.limits = limits;
    }

    /**
     * Reads to the end of the body, unless the manifest as a whole is wrong. Faults of single entries are part of the entry. Does not close
     * the body.
     *
     * @throws io.accession.core.domain.RegistryException with {@code ManifestInvalid} or {@code TooLarge}; entries handed over before stand
     *     for nothing then
     * @throws IOException when the body cannot be read or the sink cannot take an entry
     */
    public ManifestSummary read(ManifestForm form, InputStream body, EntrySink sink) throws IOException {
        return switch (form.format()) {
            case JSON -> new ManifestReading(limits, form, body, sink).read();
            case NDJSON -> new NdjsonReading(limits, form, body, sink).read();
            case CSV -> new CsvReading(limits, form, body, sink).read();
        };
    }
}

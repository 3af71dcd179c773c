package io.accession.core.manifest;

import java.io.IOException;

/** Takes entries one by one, in manifest order. */
@FunctionalInterface
public interface EntrySink {

    /**
     * {@code raw} is the entry as it was written, with tolerated comments and trailing commas blanked out, so that it is strict JSON; of a CSV
     * manifest, the JSON that its row or group of rows stands for. It is valid until the method returns, as is the entry's client metadata. For an entry over the size limit it is {@code {}}.
     */
    void accept(EntryPosition position, RawJson raw, ManifestEntry entry) throws IOException;
}

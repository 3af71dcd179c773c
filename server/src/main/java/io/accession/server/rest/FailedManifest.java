package io.accession.server.rest;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.accession.core.job.FailedUnit;
import java.io.IOException;
import java.io.Writer;

/** Writes failed entries, exactly as they came, as a manifest. Entries come in manifest order, so those of one key come together. */
final class FailedManifest {

    private final Writer out;
    private String key = "";

    FailedManifest(Writer out) {
        this.out = out;
    }

    void begin(boolean skipDuplicateUrls, boolean upsertMetadata) throws IOException {
        out.write("{\"skip_duplicate_urls\": " + skipDuplicateUrls + ", \"upsert_metadata\": " + upsertMetadata);
    }

    void add(FailedUnit failure) throws IOException {
        var typeKey = failure.position().typeKey();
        if (typeKey.equals(key)) {
            out.write(",\n");
        } else {
            out.write((key.isEmpty() ? "" : "]") + ",\n\"" + escaped(typeKey) + "\": [\n");
            key = typeKey;
        }
        out.write(failure.entry());
    }

    void end() throws IOException {
        out.write(key.isEmpty() ? "}\n" : "]}\n");
    }

    private static String escaped(String text) {
        return String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text));
    }
}

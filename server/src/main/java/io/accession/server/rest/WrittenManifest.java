package io.accession.server.rest;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.Writer;

/** Writes entries as a manifest. Those of one key come together. */
final class WrittenManifest {

    private final Writer out;
    private String key = "";

    WrittenManifest(Writer out) {
        this.out = out;
    }

    void begin(boolean skipDuplicateUrls, boolean upsertMetadata) throws IOException {
        out.write("{\"skip_duplicate_urls\": " + skipDuplicateUrls + ", \"upsert_metadata\": " + upsertMetadata);
    }

    /** {@code entry} is JSON, written as it is. */
    void add(String typeKey, String entry) throws IOException {
        if (typeKey.equals(key)) {
            out.write(",\n");
        } else {
            out.write((key.isEmpty() ? "" : "]") + ",\n\"" + escaped(typeKey) + "\": [\n");
            key = typeKey;
        }
        out.write(entry);
    }

    void end() throws IOException {
        out.write(key.isEmpty() ? "}\n" : "]}\n");
    }

    private static String escaped(String text) {
        return String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text));
    }
}

package io.accession.core.sync;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The registration manifest of one page. */
final class SyncManifest {

    private static final JsonFactory JSON = new JsonFactory();

    private record Entry(String url, @Nullable String metadata) {}

    private final Map<String, List<Entry>> entries = new TreeMap<>();

    /** {@code metadata} is a JSON object. */
    void add(String typeKey, String url, @Nullable String metadata) {
        entries.computeIfAbsent(typeKey, key -> new ArrayList<>()).add(new Entry(url, metadata));
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** {@code upsertsMetadata} brings the metadata of known items up to date. */
    InputStream body(boolean upsertsMetadata) throws IOException {
        var body = new ByteArrayOutputStream();
        try (var out = JSON.createGenerator(body)) {
            out.writeStartObject();
            for (var type : entries.entrySet()) {
                out.writeArrayFieldStart(type.getKey());
                for (var entry : type.getValue()) {
                    write(out, entry);
                }
                out.writeEndArray();
            }
            out.writeBooleanField("skip_duplicate_urls", true);
            out.writeBooleanField("upsert_metadata", upsertsMetadata);
            out.writeEndObject();
        }
        return new ByteArrayInputStream(body.toByteArray());
    }

    private static void write(JsonGenerator out, Entry entry) throws IOException {
        out.writeStartObject();
        out.writeStringField("objectUrl", entry.url());
        if (entry.metadata() != null) {
            out.writeFieldName("clientMetadata");
            out.writeRawValue(entry.metadata());
        }
        out.writeEndObject();
    }
}

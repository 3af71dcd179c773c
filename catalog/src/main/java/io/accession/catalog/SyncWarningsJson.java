package io.accession.catalog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import io.accession.core.sync.SyncRun;
import io.accession.core.sync.SyncWarning;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The warnings of a sync as they lie in {@code sync_run.warnings}: an array of three-element arrays. */
final class SyncWarningsJson {

    private static final JsonFactory JSON = new JsonFactory();

    private SyncWarningsJson() {}

    static String write(List<SyncWarning> warnings) {
        var text = new StringWriter();
        try (var out = JSON.createGenerator(text)) {
            out.writeStartArray();
            for (var warning : warnings.subList(0, Math.min(warnings.size(), SyncRun.WARNINGS))) {
                out.writeStartArray();
                out.writeString(warning.code());
                out.writeString(warning.key());
                out.writeString(warning.message());
                out.writeEndArray();
            }
            out.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static List<SyncWarning> read(String json) {
        var warnings = new ArrayList<SyncWarning>();
        try (var in = JSON.createParser(json)) {
            in.nextToken();
            while (in.nextToken() == JsonToken.START_ARRAY) {
                warnings.add(new SyncWarning(in.nextTextValue(), in.nextTextValue(), in.nextTextValue()));
                in.nextToken();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return warnings.subList(0, Math.min(warnings.size(), SyncRun.WARNINGS));
    }
}

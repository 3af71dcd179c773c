package io.accession.catalog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.accession.core.manifest.ManifestWarning;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The warnings of a job as they lie in {@code upload_job.warnings}: an array of five-element arrays. */
final class WarningsJson {

    private static final JsonFactory JSON = new JsonFactory();

    private WarningsJson() {}

    static String write(List<ManifestWarning> warnings) {
        var text = new StringWriter();
        try (var out = JSON.createGenerator(text)) {
            out.writeStartArray();
            for (var warning : warnings) {
                out.writeStartArray();
                out.writeString(warning.code());
                out.writeString(warning.message());
                out.writeNumber(warning.count());
                out.writeNumber(warning.line());
                out.writeNumber(warning.column());
                out.writeEndArray();
            }
            out.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static List<ManifestWarning> read(String json) {
        var warnings = new ArrayList<ManifestWarning>();
        try (var in = JSON.createParser(json)) {
            in.nextToken();
            while (in.nextToken() == JsonToken.START_ARRAY) {
                warnings.add(readOne(in));
                in.nextToken();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return warnings;
    }

    private static ManifestWarning readOne(JsonParser in) throws IOException {
        return new ManifestWarning(
                in.nextTextValue(), in.nextTextValue(), in.nextLongValue(0), in.nextLongValue(0), in.nextLongValue(0));
    }
}

package io.accession.catalog.backup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.accession.catalog.backup.BackupContents.SavedSequence;
import io.accession.catalog.backup.BackupContents.SavedTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The contents of a backup as JSON: flat objects of strings and numbers, lists of them, and nothing else. */
final class ContentsJson {

    private static final String KIND = "accession-backup";
    private static final long FORMAT = 1;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxDocumentLength(16 << 20).build())
            .build();

    private ContentsJson() {}

    static void write(BackupContents contents, OutputStream target) throws IOException {
        try (var json = JSON.createGenerator(target)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("kind", KIND);
            json.writeNumberField("format", FORMAT);
            json.writeStringField("schema", contents.schemaVersion());
            json.writeNumberField("postgres", contents.postgresVersion());
            json.writeStringField("made-at", contents.madeAt().toString());
            writeTables(contents.tables(), json);
            writeSequences(contents.sequences(), json);
            json.writeEndObject();
        }
    }

    static BackupContents read(InputStream source) throws IOException {
        try (var json = JSON.createParser(source)) {
            return contents(object(json, json.nextToken()));
        }
    }

    private static void writeTables(List<SavedTable> tables, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("tables");
        for (var table : tables) {
            json.writeStartObject();
            json.writeStringField("name", table.name());
            json.writeArrayFieldStart("columns");
            for (var column : table.columns()) {
                json.writeString(column);
            }
            json.writeEndArray();
            json.writeNumberField("rows", table.rows());
            json.writeStringField("sha256", table.checksum());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeSequences(List<SavedSequence> sequences, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("sequences");
        for (var sequence : sequences) {
            json.writeStartObject();
            json.writeStringField("name", sequence.name());
            json.writeNumberField("next", sequence.next());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static BackupContents contents(Map<String, Object> json) throws IOException {
        if (!KIND.equals(json.get("kind"))) {
            throw new IOException("it is not a backup of Accession");
        }
        if (field(json, "format", Long.class) != FORMAT) {
            throw new IOException("its format is of a newer Accession; use that one to restore it");
        }
        var tables = new ArrayList<SavedTable>();
        for (var table : list(json, "tables")) {
            tables.add(table(table));
        }
        var sequences = new ArrayList<SavedSequence>();
        for (var sequence : list(json, "sequences")) {
            var fields = map(sequence);
            sequences.add(new SavedSequence(field(fields, "name", String.class), field(fields, "next", Long.class)));
        }
        return new BackupContents(
                field(json, "schema", String.class),
                Math.toIntExact(field(json, "postgres", Long.class)),
                Instant.parse(field(json, "made-at", String.class)),
                tables,
                sequences);
    }

    private static SavedTable table(Object json) throws IOException {
        var fields = map(json);
        var columns = list(fields, "columns").stream().map(String::valueOf).toList();
        return new SavedTable(
                field(fields, "name", String.class),
                columns,
                field(fields, "rows", Long.class),
                field(fields, "sha256", String.class));
    }

    private static <T> T field(Map<String, Object> json, String name, Class<T> type) throws IOException {
        var value = json.get(name);
        if (!type.isInstance(value)) {
            throw new IOException("its list of contents lacks '" + name + "'");
        }
        return type.cast(value);
    }

    private static List<?> list(Map<String, Object> json, String name) throws IOException {
        return field(json, name, List.class);
    }

    @SuppressWarnings("unchecked") // object() makes no other maps
    private static Map<String, Object> map(Object json) throws IOException {
        if (json instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new IOException("its list of contents is damaged");
    }

    private static Map<String, Object> object(JsonParser json, @Nullable JsonToken start) throws IOException {
        if (start != JsonToken.START_OBJECT) {
            throw new IOException("its list of contents is damaged");
        }
        var fields = new HashMap<String, Object>();
        for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            fields.put(name, value(json, json.nextToken()));
        }
        return fields;
    }

    private static Object value(JsonParser json, @Nullable JsonToken token) throws IOException {
        if (token == JsonToken.START_ARRAY) {
            var values = new ArrayList<Object>();
            for (var next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
                values.add(value(json, next));
            }
            return values;
        }
        if (token == JsonToken.START_OBJECT) {
            return object(json, token);
        }
        return token == JsonToken.VALUE_NUMBER_INT ? (Object) json.getLongValue() : json.getText();
    }
}

package io.accession.core.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads metadata as a schema understands it. Nothing is refused: what does not fit is told and left out. Null is no value. The memory it takes grows
 * with the declared values only. Safe for use by many threads.
 */
public final class MetadataReading {

    private static final JsonFactory FACTORY =
            JsonFactory.builder().streamReadConstraints(JsonValues.CONSTRAINTS).build();

    private final MetadataSchema schema;

    public MetadataReading(MetadataSchema schema) {
        this.schema = schema;
    }

    /** {@code metadata} is a JSON object, as the catalogue holds it. */
    public TypedMetadata read(String metadata) {
        var faults = new ArrayList<MetadataFault>();
        var frames = new LinkedHashMap<String, Map<String, TypedValue>>();
        try (var json = FACTORY.createParser(metadata)) {
            json.nextToken();
            return new TypedMetadata(object(json, "", faults, frames), frames, faults);
        } catch (IOException e) {
            throw new IllegalArgumentException("The metadata is not valid JSON.", e);
        }
    }

    private Map<String, TypedValue> object(
            JsonParser json, String pointer, List<MetadataFault> faults, Map<String, Map<String, TypedValue>> frames)
            throws IOException {
        var values = new LinkedHashMap<String, TypedValue>();
        for (var key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            var token = json.nextToken();
            if (key.equals("$encord") && pointer.isEmpty()) {
                reserved(json, faults, frames);
                continue;
            }
            var type = schema.declared(key);
            if (type.isEmpty() || token == JsonToken.VALUE_NULL) {
                json.skipChildren();
                continue;
            }
            var value = new ValueReading(json, pointer + SchemaFaults.pointer(key), faults).read(type.get());
            if (value != null) {
                values.put(key, value);
            }
        }
        return values;
    }

    /** The frames of a video have metadata of their own. */
    private void reserved(JsonParser json, List<MetadataFault> faults, Map<String, Map<String, TypedValue>> frames)
            throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        for (var key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            if (json.nextToken() != JsonToken.START_OBJECT || !key.equals("frames")) {
                json.skipChildren();
                continue;
            }
            for (var frame = json.nextFieldName(); frame != null; frame = json.nextFieldName()) {
                if (json.nextToken() == JsonToken.START_OBJECT) {
                    var pointer = SchemaFaults.pointer("$encord", "frames", frame);
                    frames.put(frame, object(json, pointer, faults, frames));
                } else {
                    json.skipChildren();
                }
            }
        }
    }
}

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
 * with the declared values and the key frames only. Safe for use by many threads.
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
        try (var json = FACTORY.createParser(metadata)) {
            json.nextToken();
            return new Run(json).read();
        } catch (IOException e) {
            throw new IllegalArgumentException("The metadata is not valid JSON.", e);
        }
    }

    /** The reading of one item's metadata. */
    private final class Run {

        private final JsonParser json;
        private final List<MetadataFault> faults = new ArrayList<>();
        private final Map<String, Map<String, TypedValue>> frames = new LinkedHashMap<>();
        private FrameSampling sampling = FrameSampling.DEFAULT;

        Run(JsonParser json) {
            this.json = json;
        }

        TypedMetadata read() throws IOException {
            var values = object("");
            return new TypedMetadata(values, frames, sampling, faults);
        }

        private Map<String, TypedValue> object(String pointer) throws IOException {
            var values = new LinkedHashMap<String, TypedValue>();
            for (var key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
                var token = json.nextToken();
                if (key.equals("$encord") && pointer.isEmpty()) {
                    reserved();
                    continue;
                }
                var type = schema.declared(key);
                if (type.isEmpty() || token == JsonToken.VALUE_NULL) {
                    json.skipChildren();
                    continue;
                }
                var value = new ValueReading(json, pointer, key, faults).read(type.get());
                if (value != null) {
                    values.put(key, value);
                }
            }
            return values;
        }

        private void reserved() throws IOException {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                json.skipChildren();
                return;
            }
            for (var key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
                json.nextToken();
                switch (key) {
                    case "config" -> sampling = new FrameSamplingReading(json, faults).read();
                    case "frames" -> frames();
                    default -> json.skipChildren();
                }
            }
        }

        /** The key frames of a video have metadata of their own, which may be none. */
        private void frames() throws IOException {
            var here = SchemaFaults.pointer("$encord", "frames");
            if (isNoObject(here)) {
                return;
            }
            for (var frame = json.nextFieldName(); frame != null; frame = json.nextFieldName()) {
                json.nextToken();
                var pointer = here + SchemaFaults.pointer(frame);
                frames.put(frame, isNoObject(pointer) ? Map.of() : object(pointer));
            }
        }

        /** Steps over what is none, and tells it unless it is null. */
        private boolean isNoObject(String pointer) throws IOException {
            if (json.currentToken() == JsonToken.START_OBJECT) {
                return false;
            }
            if (json.currentToken() != JsonToken.VALUE_NULL) {
                faults.add(new MetadataFault(pointer, "An object is expected.", false));
            }
            json.skipChildren();
            return true;
        }
    }
}

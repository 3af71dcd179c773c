package io.accession.core.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.accession.core.domain.RegistryError.Fault;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A schema as JSON: an object of types by key, as the Encord SDK writes it, with snake-case names and nulls. */
public final class SchemaJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private SchemaJson() {}

    /**
     * Reads a schema, whose keys and changes nobody has looked at yet.
     *
     * @throws io.accession.core.domain.RegistryException with all faults, when the text is no schema
     */
    public static MetadataSchema read(String text) {
        if (!(value(text) instanceof Map<?, ?> object)) {
            throw SchemaFaults.invalid("A metadata schema is an object of types by key.");
        }
        var faults = new ArrayList<Fault>();
        var fields = new LinkedHashMap<String, FieldType>();
        object.forEach((name, value) -> {
            var key = String.valueOf(name);
            new TypeReading(SchemaFaults.pointer(key), faults).read(value).ifPresent(type -> fields.put(key, type));
        });
        SchemaFaults.refuse(faults);
        return new MetadataSchema(fields);
    }

    /** The text as maps, lists and plain values. */
    static @Nullable Object value(String text) {
        try {
            return JsonValues.read(text);
        } catch (JsonProcessingException e) {
            throw SchemaFaults.invalid("The metadata schema is not valid JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw SchemaFaults.invalid("The metadata schema is not valid JSON: " + e.getMessage());
        }
    }

    public static String text(MetadataSchema schema) {
        var text = new StringWriter();
        try (var json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            for (var field : schema.fields().entrySet()) {
                json.writeFieldName(field.getKey());
                write(json, field.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, FieldType type) throws IOException {
        json.writeStartObject();
        switch (type) {
            case FieldType.Scalar(var scalar) -> {
                json.writeStringField("ty", "variant");
                json.writeStringField("hint", scalar.wireName());
            }
            case FieldType.Strict(var scalar) -> {
                json.writeStringField("ty", scalar.wireName());
                if (scalar == ScalarType.DATETIME) {
                    json.writeStringField("timezone", "UTC");
                }
            }
            case FieldType.StrictNumber(var format) -> {
                json.writeStringField("ty", "number");
                json.writeStringField("format", format.name());
            }
            case FieldType.StrictVarchar(var length) -> {
                json.writeStringField("ty", "varchar");
                json.writeNumberField("max_length", length);
            }
            case FieldType.User _ -> json.writeStringField("ty", "user");
            case FieldType.Enumeration(var values) -> {
                json.writeStringField("ty", "enum");
                json.writeFieldName("values");
                json.writeArray(values.toArray(new String[0]), 0, values.size());
            }
            case FieldType.Embedding(var size, var api) -> {
                json.writeStringField("ty", "embedding");
                json.writeNumberField("size", size);
                json.writeFieldName("api");
                write(json, api);
            }
            case FieldType.Geospatial _ -> json.writeStringField("ty", "geospatial");
            case FieldType.Deleted(var before) -> {
                json.writeStringField("ty", "tombstone");
                json.writeFieldName("deleted_ty");
                write(json, before);
            }
            case FieldType.Buried _ -> {
                json.writeStringField("ty", "tombstone");
                json.writeNullField("deleted_ty");
            }
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, FieldType.@Nullable EmbeddingApi api) throws IOException {
        if (api == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringField("url", api.url());
        json.writeStringField("path", api.path());
        var service = api.serviceIntegration();
        json.writeStringField("service_integration", service == null ? null : service.toString());
        json.writePOJOField("client_only", api.clientOnly());
        json.writePOJOField("embed_b64_image", api.embedB64Image());
        json.writePOJOField("embed_text", api.embedText());
        json.writeEndObject();
    }
}

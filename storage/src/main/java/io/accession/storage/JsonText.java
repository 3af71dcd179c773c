package io.accession.storage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The small JSON documents that clouds answer with. Everything is absent in a document that is no object. */
final class JsonText {

    private static final JsonFactory JSON = new JsonFactory();

    private final Map<?, ?> fields;

    private JsonText(Map<?, ?> fields) {
        this.fields = fields;
    }

    /** @throws ProtocolException when it is not JSON */
    static JsonText parse(byte[] json) throws IOException {
        try (var in = JSON.createParser(json)) {
            in.nextToken();
            return new JsonText(value(in) instanceof Map<?, ?> object ? object : Map.of());
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            throw new ProtocolException("Its answer is not JSON."); // without the cause, which quotes it
        }
    }

    /** A text or number; null when it is absent or something else. */
    @Nullable
    String find(String name) {
        return fields.get(name) instanceof String text ? text : null;
    }

    String text(String name) {
        var text = find(name);
        return text == null ? "" : text;
    }

    /** Empty when it is absent. */
    JsonText object(String name) {
        return new JsonText(fields.get(name) instanceof Map<?, ?> object ? object : Map.of());
    }

    List<JsonText> objects(String name) {
        return fields.get(name) instanceof List<?> list
                ? list.stream()
                        .map(each -> new JsonText(each instanceof Map<?, ?> object ? object : Map.of()))
                        .toList()
                : List.of();
    }

    private static Object value(JsonParser in) throws IOException {
        var token = in.currentToken();
        if (token == JsonToken.START_OBJECT) {
            var object = new LinkedHashMap<String, Object>();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                var name = in.currentName();
                in.nextToken();
                object.put(name, value(in));
            }
            return object;
        }
        if (token == JsonToken.START_ARRAY) {
            var list = new ArrayList<Object>();
            while (in.nextToken() != JsonToken.END_ARRAY && in.currentToken() != null) {
                list.add(value(in));
            }
            return list;
        }
        return token == null || token == JsonToken.VALUE_NULL ? List.of() : in.getText();
    }
}

package io.accession.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.NullNode;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What is asked for: {@code {"query_type", "query_method", "values": {"uid", "payload"}}}. The payload is kept as it was sent. */
final class LegacyQuery {

    private static final ObjectReader PARTS =
            WireJson.mapper().reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final String type;
    private final String method;
    private final JsonNode uid;
    private final byte[] payload;

    private LegacyQuery(String type, String method, JsonNode uid, byte[] payload) {
        this.type = type;
        this.method = method;
        this.uid = uid;
        this.payload = payload;
    }

    String type() {
        return type;
    }

    String method() {
        return method;
    }

    JsonNode uid() {
        return uid;
    }

    /** JSON; {@code null} when there was none. */
    byte[] payload() {
        return payload;
    }

    static LegacyQuery read(byte[] body) throws IOException {
        try (var json = UploadBody.json().createParser(body)) {
            json.setCodec(PARTS);
            return new Reading(json, body).read();
        } catch (JsonProcessingException e) {
            throw new RegistryException(
                    new RegistryError.Invalid("The body is not valid JSON: " + e.getOriginalMessage()), e);
        }
    }

    private static final class Reading {

        private final JsonParser json;
        private final byte[] body;
        private String type = "";
        private String method = "";
        private JsonNode uid = NullNode.getInstance();
        private byte[] payload = "null".getBytes(StandardCharsets.UTF_8);

        Reading(JsonParser json, byte[] body) {
            this.json = json;
            this.body = body;
        }

        LegacyQuery read() throws IOException {
            require(json.nextToken() == JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var key = json.currentName();
                json.nextToken();
                switch (key) {
                    case "query_type" -> type = text();
                    case "query_method" -> method = text();
                    case "values" -> readValues();
                    default -> json.skipChildren();
                }
            }
            require(json.nextToken() == null);
            return new LegacyQuery(type, method, uid, payload);
        }

        private void readValues() throws IOException {
            require(json.currentToken() == JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var key = json.currentName();
                json.nextToken();
                switch (key) {
                    case "uid" -> uid = json.readValueAsTree();
                    case "payload" -> readPayload();
                    default -> json.skipChildren();
                }
            }
        }

        private void readPayload() throws IOException {
            if (json.currentToken().isStructStart()) {
                int from = (int) json.currentTokenLocation().getByteOffset();
                json.skipChildren();
                payload = Arrays.copyOfRange(
                        body, from, (int) json.currentLocation().getByteOffset());
            }
        }

        private String text() throws IOException {
            require(json.currentToken() == JsonToken.VALUE_STRING);
            return json.getText();
        }

        private static void require(boolean isRight) {
            if (!isRight) {
                throw new RegistryException(new RegistryError.Invalid(
                        "The body has to be an object with query_type, query_method and values."));
            }
        }
    }
}

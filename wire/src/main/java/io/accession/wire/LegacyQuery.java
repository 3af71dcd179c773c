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
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What is asked for: {@code {"query_type", "query_method", "values": {"uid", "payload"}}}. The payload is kept as it was sent. */
final class LegacyQuery {

    private static final ObjectReader PARTS =
            WireJson.mapper().reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Of everything but manifests. */
    private static final int SMALL_BYTES = 8 << 20;

    private static final byte[] NOTHING = "null".getBytes(StandardCharsets.UTF_8);

    private final String type;
    private final String method;
    private final JsonNode uid;
    private final SpooledBody body;
    private final UploadBody.Part payload;

    private LegacyQuery(String type, String method, JsonNode uid, SpooledBody body, UploadBody.Part payload) {
        this.type = type;
        this.method = method;
        this.uid = uid;
        this.body = body;
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

    /** An object or a list of JSON, of any length; empty when there was none. */
    InputStream payload() {
        return body.read(payload.from(), payload.to());
    }

    /** JSON; {@code null} when there was none. */
    byte[] smallPayload() throws IOException {
        return payload.to() == payload.from() ? NOTHING : small(body, payload);
    }

    private static byte[] small(SpooledBody body, UploadBody.Part part) throws IOException {
        if (part.to() - part.from() > SMALL_BYTES) {
            throw new RegistryException(
                    new RegistryError.TooLarge("This request may have at most " + SMALL_BYTES + " bytes."));
        }
        return body.read(part.from(), part.to()).readAllBytes();
    }

    /** {@code body} is read from as long as the query is used. */
    static LegacyQuery read(SpooledBody body) throws IOException {
        try (var json = UploadBody.json().createParser(body.read())) {
            json.setCodec(PARTS);
            return new Reading(json, body).read();
        } catch (JsonProcessingException e) {
            throw new RegistryException(
                    new RegistryError.Invalid("The body is not valid JSON: " + e.getOriginalMessage()), e);
        }
    }

    private static final class Reading {

        private final JsonParser json;
        private final SpooledBody body;
        private String type = "";
        private String method = "";
        private JsonNode uid = NullNode.getInstance();
        private UploadBody.Part payload = new UploadBody.Part(0, 0);

        Reading(JsonParser json, SpooledBody body) {
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
            return new LegacyQuery(type, method, uid, body, payload);
        }

        private void readValues() throws IOException {
            require(json.currentToken() == JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var key = json.currentName();
                json.nextToken();
                switch (key) {
                    case "uid" -> uid = readUid();
                    case "payload" -> readPayload();
                    default -> json.skipChildren();
                }
            }
        }

        private JsonNode readUid() throws IOException {
            if (!json.currentToken().isStructStart()) {
                return json.readValueAsTree();
            }
            return PARTS.readTree(small(body, structure()));
        }

        private void readPayload() throws IOException {
            if (json.currentToken().isStructStart()) {
                payload = structure();
            }
        }

        /** Where the object or list lies that the parser stands on. It goes on behind it. */
        private UploadBody.Part structure() throws IOException {
            long from = json.currentTokenLocation().getByteOffset();
            json.skipChildren();
            return new UploadBody.Part(from, json.currentLocation().getByteOffset());
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

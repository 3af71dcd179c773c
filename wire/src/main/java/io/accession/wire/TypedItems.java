package io.accession.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Turns the client's typed items into a manifest, entry by entry. Manifests know the typed form; two things are different: the client always sends
 * {@code clientMetadata}, so that an empty one means that nothing was said, and placeholders stand for files that were uploaded.
 */
final class TypedItems {

    private static final String METADATA = "clientMetadata";
    private static final String PLACEHOLDER = "placeholderItemUuid";

    private final JsonParser in;
    private final JsonGenerator out;

    private TypedItems(JsonParser in, JsonGenerator out) {
        this.in = in;
        this.out = out;
    }

    static void translate(InputStream typed, OutputStream manifest) throws IOException {
        try (var in = UploadBody.json().createParser(typed);
                var out = UploadBody.json().createGenerator(manifest)) {
            in.nextToken();
            new TypedItems(in, out).copyValue(0);
        } catch (JsonProcessingException e) {
            throw new RegistryException(
                    new RegistryError.Invalid("dataItems is not valid JSON: " + e.getOriginalMessage()), e);
        }
    }

    /** The value that the parser stands on. Entries lie two levels below the whole, members of composites four. */
    private void copyValue(int depth) throws IOException {
        switch (in.currentToken()) {
            case START_OBJECT -> copyObject(depth);
            case START_ARRAY -> {
                out.writeStartArray();
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    copyValue(depth + 1);
                }
                out.writeEndArray();
            }
            default -> out.copyCurrentEventExact(in);
        }
    }

    private void copyObject(int depth) throws IOException {
        out.writeStartObject();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            var key = in.currentName();
            in.nextToken();
            if (depth == 2 && key.equals(METADATA)) {
                copyMetadata();
            } else if ((depth == 2 || depth == 4) && key.equals(PLACEHOLDER)) {
                refusePlaceholder();
            } else {
                out.writeFieldName(key);
                copyValue(depth + 1);
            }
        }
        out.writeEndObject();
    }

    /** Without the key when it is an empty object. */
    private void copyMetadata() throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            out.writeFieldName(METADATA);
            copyValue(3);
            return;
        }
        boolean isEmpty = true;
        while (in.nextToken() != JsonToken.END_OBJECT) {
            if (isEmpty) {
                out.writeFieldName(METADATA);
                out.writeStartObject();
                isEmpty = false;
            }
            out.writeFieldName(in.currentName());
            in.nextToken();
            copyStructure();
        }
        if (!isEmpty) {
            out.writeEndObject();
        }
    }

    /** A value of the metadata, in which no key has a meaning. */
    private void copyStructure() throws IOException {
        out.copyCurrentStructureExact(in);
    }

    private void refusePlaceholder() {
        if (in.currentToken() != JsonToken.VALUE_NULL) {
            throw new RegistryException(new RegistryError.Invalid(
                    "placeholderItemUuid: uploads of local files are not offered by this server."));
        }
    }
}

package io.accession.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.hosted.HostedObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns the client's typed items into a manifest, entry by entry. Manifests know the typed form; two things are different: the client always sends
 * {@code clientMetadata}, so that an empty one means that nothing was said, and placeholders stand for files that were uploaded.
 */
final class TypedItems {

    private static final String METADATA = "clientMetadata";
    private static final String PLACEHOLDER = "placeholderItemUuid";

    private final JsonParser in;
    private final JsonGenerator out;
    private final boolean areUploaded;
    private final Set<HostedObject> uploaded = new HashSet<>();

    private TypedItems(JsonParser in, JsonGenerator out, boolean areUploaded) {
        this.in = in;
        this.out = out;
        this.areUploaded = areUploaded;
    }

    /**
     * The uploaded files that the items name.
     *
     * @param areUploaded whether the items are such files, which they name with placeholders or with the keys that they got for them. Other items
     *     name URLs, and a placeholder is an error
     */
    static Set<HostedObject> translate(InputStream typed, OutputStream manifest, boolean areUploaded)
            throws IOException {
        try (var in = UploadBody.json().createParser(typed);
                var out = UploadBody.json().createGenerator(manifest)) {
            in.nextToken();
            var items = new TypedItems(in, out, areUploaded);
            items.copyValue(0);
            return items.uploaded;
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
        boolean namesFile = depth == 2 || depth == 4;
        @Nullable String url = null;
        @Nullable HostedObject placeholder = null;
        out.writeStartObject();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            var key = in.currentName();
            in.nextToken();
            if (depth == 2 && key.equals(METADATA)) {
                copyMetadata();
            } else if (namesFile && key.equals(PLACEHOLDER)) {
                placeholder = placeholder();
            } else if (namesFile && areUploaded && key.equals(urlKey(depth))) {
                url = url(key);
            } else {
                out.writeFieldName(key);
                copyValue(depth + 1);
            }
        }
        if (placeholder != null || url != null) {
            var object = placeholder == null ? uploadedAt(url) : placeholder;
            uploaded.add(object);
            out.writeStringField(urlKey(depth), object.key());
        }
        out.writeEndObject();
    }

    private static String urlKey(int depth) {
        return depth == 2 ? "objectUrl" : "url";
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

    private @Nullable HostedObject placeholder() throws IOException {
        if (in.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (!areUploaded) {
            throw WireCall.invalid(
                    PLACEHOLDER, "Uploaded files are read through no integration of yours: leave integrationHash out.");
        }
        return new HostedObject(WireCall.id(PLACEHOLDER, in.getValueAsString("")));
    }

    private @Nullable String url(String key) throws IOException {
        return switch (in.currentToken()) {
            case VALUE_STRING -> in.getText();
            case VALUE_NULL -> null;
            default -> throw WireCall.invalid(key, "A string is expected.");
        };
    }

    private static HostedObject uploadedAt(@Nullable String url) {
        return Optional.ofNullable(url)
                .flatMap(HostedObject::ofKey)
                .orElseThrow(() -> new RegistryException(new RegistryError.Invalid(
                        "integrationHash (integrationId) is required: it says through which storage integration the files are reached. Only"
                                + " files that were uploaded to this server need none.")));
    }
}

package io.accession.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.JobMode;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a call to start an upload job says around its manifest, in the words of both halves of the protocol. As lenient as manifests are: the
 * manifest itself is judged by its own reader.
 *
 * @param manifest where the manifest lies in the body
 * @param integration null when the items are files that were uploaded
 * @param isTyped whether it is the client's typed form
 * @param folder where to, if the body says so
 */
record UploadBody(
        Part manifest,
        boolean isTyped,
        @Nullable IntegrationId integration,
        JobMode mode,
        @Nullable String fileName,
        @Nullable UUID folder) {

    private static final int FILE_NAME_CHARACTERS = 300;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(2_000)
                    .maxStringLength(256 << 20)
                    .maxNumberLength(1 << 20)
                    .maxNameLength(1 << 20)
                    .build())
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    /** From the first byte to before the last. */
    record Part(long from, long to) {}

    static JsonFactory json() {
        return JSON;
    }

    static UploadBody read(SpooledBody body) throws IOException {
        try (var json = JSON.createParser(body.read())) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw invalid("The body has to be a JSON object.");
            }
            return new Reading(json).read();
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            throw new RegistryException(
                    new RegistryError.Invalid("The body is not valid JSON (line " + place.getLineNr() + ", column "
                            + place.getColumnNr() + "): " + e.getOriginalMessage()),
                    e);
        }
    }

    private static RegistryException invalid(String message) {
        return new RegistryException(new RegistryError.Invalid(message));
    }

    /** One pass over the body. */
    private static final class Reading {

        private final JsonParser json;
        private @Nullable Part externalFiles;
        private @Nullable Part dataItems;
        private @Nullable UUID integration;
        private @Nullable UUID folder;
        private @Nullable String fileName;
        private boolean ignoreErrors;

        Reading(JsonParser json) {
            this.json = json;
        }

        UploadBody read() throws IOException {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var key = json.currentName();
                json.nextToken();
                read(key);
            }
            if (json.nextToken() != null) {
                throw invalid("The body goes on after its end.");
            }
            return uploadBody();
        }

        private void read(String key) throws IOException {
            switch (key) {
                case "externalFiles", "files" -> externalFiles = part(key);
                case "dataItems" -> dataItems = part(key);
                case "integrationHash", "integrationId" -> integration = id(key, text(key));
                case "folderUuid" -> folder = id(key, text(key));
                case "fileName" -> fileName = text(key);
                case "ignoreErrors" -> ignoreErrors = flag(key);
                default -> json.skipChildren();
            }
        }

        private @Nullable Part part(String key) throws IOException {
            if (json.currentToken() == JsonToken.VALUE_NULL) {
                return null;
            }
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw invalid(key + " has to be an object.");
            }
            long from = json.currentTokenLocation().getByteOffset();
            json.skipChildren();
            return new Part(from, json.currentLocation().getByteOffset());
        }

        private @Nullable String text(String key) throws IOException {
            return switch (json.currentToken()) {
                case VALUE_NULL -> null;
                case VALUE_STRING -> json.getText();
                default -> throw invalid(key + " has to be a string.");
            };
        }

        private boolean flag(String key) {
            return switch (json.currentToken()) {
                case VALUE_TRUE -> true;
                case VALUE_FALSE, VALUE_NULL -> false;
                default -> throw invalid(key + " has to be true or false.");
            };
        }

        private static @Nullable UUID id(String key, @Nullable String text) {
            return text == null ? null : WireCall.id(key, text);
        }

        private UploadBody uploadBody() {
            var manifest = externalFiles == null ? dataItems : externalFiles;
            if (manifest == null || (externalFiles != null && dataItems != null)) {
                throw invalid("Exactly one of externalFiles (files) and dataItems is expected.");
            }
            if (integration == null && externalFiles != null) {
                throw invalid(
                        "integrationHash (integrationId) is required: it says through which storage integration the files are reached.");
            }
            if (fileName != null && (fileName.length() > FILE_NAME_CHARACTERS || fileName.indexOf('\0') >= 0)) {
                throw invalid("fileName has at most " + FILE_NAME_CHARACTERS + " characters.");
            }
            return new UploadBody(
                    manifest,
                    externalFiles == null,
                    integration == null ? null : new IntegrationId(integration),
                    ignoreErrors ? JobMode.TOLERANT : JobMode.ATOMIC,
                    fileName,
                    folder);
        }
    }
}

package io.accession.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Client metadata on its way in: an object in most places, the text of an object where folders are created. */
final class WireMetadata {

    private final int mostBytes;

    /** {@code mostBytes} for one item or folder. */
    WireMetadata(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    @Nullable
    String ofObject(@Nullable JsonNode value) {
        return value == null || value.isNull() ? null : checked(value);
    }

    @Nullable
    String ofText(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return checked(WireJson.mapper().readTree(text));
        } catch (JsonProcessingException e) {
            throw invalid("clientMetadata is not valid JSON: " + e.getOriginalMessage());
        }
    }

    private String checked(JsonNode value) {
        if (!value.isObject()) {
            throw invalid("clientMetadata has to be an object.");
        }
        var text = value.toString();
        if (text.getBytes(StandardCharsets.UTF_8).length > mostBytes) {
            throw invalid("clientMetadata has more than " + mostBytes + " bytes.");
        }
        return text;
    }

    private static RegistryException invalid(String message) {
        return new RegistryException(new RegistryError.Invalid(message));
    }
}

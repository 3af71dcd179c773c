package io.accession.server.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.accession.api.MetadataMode;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.registry.MetadataChange;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Client metadata on its way in. */
final class GivenMetadata {

    private final int mostBytes;

    /** {@code mostBytes} for one item. */
    GivenMetadata(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** {@code pointer} is the value's place in the request. Null takes the metadata away in a merge patch, and is a fault elsewhere. */
    MetadataChange change(JsonNode value, MetadataMode mode, String pointer) {
        if (value.isNull() && mode == MetadataMode.MERGE_PATCH) {
            return new MetadataChange(io.accession.core.registry.MetadataMode.REPLACE, "{}");
        }
        if (!value.isObject()) {
            throw invalid(pointer, "Client metadata is an object.");
        }
        var text = value.toString();
        if (text.getBytes(StandardCharsets.UTF_8).length > mostBytes) {
            throw invalid(pointer, "The client metadata of one item has at most " + mostBytes + " bytes.");
        }
        return new MetadataChange(io.accession.core.registry.MetadataMode.valueOf(mode.name()), text);
    }

    static RegistryException invalid(String pointer, String message) {
        return new RegistryException(new RegistryError.Invalid(
                "The request is not valid.", List.of(new RegistryError.Fault(pointer, message))));
    }
}

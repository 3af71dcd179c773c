package io.accession.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.accession.core.domain.DatasetId;
import io.accession.core.registry.Principal;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One query of somebody known. For one thread. */
public final class LegacyCall {

    static final int OK = 200;

    private final WireRequest request;
    private final Principal asking;
    private final LegacyQuery query;

    LegacyCall(WireRequest request, Principal asking, LegacyQuery query) {
        this.request = request;
        this.asking = asking;
        this.query = query;
    }

    Principal asking() {
        return asking;
    }

    String origin() {
        return request.origin();
    }

    /** The dataset that the client has at hand, which it names in a header. */
    DatasetId dataset() {
        return new DatasetId(
                WireCall.id("ResourceID", request.header("ResourceID").orElse("")));
    }

    /** The dataset that the query itself names. */
    DatasetId namedDataset() {
        return new DatasetId(uid());
    }

    UUID uid() {
        return WireCall.id("uid", query.uid().asText());
    }

    List<UUID> uids() {
        var ids = new ArrayList<UUID>();
        for (JsonNode id : query.uid()) {
            ids.add(WireCall.id("uid", id.asText()));
        }
        return ids;
    }

    InputStream payload() {
        return query.payload();
    }

    <T> T payload(Class<T> type) throws IOException {
        return findPayload(type).orElseThrow(() -> WireCall.invalid("payload", "A payload is required."));
    }

    <T> Optional<T> findPayload(Class<T> type) throws IOException {
        return Optional.ofNullable(WireJson.read(query.smallPayload(), type));
    }

    private record Answer(int status, Object response) {}

    WireAnswer json(Object response) {
        return new WireAnswer.Whole(OK, WireJson.text(new Answer(OK, response)));
    }

    @FunctionalInterface
    interface Response {
        void writeTo(JsonGenerator json) throws IOException;
    }

    /** For answers that may not fit into memory. */
    WireAnswer stream(Response response) {
        return new WireAnswer.Streamed(out -> {
            try (var json = WireJson.mapper().createGenerator(out)) {
                json.writeStartObject();
                json.writeNumberField("status", OK);
                json.writeFieldName("response");
                response.writeTo(json);
                json.writeEndObject();
            }
        });
    }
}

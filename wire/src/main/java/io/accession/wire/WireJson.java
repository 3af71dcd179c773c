package io.accession.wire;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.accession.api.Json;
import io.accession.api.JsonFault;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import java.io.IOException;
import java.util.List;

/** JSON as the protocol wants it: every key is written, null or not; what newer clients send besides is passed over; lists hold no null. */
final class WireJson {

    private static final ObjectMapper MAPPER = ((JsonMapper) Json.strict())
            .rebuild()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private WireJson() {}

    static ObjectMapper mapper() {
        return MAPPER;
    }

    static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer can always be written", e);
        }
    }

    static <T> T read(byte[] bytes, Class<T> type) throws IOException {
        try {
            return MAPPER.readValue(bytes, type);
        } catch (JsonProcessingException e) {
            throw invalid(e);
        }
    }

    static RegistryException invalid(JsonProcessingException e) {
        var fault = JsonFault.of(e);
        return new RegistryException(new RegistryError.Invalid(
                "The body of the request is not valid.",
                List.of(new RegistryError.Fault(fault.pointer(), fault.detail()))));
    }
}

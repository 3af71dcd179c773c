package io.accession.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.time.Instant;

/**
 * JSON as both sides of {@code /api/v1} write and read it: instants are RFC 3339, a property that is not {@code @Nullable} in its record has to be
 * there, decimals are kept exactly. The mappers are safe for use by many threads.
 */
public final class Json {

    /** An entry of a manifest may nest a thousand levels deep; an item shows it one level deeper. jsonb numbers have up to 147,455 digits. */
    private static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder()
            .maxNestingDepth(1_100)
            .maxNumberLength(150_000)
            .build();

    /** What was read can be shown, some levels deeper. */
    private static final StreamWriteConstraints DEPTH =
            StreamWriteConstraints.builder().maxNestingDepth(1_200).build();

    private Json() {}

    /** For a server: reads requests, rejecting unknown and repeated properties; writes answers. */
    public static ObjectMapper strict() {
        return Strict.MAPPER;
    }

    /** For a client: reads answers, passing over what it does not know; writes requests. */
    public static ObjectMapper lenient() {
        return Lenient.MAPPER;
    }

    private static final class Strict {
        private static final ObjectMapper MAPPER = mapper().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .build();
    }

    private static final class Lenient {
        private static final ObjectMapper MAPPER = mapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    private static JsonMapper.Builder mapper() {
        var factory = JsonFactory.builder()
                .streamReadConstraints(CONSTRAINTS)
                .streamWriteConstraints(DEPTH)
                .build();
        return JsonMapper.builder(factory)
                .annotationIntrospector(
                        AnnotationIntrospector.pair(new RequiredUnlessNullable(), new JacksonAnnotationIntrospector()))
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .addModule(new SimpleModule()
                        .addSerializer(Instant.class, ToStringSerializer.instance)
                        .addDeserializer(Instant.class, new InstantDeserializer()));
    }
}

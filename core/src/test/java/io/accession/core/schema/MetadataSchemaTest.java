package io.accession.core.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a schema may say and what may become of it. */
final class MetadataSchemaTest {

    private static final String EVERYTHING = """
            {"Site.Name":{"ty":"variant","hint":"varchar"},"b":{"ty":"boolean"},"d":{"ty":"datetime","timezone":"UTC"},\
            "emb":{"ty":"embedding","size":512,"api":{"url":"https://e.example/embed","path":null,\
            "service_integration":"0190a1b2-0000-7000-8000-000000000000","client_only":true,"embed_b64_image":null,"embed_text":false}},\
            "en":{"ty":"enum","values":["a","b"]},"geo":{"ty":"geospatial"},"hard":{"ty":"tombstone","deleted_ty":null},\
            "n":{"ty":"number","format":"F32"},"old":{"ty":"tombstone","deleted_ty":{"ty":"variant","hint":"uuid"}},\
            "u":{"ty":"user"},"v":{"ty":"varchar","max_length":12}}""";

    private static MetadataSchema changed(String before, String after) {
        return MetadataSchema.empty().replacedBy(SchemaJson.read(before)).replacedBy(SchemaJson.read(after));
    }

    private static String of(String type) {
        return "{\"k\": " + type + "}";
    }

    @Test
    void aSchemaThatIsReadAndWrittenIsTheSame() {
        assertThat(SchemaJson.text(MetadataSchema.empty().replacedBy(SchemaJson.read(EVERYTHING))))
                .isEqualTo(EVERYTHING);
    }

    @Test
    void formerNamesOfScalarsAreUnderstoodAndEnumsAreSorted() {
        var schema = SchemaJson.read("""
                {"a": {"ty": "variant", "hint": "string"}, "b": {"ty": "variant", "hint": "long_string"}, "c": {"ty": "variant"},
                 "e": {"ty": "enum", "values": ["z", "a", "z"]}}
                """);

        assertThat(schema.fields())
                .containsEntry("a", new FieldType.Scalar(ScalarType.VARCHAR))
                .containsEntry("b", new FieldType.Scalar(ScalarType.TEXT))
                .containsEntry("c", new FieldType.Scalar(ScalarType.TEXT))
                .containsEntry("e", new FieldType.Enumeration(List.of("a", "z")));
    }

    @Test
    void anEnumHas256ValuesAtMost() {
        assertThat(enumOf(256)).isNotNull();
        assertThatThrownBy(() -> enumOf(257))
                .satisfies(e -> assertThat(faults(e))
                        .containsExactly(
                                new RegistryError.Fault("/k/values", "An enum has 1 to 256 values, not 257.")));
    }

    private static MetadataSchema enumOf(int values) {
        var list = IntStream.range(0, values).mapToObj(n -> "\"v" + n + "\"").collect(Collectors.joining(","));
        return SchemaJson.read(of("{\"ty\": \"enum\", \"values\": [" + list + "]}"));
    }

    private static List<RegistryError.Fault> faults(Throwable refused) {
        return refused instanceof RegistryException e && e.error() instanceof RegistryError.Invalid invalid
                ? invalid.faults()
                : List.of();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ty\": \"embedding\", \"size\": 0}",
                "{\"ty\": \"embedding\", \"size\": 4097}",
                "{\"ty\": \"embedding\", \"size\": 1.5}",
                "{\"ty\": \"embedding\", \"size\": 2, \"api\": {\"url\": 1}}",
                "{\"ty\": \"embedding\", \"size\": 2, \"api\": {\"ulr\": \"\"}}",
                "{\"ty\": \"enum\", \"values\": []}",
                "{\"ty\": \"enum\", \"values\": [1]}",
                "{\"ty\": \"variant\", \"hint\": \"float\"}",
                "{\"ty\": \"variant\", \"hnit\": \"number\"}",
                "{\"ty\": \"varchar\", \"max_length\": 8193}",
                "{\"ty\": \"number\", \"format\": \"F16\"}",
                "{\"ty\": \"datetime\", \"timezone\": \"CET\"}",
                "{\"ty\": \"tombstone\", \"deleted_ty\": {\"ty\": \"tombstone\"}}",
                "{\"ty\": \"vector\"}",
                "{\"size\": 3}",
                "\"number\"",
                "null"
            })
    void aTypeThatIsNoneIsRefusedWithItsPlace(String type) {
        assertThatThrownBy(() -> SchemaJson.read(of(type)))
                .satisfies(e -> assertThat(faults(e))
                        .singleElement()
                        .satisfies(fault -> assertThat(fault.pointer()).startsWith("/k")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "{", "{} {}", "{\"a\": {\"ty\": \"geospatial\"}, \"a\": {\"ty\": \"geospatial\"}}"})
    void whatIsNoSchemaIsRefused(String text) {
        assertThatThrownBy(() -> SchemaJson.read(text)).isInstanceOf(RegistryException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-_.", "$encord", "a/b", "keyframes", "key-frames", "key frames", "tab\\t", "a:b"})
    void aKeyThatIsNoneIsRefused(String key) {
        var schema = SchemaJson.read("{\"" + key + "\": {\"ty\": \"geospatial\"}}");

        assertThatThrownBy(() -> MetadataSchema.empty().replacedBy(schema))
                .satisfies(e -> assertThat(faults(e)).hasSize(1));
    }

    @Test
    void keysHaveLettersOfAnyAlphabetButThoseOfEmbeddingsHaveNoSpacesAndPeriods() {
        var scalars = SchemaJson.read("{\"Team A.straße-1_x\": {\"ty\": \"variant\"}, \"1\": {\"ty\": \"variant\"}}");
        var embedding = SchemaJson.read("{\"a.b\": {\"ty\": \"embedding\", \"size\": 2}}");

        assertThat(MetadataSchema.empty().replacedBy(scalars).fields()).hasSize(2);
        assertThatThrownBy(() -> MetadataSchema.empty().replacedBy(embedding))
                .satisfies(e -> assertThat(faults(e)).hasSize(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'ty':'variant','hint':'number'} | {'ty':'variant','hint':'text'}",
                "{'ty':'variant','hint':'number'} | {'ty':'tombstone','deleted_ty':{'ty':'variant','hint':'number'}}",
                "{'ty':'variant','hint':'number'} | {'ty':'tombstone','deleted_ty':null}",
                "{'ty':'tombstone','deleted_ty':{'ty':'variant','hint':'number'}} | {'ty':'variant','hint':'uuid'}",
                "{'ty':'tombstone','deleted_ty':{'ty':'embedding','size':3}} | {'ty':'embedding','size':3}",
                "{'ty':'tombstone','deleted_ty':{'ty':'geospatial'}} | {'ty':'tombstone','deleted_ty':null}",
                "{'ty':'enum','values':['a']} | {'ty':'enum','values':['b','a']}",
                "{'ty':'embedding','size':3} | {'ty':'embedding','size':3,'api':{'embed_text':true}}",
            })
    void aLegalChangeIsMade(String before, String after) {
        var wanted = of(after.replace('\'', '"'));

        assertThat(changed(of(before.replace('\'', '"')), wanted)).isEqualTo(SchemaJson.read(wanted));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'ty':'variant','hint':'number'} | {'ty':'embedding','size':3}",
                "{'ty':'variant','hint':'varchar'} | {'ty':'enum','values':['a']}",
                "{'ty':'enum','values':['a','b']} | {'ty':'enum','values':['a']}",
                "{'ty':'enum','values':['a']} | {'ty':'variant','hint':'varchar'}",
                "{'ty':'embedding','size':3} | {'ty':'embedding','size':4}",
                "{'ty':'geospatial'} | {'ty':'variant','hint':'text'}",
                "{'ty':'number','format':'F64'} | {'ty':'number','format':'F32'}",
                "{'ty':'tombstone','deleted_ty':{'ty':'embedding','size':3}} | {'ty':'variant','hint':'text'}",
                "{'ty':'tombstone','deleted_ty':{'ty':'geospatial'}} | {'ty':'tombstone','deleted_ty':{'ty':'variant'}}",
                "{'ty':'tombstone','deleted_ty':null} | {'ty':'variant','hint':'text'}",
                "{'ty':'tombstone','deleted_ty':null} | {'ty':'tombstone','deleted_ty':{'ty':'variant'}}",
            })
    void anIllegalChangeIsRefused(String before, String after) {
        assertThatThrownBy(() -> changed(of(before.replace('\'', '"')), of(after.replace('\'', '"'))))
                .satisfies(e -> assertThat(faults(e)).hasSize(1));
    }

    @Test
    void aKeyThatIsLeftOutIsForgottenUnlessItWasDeletedForGood() {
        var schema = changed(EVERYTHING, "{\"n\": {\"ty\": \"number\", \"format\": \"F32\"}}");

        assertThat(schema.fields()).containsOnlyKeys("n", "hard");
    }

    @Test
    void theFirstVersionsNamesAreThoseOfItsTime() {
        var schema = MetadataSchema.empty().replacedBy(SchemaJson.read(EVERYTHING));

        assertThat(LegacySchema.names(schema))
                .containsOnlyKeys("Site.Name", "b", "d", "emb", "en", "geo", "n", "u", "v")
                .containsEntry("Site.Name", "string")
                .containsEntry("emb", "embedding");
        assertThat(LegacySchema.read(
                                "{\"emb\": \"embedding\", \"x\": \"long_string\", \"geo\": \"geospatial\"}", schema)
                        .fields())
                .containsOnlyKeys("emb", "x", "geo", "hard", "old")
                .containsEntry("x", new FieldType.Scalar(ScalarType.TEXT));
        assertThatThrownBy(() -> LegacySchema.read("{\"y\": \"embedding\"}", schema))
                .isInstanceOf(RegistryException.class);
    }
}

package io.accession.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What values are to their types. */
final class MetadataReadingTest {

    private static final MetadataReading READING = new MetadataReading(SchemaJson.read("""
            {"b": {"ty": "variant", "hint": "boolean"}, "d": {"ty": "variant", "hint": "datetime"},
             "n": {"ty": "variant", "hint": "number"}, "f": {"ty": "number", "format": "F32"},
             "i": {"ty": "variant", "hint": "uuid"}, "v": {"ty": "varchar", "max_length": 3}, "t": {"ty": "variant", "hint": "text"},
             "e": {"ty": "enum", "values": ["cat", "dog"]}, "x": {"ty": "embedding", "size": 2}, "g": {"ty": "geospatial"},
             "soft": {"ty": "tombstone", "deleted_ty": {"ty": "variant", "hint": "number"}}, "hard": {"ty": "tombstone"}}
            """));

    private static TypedMetadata read(String key, String value) {
        return READING.read("{\"" + key + "\": " + value.replace('\'', '"') + "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "2024-05-01T10:20:30Z | 2024-05-01T10:20:30Z",
                "2024-05-01T10:20:30 | 2024-05-01T10:20:30Z",
                "2024-05-01 10:20:30.123456 | 2024-05-01T10:20:30.123456Z",
                "2024-05-01T10:20+02:00 | 2024-05-01T08:20:00Z",
                "2024-05-01T10:20:30-0130 | 2024-05-01T11:50:30Z",
                "2024-05-01t10:20:30z | 2024-05-01T10:20:30Z",
                "2024-05-01 | 2024-05-01T00:00:00Z",
                "2024-02-29T23:59:59+14 | 2024-02-29T09:59:59Z",
            })
    void aDatetimeIsIsoAndWithoutAnOffsetItIsUtc(String text, Instant moment) {
        assertThat(read("d", "'" + text + "'").values()).containsEntry("d", new TypedValue.Moment(moment));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "b | true | true",
                "b | 'false' | false",
                "n | 1.5e3 | 1500.0",
                "n | '12' | 12.0",
                "n | '-.5' | -0.5",
                "t | '' | Words",
                "v | '😀😀😀' | 😀😀😀",
                "e | 'dog' | dog",
                "i | '0190A1B2-0000-7000-8000-000000000000' | 0190a1b2-0000-7000-8000-000000000000",
                "g | {'latitude': -90, 'longitude': 180.0, 'more': [{}]} | latitude=-90.0, longitude=180.0",
            })
    void aValueThatFitsIsRead(String key, String value, String expected) {
        var read = read(key, value);

        assertThat(read.values()).containsOnlyKeys(key);
        assertThat(read.values().get(key)).asString().contains(expected);
        assertThat(read.faults()).allMatch(MetadataFault::isUsed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "b | 'True'",
                "b | 1",
                "b | []",
                "d | '2024-02-30'",
                "d | '2024-05-01T'",
                "d | '2024-05-01T25:00:00Z'",
                "d | '1 May 2024'",
                "d | 1714550400",
                "n | 'NaN'",
                "n | 'twelve'",
                "n | '1d'",
                "n | 1e999",
                "n | {'a': [1]}",
                "f | 1e39",
                "i | '0190a1b2'",
                "v | 'four'",
                "v | 3",
                "e | 'Cat'",
                "e | ['cat']",
                "x | [1]",
                "x | [1, 2, 3]",
                "x | [1, 'NaN']",
                "x | [1, [2]]",
                "x | [1, null]",
                "x | [1, 1e39]",
                "x | '[1, 2]'",
                "g | {'latitude': 90.1, 'longitude': 0}",
                "g | {'latitude': 0}",
                "g | {'latitude': '1', 'longitude': {'latitude': 1}}",
                "g | [1, 2]",
            })
    void aValueThatDoesNotFitIsToldAndLeftOut(String key, String value) {
        var read = READING.read("{\"" + key + "\": " + value.replace('\'', '"') + ", \"after\": 1, \"t\": \"next\"}");

        assertThat(read.values()).containsOnlyKeys("t");
        assertThat(read.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/" + key);
            assertThat(fault.isUsed()).isFalse();
        });
    }

    @Test
    void aNumberAsATextIsUsedWithAWarning() {
        assertThat(read("n", "'7'").faults())
                .containsExactly(new MetadataFault("/n", "A number is expected, got it as a text.", true));
    }

    @Test
    void nullsKeysThatAreNotDeclaredAndDeletedKeysAreNoFaults() {
        var read = READING.read("{\"b\": null, \"other\": {\"b\": 7}, \"soft\": \"x\", \"hard\": [], \"$encord\": 3}");

        assertThat(read.values()).isEmpty();
        assertThat(read.faults()).isEmpty();
    }

    @Test
    void aVectorHasItsNumbers() {
        var vector = read("x", "[0.25, -3]").values().get("x");

        assertThat(vector)
                .isInstanceOfSatisfying(
                        TypedValue.Vector.class, v -> assertThat(v.value()).containsExactly(0.25f, -3f));
    }

    @Test
    void framesOfAVideoHaveMetadataOfTheirOwn() {
        var read = READING.read("""
                {"$encord": {"config": {"sampling_rate": 1},
                             "frames": {"0": {"e": "cat", "x": [1]}, "7": {"b": true}, "8": null, "9": 1}}, "e": "dog"}
                """);

        assertThat(read.values()).isEqualTo(Map.of("e", new TypedValue.Words("dog")));
        assertThat(read.frames())
                .isEqualTo(Map.of(
                        "0",
                        Map.of("e", new TypedValue.Words("cat")),
                        "7",
                        Map.of("b", new TypedValue.Flag(true)),
                        "8",
                        Map.of(),
                        "9",
                        Map.of()));
        assertThat(read.faults())
                .containsExactly(
                        new MetadataFault("/$encord/frames/0/x", "A list of 2 numbers is expected, got 1.", false),
                        new MetadataFault("/$encord/frames/9", "An object is expected.", false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | 1 | FRAME",
                "null | 1 | FRAME",
                "{'sampling_rate': 0.5, 'keyframe_mode': 'seconds'} | 0.5 | SECONDS",
                "{'sampling_rate': '2', 'keyframe_mode': 'frame'} | 2 | FRAME",
                "{'sampling_rate': ' 29.97 ', 'other': [{}]} | 29.97 | FRAME",
                "{'sampling_rate': 0, 'keyframe_mode': null} | 0 | FRAME",
                "{'sampling_rate': 1e2} | 100 | FRAME",
                "{'sampling_rate': 1e-99} | 0 | FRAME",
            })
    void aVideoSaysHowItsFramesAreChosen(String configuration, BigDecimal perSecond, FrameSampling.Naming naming) {
        var read = READING.read("{\"$encord\": {\"config\": " + configuration.replace('\'', '"') + "}}");

        assertThat(read.sampling().perSecond()).isEqualByComparingTo(perSecond);
        assertThat(read.sampling().naming()).isEqualTo(naming);
        assertThat(read.faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'sampling_rate': -1} | /sampling_rate",
                "{'sampling_rate': 'all'} | /sampling_rate",
                "{'sampling_rate': true} | /sampling_rate",
                "{'sampling_rate': [1]} | /sampling_rate",
                "{'sampling_rate': 1001} | /sampling_rate",
                "{'sampling_rate': 1e99999} | /sampling_rate",
                "{'keyframe_mode': 'minutes'} | /keyframe_mode",
                "{'keyframe_mode': {'a': 1}} | /keyframe_mode",
                "[1] | ``",
                "'frame' | ``",
            })
    void aChoiceThatIsNoneIsToldAndTheDefaultHolds(String configuration, String pointer) {
        var read = READING.read("{\"$encord\": {\"config\": " + configuration.replace('\'', '"') + "}, \"b\": true}");

        assertThat(read.sampling()).isEqualTo(FrameSampling.DEFAULT);
        assertThat(read.values()).containsOnlyKeys("b");
        assertThat(read.faults()).extracting(MetadataFault::pointer).containsExactly("/$encord/config" + pointer);
    }

    @Test
    void aVectorOfZerosIsKeptAndTold() {
        var read = read("x", "[0, -0.0]");

        assertThat(read.values()).containsOnlyKeys("x");
        assertThat(read.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.message()).contains("similar to nothing");
            assertThat(fault.isUsed()).isTrue();
        });
    }
}

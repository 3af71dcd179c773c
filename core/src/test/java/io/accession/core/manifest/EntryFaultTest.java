package io.accession.core.manifest;

import static io.accession.core.manifest.Manifests.entry;
import static io.accession.core.manifest.Manifests.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.domain.FailureCode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryFaultTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "videos | 42 | ENTRY_INVALID | An entry must be an object with an objectUrl, got 42.",
                "videos | null | ENTRY_INVALID | got null",
                "videos | \"s3://b/k\" | ENTRY_INVALID | got \"s3://b/k\"",
                "videos | [] | ENTRY_INVALID | got a list",
                "videos | {} | URL_MISSING | objectUrl is missing.",
                "videos | {\"url\": \"a\"} | URL_MISSING | objectUrl is missing.",
                "videos | {\"objectUrl_0\": \"a\"} | URL_MISSING | objectUrl is missing.",
                "videos | {\"objectUrl\": null} | URL_MISSING | objectUrl is missing.",
                "videos | {\"objectUrl\": \"\"} | URL_MISSING | objectUrl is empty.",
                "videos | {\"objectUrl\": \" \"} | URL_MISSING | objectUrl is empty.",
                "videos | {\"objectUrl\": 12} | ENTRY_INVALID | objectUrl must be a string, got 12.",
                "videos | {\"objectUrl\": {}} | ENTRY_INVALID | objectUrl must be a string, got an object.",
                "videos | {\"objectUrl\": \"a\\u0000\"} | URL_INVALID | objectUrl holds the character U+0000",
                "videos | {\"objectUrl\": \"\\ud800\"} | URL_INVALID | objectUrl holds an unpaired surrogate",
                "videos | {\"objectUrl\": \"a\", \"title\": 3} | ENTRY_INVALID | title must be a string, got 3.",
                "videos | {\"objectUrl\": \"a\", \"title\": \"\\u0000\"} | ENTRY_INVALID | title holds the character U+0000",
                "videos | {\"objectUrl\": \"a\", \"clientMetadata\": \"x\"} | ENTRY_INVALID | clientMetadata must be an object, got \"x\".",
                "videos | {\"objectUrl\": \"a\", \"clientMetadata\": [1]} | ENTRY_INVALID | clientMetadata must be an object, got a list.",
                "videos | {\"objectUrl\": \"a\", \"createVideo\": \"true\"} | ENTRY_INVALID | createVideo must be true or false, got \"true\".",
                "image_groups | {\"objectUrl_0\": \"a\", \"createVideo\": 1} | ENTRY_INVALID | createVideo must be true or false, got 1.",
                "videos | {\"objectUrl\": \"a\", \"objectUrl\": \"b\"} | ENTRY_INVALID | 'objectUrl' is given twice",
                "videos | {\"objectUrl\": \"a\", \"x\": 1, \"x\": 2} | ENTRY_INVALID | 'x' is given twice",
                "images | {\"objectUrl\": \"a\", \"imageMetadata\": {}, \"imagemetadata\": {}} | ENTRY_INVALID | 'imageMetadata' is given twice",
                "image_groups | {} | URL_MISSING | objectUrl_0 is missing.",
                "image_groups | {\"objectUrl\": \"a\"} | URL_MISSING | objectUrl_0 is missing.",
                "image_groups | {\"images\": []} | URL_MISSING | images is empty.",
                "image_groups | {\"images\": {}} | ENTRY_INVALID | images must be a list, got an object.",
                "image_groups | {\"images\": [3]} | ENTRY_INVALID | images[0] must be an object with a url, got 3.",
                "image_groups | {\"images\": [{\"url\": \"a\"}, {}]} | URL_MISSING | images[1].url is missing.",
                "image_groups | {\"images\": [{\"url\": 1}]} | ENTRY_INVALID | images[0].url must be a string, got 1.",
                "image_groups | {\"images\": [{\"url\": \"a\", \"url\": \"b\"}]} | ENTRY_INVALID | images[0].url is given twice",
                "image_groups | {\"images\": [{\"url\": \"a\", \"title\": []}]} | ENTRY_INVALID | images[0].title must be a string",
                "image_groups | {\"images\": [{\"url\": \"a\"}], \"objectUrl_0\": \"a\"} | ENTRY_INVALID | both images and objectUrl_0",
                "image_groups | {\"objectUrl_1\": \"a\"} | ENTRY_INVALID | objectUrl_0 is missing, but objectUrl_1 is there",
                "image_groups | {\"objectUrl_0\": null, \"objectUrl_1\": \"a\"} | ENTRY_INVALID | objectUrl_0 is missing",
                "dicom_series | {\"title\": \"t\", \"objectUrl_0\": \"a\", \"objectUrl_2\": \"b\"} | ENTRY_INVALID | objectUrl_1 is missing, but objectUrl_2",
                "image_groups | {\"objectUrl_0\": \"a\", \"objectUrl_0\": \"b\"} | ENTRY_INVALID | objectUrl_0 is given twice",
                "image_groups | {\"objectUrl_0\": \"a\", \"objectUrl_00\": \"b\"} | ENTRY_INVALID | objectUrl_0 is given twice",
                "image_groups | {\"objectUrl_x\": \"a\"} | ENTRY_INVALID | 'objectUrl_x' must end in a number",
                "image_groups | {\"objectUrl_\": \"a\"} | ENTRY_INVALID | 'objectUrl_' must end in a number",
                "image_groups | {\"objectUrl_99999999999\": \"a\"} | ENTRY_INVALID | must end in a number",
            })
    void aFaultOfOneEntryIsToldWithoutStoppingTheManifest(
            String typeKey, String entry, FailureCode code, String message) {
        var outcome = read("{\"%s\": [%s, {\"objectUrl\": \"good\"}]}".formatted(typeKey, entry));

        assertThat(outcome.entries()).hasSize(2);
        assertThat(outcome.entries().getFirst().code()).isEqualTo(code);
        assertThat(outcome.entries().getFirst().message()).contains(message).endsWith(".");
        assertThat(outcome.entries().getFirst().raw()).isEqualTo(entry);
    }

    @Test
    void severalFaultsOfAnEntryAreToldAtOnce() {
        var given = entry("videos", "{\"objectUrl\": 1, \"title\": 2, \"clientMetadata\": 3}");

        assertThat(given.message())
                .isEqualTo("objectUrl must be a string, got 1. title must be a string, got 2. clientMetadata must be an"
                        + " object, got 3.");
    }

    @Test
    void faultsAreToldInBoundedNumbers() {
        var images = IntStream.range(0, 1_000).mapToObj(i -> "1").collect(Collectors.joining(","));

        assertThat(entry("image_groups", "{\"images\": [" + images + "]}").message())
                .contains("images[4]")
                .doesNotContain("images[5]")
                .endsWith("There are 995 more faults in this entry.");
    }

    @Test
    void whatCouldBeReadOfAnUnsoundEntryIsThere() {
        var given = entry("image_groups", "{\"objectUrl_0\": \"a\", \"objectUrl_1\": 7, \"objectUrl_2\": \"c\"}");

        assertThat(given.urls()).containsExactly("a", "c");
        assertThat(given.code()).isEqualTo(FailureCode.ENTRY_INVALID);
    }

    @Test
    void urlsAreMeasuredInBytesOfUtf8() {
        assertThat(entry("videos", "{\"objectUrl\": \"%s\"}".formatted("a".repeat(16_384)))
                        .entry()
                        .failure())
                .isNull();
        assertThat(entry("videos", "{\"objectUrl\": \"%s\"}".formatted("a".repeat(16_385)))
                        .code())
                .isEqualTo(FailureCode.URL_TOO_LONG);
        assertThat(entry("videos", "{\"objectUrl\": \"%s\"}".formatted("€".repeat(5_462)))
                        .code())
                .isEqualTo(FailureCode.URL_TOO_LONG);
        assertThat(entry("videos", "{\"objectUrl\": \"%s\"}".formatted("\\u0061".repeat(16_384)))
                        .entry()
                        .failure())
                .isNull();
        assertThat(entry("videos", "{\"objectUrl\": \"%s\"}".formatted("a".repeat(17 << 10)))
                        .message())
                .isEqualTo("objectUrl is longer than 16 KiB, the most that a URL may have.");
    }

    @Test
    void metadataIsMeasuredAsItCame() {
        var atLimit = "{\"x\": \"" + "a".repeat(10_000_000 - 9) + "\"}";
        var beyond = "{\"x\": \"" + "a".repeat(11_000_000 - 9) + "\"}";

        var sound = entry("videos", "{\"objectUrl\": \"a\", \"clientMetadata\": " + atLimit + "}");
        var unsound = entry("videos", "{\"objectUrl\": \"a\", \"clientMetadata\": " + beyond + "}");

        assertThat(sound.clientMetadata()).isEqualTo(atLimit);
        assertThat(unsound.code()).isEqualTo(FailureCode.METADATA_TOO_LARGE);
        assertThat(unsound.message())
                .isEqualTo("clientMetadata is 11,000,000 bytes long; 10,000,000 are allowed for one entry.");
        assertThat(unsound.urls()).containsExactly("a");
    }

    @Test
    void anEntryOverTheLimitIsNotKeptAndTheNextOneIsRead() {
        var limits = new ManifestLimits(10, 10, 10, 100, 1_000, 2_000, 1L << 30, 100);
        var atLimit = padded(2_000);
        var beyond = padded(2_001);
        var huge = padded(5_000_000);

        var outcome = read(
                "{\"videos\": [" + String.join(", ", atLimit, beyond, huge, "{\"objectUrl\": \"b\"}") + "]}", limits);

        assertThat(outcome.entries())
                .extracting(given -> given.entry().failure() == null)
                .containsExactly(true, false, false, true);
        assertThat(outcome.entries().get(0).raw()).isEqualTo(atLimit);
        assertThat(outcome.entries().get(1).raw()).isEqualTo("{}");
        assertThat(outcome.entries().get(1).code()).isEqualTo(FailureCode.ENTRY_TOO_LARGE);
        assertThat(outcome.entries().get(2).code()).isEqualTo(FailureCode.ENTRY_TOO_LARGE);
        assertThat(outcome.entries().get(3).urls()).containsExactly("b");
    }

    private static String padded(int length) {
        return "{\"objectUrl\": \"a\"" + " ".repeat(length - 19) + " }";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"x\": \"\\u0000\"}",
                "{\"a\\u0000b\": 1}",
                "{\"x\": [{\"y\": \"\\uD800\"}]}",
                "{\"x\": \"\\uDC00\"}",
                "{\"x\": \"\\uD800\\uD800\"}",
                "{\"x\": \"\\uD83D \\uDE00\"}",
                "{\"x\": \"\\uDE00\\uD83D\"}",
                "{\"x\": 1e200000}",
                "{\"x\": -1E+131072}",
                "{\"x\": 10e131071}",
                "{\"x\": 0.01e131074}",
                "{\"x\": 1e-16384}",
                "{\"x\": 0e-16384}",
                "{\"x\": 0.1e-16383}",
                "{\"x\": 0e99999999999}",
            })
    void whatJsonbCannotHoldFailsItsEntry(String metadata) {
        var given = entry("videos", "{\"objectUrl\": \"a\", \"clientMetadata\": " + metadata + "}");

        assertThat(given.code()).isEqualTo(FailureCode.METADATA_NOT_STORABLE);
        assertThat(given.message()).startsWith("clientMetadata holds ").endsWith("Remove it.");
        assertThat(given.clientMetadata()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"x\": \"\\\\u0000\"}",
                "{\"x\": \"\\uD83D\\uDE00\"}",
                "{\"x\": \"\\u0001\"}",
                "{\"x\": 1e131071}",
                "{\"x\": 0.01e131073}",
                "{\"x\": 0e131073}",
                "{\"x\": 1e-16383}",
                "{\"x\": -0.0}",
                "{\"$encord\": {\"frames\": {\"1\": {\"e\": [1.0]}}}}",
                "{}"
            })
    void whatJsonbCanHoldIsSound(String metadata) {
        var given = entry("videos", "{\"objectUrl\": \"a\", \"clientMetadata\": " + metadata + "}");

        assertThat(given.entry().failure()).isNull();
        assertThat(given.clientMetadata()).isEqualTo(metadata);
    }

    @Test
    void numbersWithManyDigitsAreMeasured() {
        assertThat(withNumber("9".repeat(131_072)).entry().failure()).isNull();
        assertThat(withNumber("9".repeat(131_073)).code()).isEqualTo(FailureCode.METADATA_NOT_STORABLE);
        assertThat(withNumber("0." + "0".repeat(16_383)).entry().failure()).isNull();
        assertThat(withNumber("0." + "1".repeat(16_384)).code()).isEqualTo(FailureCode.METADATA_NOT_STORABLE);
    }

    private static Manifests.Given withNumber(String number) {
        return entry("videos", "{\"objectUrl\": \"a\", \"clientMetadata\": {\"x\": " + number + "}}");
    }

    @Test
    void unstorableTextOutsideTheMetadataDoesNotFailTheMetadata() {
        var given =
                entry("videos", "{\"x\": \"\\u0000\", \"clientMetadata\": {}, \"objectUrl\": \"a\", \"y\": 1e999999}");

        assertThat(given.entry().failure()).isNull();
    }
}

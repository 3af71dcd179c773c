package io.accession.core.manifest;

import static io.accession.core.manifest.Manifests.error;
import static io.accession.core.manifest.Manifests.invalid;
import static io.accession.core.manifest.Manifests.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.domain.RegistryError;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestFaultTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"videos\": [{\"objectUrl\": \"a\"} {}]} | 1 | 32 | /videos | a comma or ]",
                "{\"videos\": [{\"objectUrl\" \"a\"}]} | 1 | 26 | /videos/0 | a colon after the key",
                "{\"videos\": [{objectUrl: \"a\"}]} | 1 | 14 | /videos/0 | a key in double quotes is expected, found objectUrl",
                "{\"videos\": [{'objectUrl': 'a'}]} | 1 | 14 | /videos/0 | double quotes",
                "{\"videos\": [{\"objectUrl\": \"a\", \"clientMetadata\": {\"x\": NaN}}]} | 1 | 56 | /videos/0 | NaN, which JSON does not have",
                "{\"videos\": [{\"x\": -Infinity}]} | 1 | 20 | /videos/0 | Infinity",
                "{\"videos\": [{\"x\": True}]} | 1 | 19 | /videos/0 | Write true",
                "{\"videos\": [{\"x\": 01}]} | 1 | 21 | /videos/0 | begins with 0",
                "{\"videos\": [{\"x\": +1}]} | 1 | 19 | /videos/0 | no plus sign",
                "{\"videos\": [{\"x\": .5}]} | 1 | 19 | /videos/0 | 0.5",
                "{\"videos\": [{\"x\": 1.}]} | 1 | 21 | /videos/0 | a digit after the point",
                "{\"videos\": [{\"x\": 1e}]} | 1 | 21 | /videos/0 | a digit in the exponent",
                "{\"videos\": [{\"x\": \"\\a\"}]} | 1 | 20 | /videos/0 | backslash",
                "{\"videos\": [{\"x\": \"\\u00g0\"}]} | 1 | 20 | /videos/0 | four hexadecimal digits",
                "{\"videos\": [{\"x\": 1,, \"y\": 2}]} | 1 | 21 | /videos/0 | Remove one comma",
                "{\"videos\": [,]} | 1 | 13 | /videos/0 | Remove one comma",
                "{,} | 1 | 2 | `` | a key in double quotes",
                "{\"videos\": [{\"x\": 1]]} | 1 | 20 | /videos/0 | a comma or }",
                "{\"videos\": [{\"x\": 1}]} / | 1 | 24 | `` | a JSON object",
                "{\"videos\": [{\"objectUrl\": \"a\"}]} {} | 1 | 34 | `` | Remove what follows",
                "[{\"objectUrl\": \"a\"}] | 1 | 1 | `` | a JSON object",
                "ObjectURL,Video title | 1 | 1 | `` | found ObjectURL",
                "{\"videos\": [{\"objectUrl\": \"a\"}] /* oops | 1 | 33 | `` | never closed",
                "{\"videos\": {\"objectUrl\": \"a\"}} | 1 | 12 | /videos | a list of entries",
                "{\"videos\": [], \"skip_duplicate_urls\": \"true\"} | 1 | 39 | /skip_duplicate_urls | true or false",
                "{\"videos\": [], \"videos\": []} | 1 | 16 | /videos | given twice",
                "{\"upsert_metadata\": true, \"upsertMetadata\": true} | 1 | 27 | /upsertMetadata | given twice",
                "{\"movies\": [{\"objectUrl\": \"a\"}]} | 1 | 2 | /movies | 'movies' is not known here. The keys of a manifest are videos, audio, pdfs, text",
                "{\"skip_duplicate_url\": true} | 1 | 2 | /skip_duplicate_url | not known here",
                "{\"scenes\": {}} | 1 | 2 | /scenes | not known here",
                "{\"videos\": [], \"scenes\": null, \"movies\": []} | 1 | 1 | `` | names no objects",
                "{} | 1 | 1 | `` | names no objects",
            })
    void aManifestThatIsWrongIsToldWhereAndHowToMendIt(
            String manifest, long line, long column, String pointer, String words) {
        var error = invalid(manifest);

        assertThat(error.message()).contains(words).endsWith(".");
        assertThat(error.line()).isEqualTo(line);
        assertThat(error.column()).isEqualTo(column);
        assertThat(error.byteOffset()).isEqualTo(column - 1);
        assertThat(error.pointer()).isEqualTo(pointer);
        assertThatMessageIsPlain(error.message());
    }

    static void assertThatMessageIsPlain(String message) {
        assertThat(message.toLowerCase(Locale.ROOT))
                .doesNotContain("jackson", "exception", "token", "source:", "redacted", "java");
    }

    @Test
    void anEmptyBodyIsToldSo() {
        assertThat(invalid("").message()).contains("it is empty");
        assertThat(invalid(" \n\t ").line()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE"})
    void otherEncodingsAreToldSo(String charset) {
        var error = invalid("{\"videos\": [{\"objectUrl\": \"a\"}]}".getBytes(Charset.forName(charset)));

        assertThat(error.message()).contains("UTF-8");
        assertThat(error.byteOffset()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "C0 80",
                "C3",
                "C3 28",
                "E0 80 80",
                "ED A0 80",
                "F0 80 80 80",
                "F4 90 80 80",
                "F5 80 80 80",
                "FF"
            })
    void bytesThatAreNotUtf8AreToldWithTheirPlace(String bytes) {
        byte[] wrong = HexFormat.ofDelimiter(" ").parseHex(bytes);
        byte[] before = "{\n\"videos\": [{\"objectUrl\": \"ä".getBytes(StandardCharsets.UTF_8);
        byte[] after = "\"}]}".getBytes(StandardCharsets.UTF_8);

        var error = invalid(concatenated(before, wrong, after));

        assertThat(error.message()).contains("not UTF-8", bytes.substring(0, 2));
        assertThat(error.line()).isEqualTo(2);
        assertThat(error.column()).isEqualTo(28);
        assertThat(error.byteOffset()).isEqualTo(before.length);
    }

    @Test
    void charactersOutsideStringsAreToldAsCharacters() {
        assertThat(invalid("{“videos”: []}").message()).contains("'“'", "straight double quotes");
    }

    @Test
    void aStringMayNotGoOverTheEndOfItsLine() {
        var error = invalid("{\"videos\": [{\"objectUrl\": \"a\n\"}]}");

        assertThat(error.message()).contains("end of the line");
        assertThat(error.column()).isEqualTo(29);
    }

    @Test
    void nestingHasALimit() {
        var atLimit = "{\"videos\": [{\"objectUrl\": \"a\", \"clientMetadata\": {\"x\": " + nested(996) + "}}]}";
        var beyond = "{\"videos\": [{\"objectUrl\": \"a\", \"clientMetadata\": {\"x\": " + nested(997) + "}}]}";

        assertThat(read(atLimit).only().entry().failure()).isNull();
        assertThat(invalid(beyond).message()).contains("deeper than 1,000 levels");
    }

    private static String nested(int levels) {
        return "[".repeat(levels) + "]".repeat(levels);
    }

    @Test
    void aMillionBracketsAreOnlyNestedTooDeep() {
        assertThat(invalid("{\"videos\": " + "[".repeat(1_000_000)).message()).contains("nested deeper");
    }

    @Test
    void entriesUrlsAndBytesHaveLimits() {
        var limits = new ManifestLimits(3, 2, 10, 100, 100, 1_000, 200, 10);
        var twoEntries = "{\"videos\": [{\"objectUrl\": \"a\"}, {\"objectUrl\": \"b\"}]}";

        assertThat(read(twoEntries, limits).entries()).hasSize(2);
        assertThat(error(() -> read(twoEntries.replace("]", ", {\"objectUrl\": \"c\"}]"), limits)))
                .isInstanceOf(RegistryError.TooLarge.class)
                .extracting(RegistryError::message)
                .asString()
                .contains("more than 2 entries", "line 1, column 53", "/videos/2");
        assertThat(error(() -> read(
                        "{\"image_groups\": [{\"objectUrl_0\": \"a\", \"objectUrl_1\": \"b\", \"objectUrl_2\": \"c\","
                                + " \"objectUrl_3\": \"d\"}]}",
                        limits)))
                .isInstanceOf(RegistryError.TooLarge.class)
                .extracting(RegistryError::message)
                .asString()
                .contains("more than 3 URLs", "/image_groups/0");
        assertThat(error(() -> read(twoEntries + " ".repeat(200), limits)))
                .isInstanceOf(RegistryError.TooLarge.class)
                .extracting(RegistryError::message)
                .asString()
                .contains("larger than 200 bytes");
    }

    private static byte[] concatenated(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}

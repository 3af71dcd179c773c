package io.accession.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestLookTest {

    private static final String JSON = "application/json";
    private static final String CSV = "text/csv";

    private static Body look(String name, byte[] content) throws IOException {
        return ManifestLook.at(name, new ByteArrayInputStream(content));
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | {\"images\": []} | application/json",
                "m.csv | {\"images\": []} | application/json",
                "`` | {\"images\": [~{\"objectUrl\": 1}]} | application/json",
                "`` | {\"skip_duplicate_urls\": true,~\"images\": [{}]} | application/json",
                "`` | {\"type\": \"images\", \"objectUrl\": 1} | application/x-ndjson",
                "`` | {\"skip_duplicate_urls\": true}~~{\"objectUrl\": 1} | application/x-ndjson",
                "m.jsonl | {\"objectUrl\": 1} | application/x-ndjson",
                "m.NDJSON.gz | {\"objectUrl\": 1} | application/x-ndjson",
                "`` | objectURL,Image title~a | text/csv",
                "m.json | ~\"ObjectUrl\";\"Image title\"~a | text/csv",
                "`` | sep=;~Image group title;ObjectUrl~a | text/csv",
                "m.csv | a,b | text/csv",
                "m.tsv | a | text/csv",
                "m.txt | oops | application/json",
                "`` | `` | application/json",
            })
    void theBeginningTellsHowAManifestIsWritten(String name, String content, String mediaType) throws IOException {
        byte[] bytes = content.replace('~', '\n').getBytes(StandardCharsets.UTF_8);

        assertThat(look(name, bytes).mediaType()).isEqualTo(mediaType);
        assertThat(look(name, bytes).contentEncoding()).isEmpty();
        assertThat(look(name, gzip(bytes)).mediaType()).isEqualTo(mediaType);
        assertThat(look(name, gzip(bytes)).contentEncoding()).isEqualTo("gzip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void marksAndWideCharactersDoNotHideTheHeadings(String charset) throws IOException {
        byte[] bytes = "\uFEFFObjectURL\tImage title\r\n".getBytes(Charset.forName(charset));

        assertThat(look("", bytes).mediaType()).isEqualTo(CSV);
    }

    @Test
    void zstdIsKnownByItsFirstBytesAndItsContentByTheName() throws IOException {
        byte[] zstd = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 0, 0};

        assertThat(look("m.csv.zst", zstd).contentEncoding()).isEqualTo("zstd");
        assertThat(look("m.csv.zst", zstd).mediaType()).isEqualTo(CSV);
        assertThat(look("m.zst", zstd).mediaType()).isEqualTo(JSON);
    }

    @Test
    void lookingTakesNothingAway() throws IOException {
        byte[] bytes = "ObjectURL\n".repeat(10_000).getBytes(StandardCharsets.UTF_8);

        try (var body = look("", bytes)) {
            assertThat(body.bytes().readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void aLongFirstLineIsLookedAtInNoTime() throws IOException {
        byte[] bytes = ("{" + "} ".repeat(100_000)).getBytes(StandardCharsets.UTF_8);

        assertThat(look("", bytes).mediaType()).isEqualTo(JSON);
    }
}

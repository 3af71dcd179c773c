package io.accession.core.manifest;

import static io.accession.core.manifest.Manifests.csv;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CSV as spreadsheets write it. */
class CsvSpreadsheetTest {

    private static final String PLAIN = "ObjectURL,Image title\na.jpg,\"Größe, \"\"1\"\"\"\nb.jpg,𝄞 zwei\n";

    private static void assertThatItIsRead(byte[] manifest) {
        var outcome = csv(manifest);

        assertThat(outcome.entries())
                .extracting(
                        given -> given.urls().getFirst(),
                        given -> given.entry().title(),
                        given -> given.position().line())
                .containsExactly(Tuple.tuple("a.jpg", "Größe, \"1\"", 2L), Tuple.tuple("b.jpg", "𝄞 zwei", 3L));
        assertThat(outcome.warningCodes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\r\n\r\n"})
    void linesEndAsTheyLike(String lineEnd) {
        var outcome = csv(PLAIN.replace("\n", lineEnd));

        assertThat(outcome.entries())
                .extracting(given -> given.entry().title())
                .containsExactly("Größe, \"1\"", "𝄞 zwei");
        assertThat(outcome.entries().getLast().position().line()).isEqualTo(lineEnd.length() == 4 ? 5 : 3);
    }

    @Test
    void theLastLineNeedsNoEnd() {
        assertThatItIsRead(PLAIN.stripTrailing().getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t"})
    void theHeaderSaysWhatSeparatesCells(String separator) {
        var text = PLAIN.replace(",", separator).replace("Größe" + separator, "Größe,");

        assertThatItIsRead(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void utf16IsReadWithAndWithoutItsMark(String charset) {
        var text = PLAIN.replace(",", "\t").replace("Größe\t", "Größe,").replace("\n", "\r\n");

        assertThatItIsRead(("\uFEFF" + text).getBytes(Charset.forName(charset)));
        assertThatItIsRead(text.getBytes(Charset.forName(charset)));
    }

    @Test
    void aByteOrderMarkHasNoColumn() {
        assertThatItIsRead(("\uFEFF" + PLAIN).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void emptyColumnsAndLinesBehindMeanNothing() {
        assertThatItIsRead(PLAIN.replace("title\n", "title,,\n")
                .replace("\"\n", "\",,\n")
                .concat(",,,\n\n  \n\"\",\n")
                .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aRowThatNamesTheSeparatorIsPassedOver() {
        var outcome = csv("sep=;\r\nObjectURL;Image title\r\na.jpg;A\r\n");

        assertThat(outcome.only().entry().title()).isEqualTo("A");
        assertThat(outcome.only().position().line()).isEqualTo(3);
    }

    @Test
    void spaceAroundCellsIsNotPartOfThem() {
        assertThatItIsRead(
                PLAIN.replace(",\"", " , \"").replace("b.jpg,", " b.jpg\t,  ").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void lineBreaksInQuotesBelongToTheCell() {
        var outcome = csv("ObjectURL,Image title\na.jpg,\"one\r\ntwo\nthree\"\nb.jpg,B\n");

        assertThat(outcome.entries().getFirst().entry().title()).isEqualTo("one\r\ntwo\nthree");
        assertThat(outcome.entries().getLast().position().line()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s3://bucket/dir/a%20b.jpg | a%20b.jpg",
                "gs://bucket/a?b.jpg | a?b.jpg",
                "https://h/x/a%2Bb+c.jpg?versionId=1#f | a+b+c.jpg",
                "HTTPS://h/x/caf%C3%A9.jpg | café.jpg",
                "file:///data/a.jpg | a.jpg",
                "a.jpg | a.jpg",
            })
    void theFileNameIsTheLastSegmentOfThePath(String url, String name) {
        assertThat(csv("ObjectURL,Image title\n" + url + ",\n").only().entry().title())
                .isEqualTo(name);
    }
}

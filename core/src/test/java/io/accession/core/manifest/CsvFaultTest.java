package io.accession.core.manifest;

import static io.accession.core.manifest.Manifests.csv;
import static io.accession.core.manifest.Manifests.error;
import static io.accession.core.manifest.Manifests.form;
import static io.accession.core.manifest.Manifests.invalid;
import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.domain.FailureCode;
import io.accession.core.domain.RegistryError;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFaultTest {

    private static final String GROUPS = "ObjectURL,Image group title,Create video\n";

    private static RegistryError.ManifestInvalid fault(String manifest) {
        return fault(manifest.getBytes(StandardCharsets.UTF_8));
    }

    private static RegistryError.ManifestInvalid fault(byte[] manifest) {
        return invalid(ManifestFormat.CSV, new ByteArrayInputStream(manifest));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "s3://b/a.jpg | 1 | 1 | the first row must name the columns",
                "URL,Image title | 1 | 1 | 'URL' is not a heading",
                "Image group title,Create video~a,b | 1 | 1 | a header row needs a column 'ObjectURL'",
                "ObjectURL,Image titel~a,b | 1 | 11 | 'Image titel' is not a heading. Headings are ObjectURL, Video"
                        + " title",
                "ObjectURL,Image title,objecturl~a,b,c | 1 | 23 | the heading 'objecturl' is there twice",
                "ObjectURL,Create video,Image group title,Create video~a | 1 | 42 | the heading 'Create video' is"
                        + " there twice",
                "ObjectURL,Image title,Video title~a,b,c | 1 | 23 | a second title column, 'Video title'",
                "ObjectURL,Dicom title,Series title~a,b,c | 1 | 23 | a second title column",
                "ObjectURL,Image group title~a,b | 1 | 11 | needs a column 'Create video'",
                "ObjectURL,Create video~a,b | 1 | 11 | needs a title column",
                "ObjectURL,Image title~a.jpg,A~ObjectURL,Movie title~b,B | 3 | 11 | 'Movie title' is not a heading",
                "ObjectURL,Image title~a.jpg,A~URL,Video title~b,B | 3 | 1 | 'URL' is not a heading",
                "ObjectURL,Image title~a.jpg,A,b | 2 | 9 | nothing in the header stands over this cell",
                "ObjectURL~a,b.mp4 | 2 | 3 | nothing in the header",
                "ObjectURL,Image title~a.jpg;A | 2 | 1 | not separated by a comma",
                "ObjectURL;Image title~a.jpg,A | 2 | 1 | not separated by a semicolon",
                "ObjectURL,Image title~a.jpg,A~ObjectURL;Video title~b;B | 3 | 1 | not separated by a comma",
                "ObjectURL~a.mp4~ObjectURL;Image title~b;B | 3 | 1 | not separated by a comma",
                "ObjectURL,Image title~\"a\"b,c | 2 | 4 | a quoted cell ended before this",
                "ObjectURL,Image title~ä,\"A~b,B~ | 2 | 3 | the quote that opens here is never closed",
                "{\"images\": [{\"objectUrl\": \"a\"}]} | 1 | 1 | this is JSON, not CSV. Send it with Content-Type:"
                        + " application/json",
                "~ [{\"objectUrl\": \"a\"}] | 2 | 2 | this is JSON, not CSV",
                "ObjectURL,Image title~ | 2 | 1 | it names no objects",
                "~~ | 3 | 1 | it is empty",
                "`` | 1 | 1 | it is empty",
            })
    void aManifestThatIsWrongIsToldWhereAndHowToMendIt(String manifest, long line, long column, String words) {
        var error = fault(manifest.replace('~', '\n'));

        assertThat(error.message()).contains(words).endsWith(".");
        assertThat(error.line()).as(error.message()).isEqualTo(line);
        assertThat(error.column()).as(error.message()).isEqualTo(column);
        assertThat(error.pointer()).isEmpty();
        ManifestFaultTest.assertThatMessageIsPlain(error.message());
    }

    @Test
    void placesCountCharactersAndBytes() {
        var error = fault("ObjectURL,Image title\r\n𝄞ä.jpg,\"b\r\nc\",x");

        assertThat(error.line()).isEqualTo(3);
        assertThat(error.column()).isEqualTo(4);
        assertThat(error.byteOffset())
                .isEqualTo("ObjectURL,Image title\r\n𝄞ä.jpg,\"b\r\nc\",".getBytes(StandardCharsets.UTF_8).length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "UTF-32", "UTF-32LE"})
    void otherEncodingsAreToldSo(String charset) {
        var error = fault("ObjectURL,Image title\na.jpg,Größe".getBytes(Charset.forName(charset)));

        assertThat(error.message()).contains("UTF-8");
        assertThat(error.line()).isEqualTo(charset.startsWith("UTF") ? 1 : 2);
        assertThat(error.column()).isEqualTo(charset.startsWith("UTF") ? 1 : 9);
    }

    @Test
    void halfACharacterAtTheEndIsAFault() {
        assertThat(fault(new byte[] {'O', (byte) 0xC3}).message()).contains("byte 0xC3");
        assertThat(fault(new byte[] {(byte) 0xFF, (byte) 0xFE, 'O', 0, 'b'}).message())
                .contains("not UTF-16");
    }

    @Test
    void charactersThatNoTextHasAreToldWithTheirPlace() {
        var error = fault("ObjectURL,Image title\na\0.jpg,A");

        assertThat(error.message()).contains("U+0000");
        assertThat(error.line()).isEqualTo(2);
        assertThat(error.column()).isEqualTo(2);
        assertThat(fault("ObjectURL,Image title\na.jpg,\"A\0\"").column()).isEqualTo(9);
    }

    @Test
    void workbooksAreToldFromText() {
        assertThat(fault(new byte[] {'P', 'K', 3, 4}).message()).contains("ZIP", "CSV UTF-8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ObjectURL,Image title~,A | URL_MISSING | ObjectURL is blank.",
                "ObjectURL,Image title~a b.jpg,A | URL_INVALID | ObjectURL has whitespace in it. Write %20",
                "ObjectURL,Image title~\"a~b.jpg\",A | URL_INVALID | ObjectURL has whitespace in it.",
                "ObjectURL,Image title~a\u00a0b.jpg,A | URL_INVALID | ObjectURL has whitespace in it.",
                "ObjectURL,Image title,Create video~a.jpg,A,true | ENTRY_INVALID | 'Create video' must be false where"
                        + " the rows are not image sequences; it is 'true'.",
                "ObjectURL,Image title,Create video~a.jpg,A | ENTRY_INVALID | 'Create video' must be false where the"
                        + " rows are not image sequences; it is blank.",
                "ObjectURL,Image group title,Create video~a.jpg,A,yes | ENTRY_INVALID | Line 2: 'Create video' must be"
                        + " true, false or blank, which is true; it is 'yes'.",
                "ObjectURL,Image group title,Create video~a.jpg,,false | ENTRY_INVALID | Line 2: 'Image group title'"
                        + " is blank.",
                "ObjectURL,Image group title,Create video~a.jpg,A,false~b c.jpg,A,false | URL_INVALID | Line 3:"
                        + " ObjectURL has whitespace",
                "ObjectURL,Image group title,Create video~a.jpg,A,false~,A,false | URL_MISSING | Line 3: ObjectURL is"
                        + " blank.",
                "ObjectURL,Image group title,Create video~a.jpg,A,false~b.jpg,A, | ENTRY_INVALID | Line 3: 'Create"
                        + " video' says something else than the first row of this title, in line 2.",
            })
    void whatIsWrongWithOneEntryFailsItAlone(String manifest, FailureCode code, String words) {
        var outcome = csv(manifest.replace('~', '\n') + "\nObjectURL,Video title\nsound.mp4,\n");

        assertThat(outcome.entries()).hasSize(2);
        assertThat(outcome.entries())
                .filteredOn(given -> given.entry().failure() == null)
                .extracting(Manifests.Given::urls)
                .containsExactly(List.of("sound.mp4"));
        assertThat(outcome.entries())
                .filteredOn(given -> given.entry().failure() != null)
                .singleElement()
                .satisfies(given -> {
                    assertThat(given.code()).isEqualTo(code);
                    assertThat(given.message()).startsWith(words);
                });
    }

    /** So that a failed entry, posted again as it was kept, does not register something else than was asked for. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ObjectURL,Image title,Create video\na.jpg,A,true",
                "ObjectURL,Image title,Create video\na.jpg,A,",
                GROUPS + "a.jpg,A,maybe",
                GROUPS + "a.jpg,A,true\nb.jpg,A,false",
                "ObjectURL,Image title\n,A",
            })
    void whatIsKeptOfAnUnsoundEntryIsUnsoundToo(String manifest) {
        var given = csv(manifest).only();
        var bytes = given.raw().getBytes(StandardCharsets.UTF_8);

        var again =
                new EntryParser(ManifestLimits.DEFAULT).parse(given.position().typeKey(), bytes, 0, bytes.length);

        assertThat(again.failure()).isNotNull();
    }

    @Test
    void rowsAreCountedWithoutHeadersAndBlankLines() {
        var rows = new StringBuilder("ObjectURL,Image title\n\n");
        for (int i = 0; i < 10_000; i++) {
            rows.append(i % 100 == 0 ? "ObjectURL,Image title\n\n" : "")
                    .append(i)
                    .append(".jpg,\n");
        }

        assertThat(csv(rows.toString()).entries()).hasSize(10_000);
        assertThat(error(() -> csv(rows + "more.jpg,\n")))
                .isInstanceOf(RegistryError.TooLarge.class)
                .extracting(RegistryError::message)
                .asString()
                .contains("more than 10,000 rows", "line 10,203", "JSON");
    }

    @Test
    void whatIsHeldOfGroupsHasALimit() {
        var limits = new ManifestLimits(100, 100, 100, 100, 1_000, 300, 10_000, 10);
        var rows = new StringBuilder(GROUPS);
        for (int i = 0; i < 10; i++) {
            rows.append("a-rather-long-name.jpg,G").append(i % 2).append(",false\n");
        }

        var error = error(() -> Manifests.read(
                form(ManifestFormat.CSV),
                new ByteArrayInputStream(rows.toString().getBytes(StandardCharsets.UTF_8)),
                limits));

        assertThat(error).isInstanceOf(RegistryError.TooLarge.class);
        assertThat(error.message()).contains("more than 300 bytes together", "line 9");
    }

    @Test
    void entriesUrlsAndBytesHaveTheLimitsOfEveryManifest() {
        var limits = new ManifestLimits(3, 2, 100, 100, 1_000, 3_000, 200, 10);

        assertThat(tooLarge("ObjectURL\na\nb\nc\n", limits)).contains("more than 2 entries", "line 4, column 1.");
        assertThat(tooLarge(GROUPS + "a,A,\nb,A,\nc,A,\nd,A,\n", limits)).contains("more than 3 URLs", "line 2");
        assertThat(tooLarge("ObjectURL\na" + "\n".repeat(200), limits)).contains("larger than 200 bytes");
    }

    @Test
    void aTableHasNoMoreBytesThanItsRowsMayHave() {
        var limits = new ManifestLimits(100, 100, 10, 100, 1_000, 3_000, 1L << 30, 10);

        assertThat(tooLarge("ObjectURL\n" + " ".repeat(2_000), limits)).contains("larger than 2,000 bytes");
    }

    private static String tooLarge(String manifest, ManifestLimits limits) {
        var error = error(() -> Manifests.read(
                form(ManifestFormat.CSV), new ByteArrayInputStream(manifest.getBytes(StandardCharsets.UTF_8)), limits));
        assertThat(error).isInstanceOf(RegistryError.TooLarge.class);
        return error.message();
    }

    @Test
    void aCellWithoutEndCostsNoMemory() {
        var endless = Endless.of('x', 64 << 20);
        var start = new ByteArrayInputStream("ObjectURL,Image title\ns3://b/".getBytes(StandardCharsets.UTF_8));
        var end = new ByteArrayInputStream(",\nb.jpg,\n".getBytes(StandardCharsets.UTF_8));

        var outcome = Manifests.read(
                form(ManifestFormat.CSV),
                new SequenceInputStream(new SequenceInputStream(start, endless), end),
                ManifestLimits.DEFAULT);

        assertThat(outcome.entries()).hasSize(2);
        assertThat(outcome.entries().getFirst().code()).isEqualTo(FailureCode.URL_TOO_LONG);
        assertThat(outcome.entries().getLast().entry().failure()).isNull();
    }

    @Test
    void aQuoteThatNeverClosesIsFoundBeforeMuchIsRead() {
        InputStream endless = Endless.of('x', Long.MAX_VALUE);
        var start = new ByteArrayInputStream("ObjectURL,Image title\na.jpg,\"".getBytes(StandardCharsets.UTF_8));

        var error = invalid(ManifestFormat.CSV, new SequenceInputStream(start, endless));

        assertThat(error.line()).isEqualTo(2);
        assertThat(error.column()).isEqualTo(7);
        assertThat(error.message()).contains("closing quote is missing");
    }

    @Test
    void aRowHasALargestNumberOfCells() {
        assertThat(fault("ObjectURL" + ",".repeat(1_001)).message()).contains("more than 1,000 cells");
    }
}

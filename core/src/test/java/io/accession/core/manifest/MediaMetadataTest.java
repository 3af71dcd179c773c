package io.accession.core.manifest;

import static io.accession.core.manifest.Manifests.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.domain.FailureCode;
import io.accession.core.domain.MediaFacts;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaMetadataTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"videoMetadata\": {\"fps\": 23.98, \"duration\": 29.09, \"width\": 1280, \"height\": 720, \"file_size\": 5468354, \"mime_type\": \"video/mp4\"}",
                "\"videoMetadata\": {\"mimeType\": \"video/mp4\", \"fileSize\": 5468354.0, \"width\": 1.28e3, \"height\": 720, \"fps\": 23.98, \"duration_seconds\": 29.09}",
                "\"videometadata\": {\"fps\": 23.98, \"duration\": 29.09, \"width\": 1280, \"height\": 720, \"file_size\": 5468354, \"mimeType\": \"video\\/mp4\"}",
            })
    void videosBringTheirMetadataInAnySpelling(String block) {
        assertThat(supplied("videos", block))
                .isEqualTo(new MediaFacts.Video("video/mp4", 5468354, 1280, 720, 23.98, 29.09, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"duration", "duration_seconds", "durationSeconds"})
    void audioBringsItsMetadataInAnySpelling(String duration) {
        var snake =
                "\"audioMetadata\": {\"" + duration + "\": 23.98, \"file_size\": 2900000, \"mime_type\": \"audio/mp3\","
                        + " \"sample_rate\": 44100, \"bit_depth\": 0, \"codec\": \"mp3\", \"num_channels\": 2}";
        var camel =
                "\"AudioMetadata\": {\"" + duration + "\": 23.98, \"fileSize\": 2900000, \"mimeType\": \"audio/mp3\","
                        + " \"sampleRate\": 44100, \"bitDepth\": 0, \"codec\": \"mp3\", \"numChannels\": 2}";
        var facts = new MediaFacts.Audio("audio/mp3", 2900000, 23.98, 44100, 0, "mp3", 2);

        assertThat(supplied("audio", snake)).isEqualTo(facts);
        assertThat(supplied("audio", camel)).isEqualTo(facts);
    }

    @Test
    void pdfTextAndImagesBringTheirMetadata() {
        assertThat(supplied("pdfs", "\"pdfMetadata\": {\"fileSize\": 300, \"num_pages\": 5}"))
                .isEqualTo(new MediaFacts.Pdf("application/pdf", 300, 5));
        assertThat(supplied("text", "\"textMetadata\": {\"fileSize\": 200, \"mime_type\": \"application/xml\"}"))
                .isEqualTo(new MediaFacts.Text("application/xml", 200));
        assertThat(
                        supplied(
                                "images",
                                "\"imageMetadata\": {\"mimeType\": \"image/jpg\", \"fileSize\": 124, \"width\": 640.0, \"height\": 480}"))
                .isEqualTo(new MediaFacts.Image("image/jpg", 124, 640, 480));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "images | \"title\": \"t\" | imageMetadata",
                "images | \"imageMetadata\": null | imageMetadata",
                "images | \"imageMetadata\": {} | imageMetadata.mimeType",
                "images | \"imageMetadata\": {\"mimeType\": \"i\", \"fileSize\": 1, \"width\": null, \"height\": 1} | imageMetadata.width",
                "videos | \"videoMetadata\": {\"mimeType\": \"i\", \"fileSize\": 1, \"width\": 1, \"height\": 1, \"duration\": 1} | videoMetadata.fps",
                "audio | \"audioMetadata\": {\"mimeType\": \"i\", \"fileSize\": 1} | audioMetadata.duration",
                "pdf | \"pdfMetadata\": {\"numPages\": 1} | pdfMetadata.fileSize",
                "text | \"textMetadata\": {\"fileSize\": 1} | textMetadata.mimeType",
                "nifti | \"title\": \"t\" | media metadata, for which NIfTI entries have no key",
            })
    void anIncompleteBlockSuppliesNothingAndTellsWhatIsMissing(String typeKey, String keys, String missing) {
        var given = entry(typeKey, "{\"objectUrl\": \"a\", " + keys + "}");

        assertThat(given.entry().failure()).isNull();
        assertThat(given.entry().missingMediaMetadata()).isEqualTo(missing);
        assertThat(given.entry().objects().getFirst().supplied()).isNull();
    }

    @Test
    void numberedObjectsCannotBringMediaMetadata() {
        assertThat(entry("image_groups", "{\"objectUrl_0\": \"a\"}").entry().missingMediaMetadata())
                .isEqualTo("imageMetadata of each object, which only the key images can bring");
        assertThat(entry("dicom_series", "{\"objectUrl_0\": \"a\"}").entry().missingMediaMetadata())
                .isEqualTo("dicomMetadata of each object, which only the key dicomFiles can bring");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"wide\" | must be a positive integer up to 2147483647, got \"wide\".",
                "\"640\" | got \"640\"",
                "0 | got 0.",
                "-1 | got -1.",
                "640.5 | got 640.5.",
                "2147483648 | got 2147483648.",
                "99999999999999999999 | got 99999999999999999999.",
                "1e400 | got 1e400.",
                "1e999999999 | got 1e999999999.",
                "true | got true.",
                "{\"a\": 1} | got an object.",
                "[640] | got a list.",
            })
    void anImpossibleWidthFailsTheEntry(String width, String message) {
        var given = entry(
                "images",
                "{\"objectUrl\": \"a\", \"imageMetadata\": {\"mimeType\": \"i\", \"fileSize\": 1, \"height\": 1, \"width\": "
                        + width + "}}");

        assertThat(given.code()).isEqualTo(FailureCode.MEDIA_METADATA_INVALID);
        assertThat(given.message()).startsWith("imageMetadata.width ").contains(message);
        assertThat(given.entry().objects()).containsExactly(new ObjectReference("a", null, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "videos | \"videoMetadata\": \"x\" | videoMetadata must be an object, got \"x\".",
                "videos | \"videoMetadata\": [] | videoMetadata must be an object, got a list.",
                "videos | \"videoMetadata\": {\"fps\": 0} | videoMetadata.fps must be a positive number, got 0.",
                "videos | \"videoMetadata\": {\"fps\": -0.5} | videoMetadata.fps must be a positive number, got -0.5.",
                "videos | \"videoMetadata\": {\"duration\": 1e999} | videoMetadata.duration must be a positive number, got 1e999.",
                "videos | \"videoMetadata\": {\"duration\": \"29\"} | videoMetadata.duration must be a positive number, got \"29\".",
                "videos | \"videoMetadata\": {\"mime_type\": 3} | videoMetadata.mimeType must be a string that is not empty, got 3.",
                "videos | \"videoMetadata\": {\"mime_type\": \"\"} | videoMetadata.mimeType must be a string that is not empty, got \"\".",
                "videos | \"videoMetadata\": {\"mime_type\": \"\\u0000\"} | videoMetadata.mimeType holds the character U+0000",
                "videos | \"videoMetadata\": {\"file_size\": 1, \"fileSize\": 1} | videoMetadata.fileSize is given twice.",
                "audio | \"audioMetadata\": {\"bit_depth\": -1} | audioMetadata.bitDepth must be an integer from 0",
                "text | \"textMetadata\": {\"fileSize\": 0} | textMetadata.fileSize must be a positive integer, got 0.",
            })
    void wrongMediaMetadataNamesItsField(String typeKey, String block, String message) {
        var given = entry(typeKey, "{\"objectUrl\": \"a\", " + block + "}");

        assertThat(given.code()).isEqualTo(FailureCode.MEDIA_METADATA_INVALID);
        assertThat(given.message()).contains(message);
    }

    @Test
    void largeSizesAreExact() {
        assertThat(supplied("text", "\"textMetadata\": {\"fileSize\": 9007199254740993, \"mimeType\": \"t\"}"))
                .isEqualTo(new MediaFacts.Text("t", 9_007_199_254_740_993L));
    }

    @Test
    void dicomTagsAreKeptAsTheyWereWritten() {
        var tags = DicomBlock.REQUIRED_TAGS.stream()
                .map(tag ->
                        "\"" + tag + "\": " + (tag.endsWith("8") ? "{\"vr\": \"UI\", \"Value\": [\"1.2\"]}" : "null"))
                .collect(Collectors.joining(", ", "{", "}"));

        var given = entry(
                "dicomSeries",
                "{\"dicomFiles\": [{\"url\": \"a\", \"title\": \"f\", \"dicomMetadata\": {\"tags\": " + tags
                        + "}}], \"title\": \"s\"}");

        assertThat(given.entry().objects())
                .containsExactly(new ObjectReference("a", "f", new MediaFacts.Dicom("application/dicom", 0, tags)));
        assertThat(given.entry().missingMediaMetadata()).isNull();
        assertThat(given.entry().failure()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | dicomFiles[0].dicomMetadata.tags",
                "{\"tags\": {}} | dicomFiles[0].dicomMetadata.tags.00080018",
                "{\"tags\": {\"00080018\": null}} | dicomFiles[0].dicomMetadata.tags.00100020",
            })
    void missingDicomTagsAreNamed(String block, String missing) {
        var given = entry("dicomSeries", "{\"dicomFiles\": [{\"url\": \"a\", \"dicomMetadata\": " + block + "}]}");

        assertThat(given.entry().missingMediaMetadata()).isEqualTo(missing);
        assertThat(given.entry().failure()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"tags\": []} | dicomFiles[0].dicomMetadata.tags must be an object, got a list.",
                "{\"tags\": {\"00080018\": \"1.2\"}} | dicomMetadata.tags.00080018 must be an object or null, got \"1.2\".",
                "{\"tags\": {\"00080018\": {\"vr\": \"\\u0000\"}}} | dicomMetadata.tags holds the character U+0000",
            })
    void wrongDicomTagsFailTheEntry(String block, String message) {
        var given = entry("dicomSeries", "{\"dicomFiles\": [{\"url\": \"a\", \"dicomMetadata\": " + block + "}]}");

        assertThat(given.code()).isEqualTo(FailureCode.MEDIA_METADATA_INVALID);
        assertThat(given.message()).contains(message);
    }

    private static MediaFacts supplied(String typeKey, String block) {
        var given = entry(typeKey, "{" + block + ", \"objectUrl\": \"a\"}");
        assertThat(given.entry().failure()).isNull();
        assertThat(given.entry().missingMediaMetadata()).isNull();
        var supplied = given.entry().objects().getFirst().supplied();
        assertThat(supplied).isNotNull();
        return supplied;
    }
}

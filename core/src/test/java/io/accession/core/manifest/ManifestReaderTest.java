package io.accession.core.manifest;

import static io.accession.core.manifest.Manifests.entry;
import static io.accession.core.manifest.Manifests.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.accession.core.domain.ItemKind;
import io.accession.core.domain.MediaFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestReaderTest {

    @ParameterizedTest
    @CsvSource({
        "videos, VIDEO",
        "audio, AUDIO",
        "pdfs, PDF",
        "pdf, PDF",
        "text, PLAIN_TEXT",
        "images, IMAGE",
        "nifti, NIFTI"
    })
    void everyTypeOfSingleObjectHasItsKey(String typeKey, ItemKind kind) {
        var given = entry(typeKey, """
                {"objectUrl": "s3://b/k", "title": "t", "clientMetadata": {"a": 1}}""");

        assertThat(given.entry().kind()).isEqualTo(kind);
        assertThat(given.urls()).containsExactly("s3://b/k");
        assertThat(given.entry().title()).isEqualTo("t");
        assertThat(given.clientMetadata()).isEqualTo("{\"a\": 1}");
        assertThat(given.entry().failure()).isNull();
        assertThat(given.position().pointer()).isEqualTo("/" + typeKey + "/0");
    }

    @ParameterizedTest
    @CsvSource({
        "image_groups, IMAGE_GROUP",
        "imageGroups, IMAGE_GROUP",
        "dicom_series, DICOM_SERIES",
        "dicomSeries, DICOM_SERIES"
    })
    void compositesNumberTheirObjects(String typeKey, ItemKind kind) {
        var given = entry(typeKey, """
                {"objectUrl_1": "s3://b/1", "title": "t", "objectUrl_0": "s3://b/0", "objectUrl_2": "s3://b/2"}""");

        assertThat(given.entry().kind()).isEqualTo(kind);
        assertThat(given.urls()).containsExactly("s3://b/0", "s3://b/1", "s3://b/2");
        assertThat(given.entry().failure()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"true, IMAGE_SEQUENCE", "false, IMAGE_GROUP", "null, IMAGE_GROUP"})
    void createVideoMakesAnImageGroupASequence(String createVideo, ItemKind kind) {
        var given = entry("image_groups", """
                {"objectUrl_0": "s3://b/0", "createVideo": %s}""".formatted(createVideo));

        assertThat(given.entry().kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"videos", "images"})
    void createVideoMeansNothingForSingleObjects(String typeKey) {
        var outcome = read("""
                {"%s": [{"objectUrl": "s3://b/k", "createVideo": true}]}""".formatted(typeKey));

        assertThat(outcome.only().entry().failure()).isNull();
        assertThat(outcome.warningCodes()).isEmpty();
    }

    @Test
    void createVideoMeansNothingForDicom() {
        var given = entry("dicom_series", """
                {"objectUrl_0": "s3://b/0", "title": "t", "createVideo": true}""");

        assertThat(given.entry().kind()).isEqualTo(ItemKind.DICOM_SERIES);
        assertThat(given.entry().failure()).isNull();
    }

    @Test
    void typedFormsListTheirObjectsWithTitleAndMediaMetadata() {
        var given = entry("imageGroups", """
                {"images": [
                   {"url": "s3://b/0", "title": "first", "imageMetadata":
                     {"mimeType": "image/png", "fileSize": 1, "width": 2, "height": 3}},
                   {"url": "s3://b/1", "title": null}],
                 "title": "g", "clientMetadata": {}, "createVideo": true,
                 "externalFileType": "IMG_GROUP", "clusterByResolution": false}""");

        assertThat(given.entry().kind()).isEqualTo(ItemKind.IMAGE_SEQUENCE);
        assertThat(given.entry().objects())
                .containsExactly(
                        new ObjectReference("s3://b/0", "first", new MediaFacts.Image("image/png", 1, 2, 3)),
                        new ObjectReference("s3://b/1", null, null));
        assertThat(given.entry().missingMediaMetadata()).isEqualTo("images[1].imageMetadata");
        assertThat(given.entry().failure()).isNull();
    }

    @Test
    void severalTypesMayStandInOneManifest() {
        var outcome = read("""
                {"videos": [{"objectUrl": "a"}, {"objectUrl": "b"}], "pdf": [], "text": null,
                 "image_groups": [{"objectUrl_0": "c", "objectUrl_1": "d"}]}""");

        assertThat(outcome.entries())
                .extracting(given -> given.position().pointer())
                .containsExactly("/videos/0", "/videos/1", "/image_groups/0");
        assertThat(outcome.summary().entries()).isEqualTo(3);
        assertThat(outcome.summary().urls()).isEqualTo(4);
    }

    @Test
    void flagsMayStandBeforeOrAfterTheEntries() {
        var before = read("""
                {"skip_duplicate_urls": true, "upsert_metadata": true, "videos": [{"objectUrl": "a"}]}""");
        var after = read("""
                {"videos": [{"objectUrl": "a"}], "upsertMetadata": true, "skipDuplicateUrls": true}""");

        assertThat(before.summary()).isEqualTo(after.summary());
        assertThat(after.summary().skipDuplicateUrls()).isTrue();
        assertThat(after.summary().upsertMetadata()).isTrue();
    }

    @Test
    void flagsAreFalseWhenAbsentOrNull() {
        var outcome = read("""
                {"videos": [{"objectUrl": "a"}], "upsert_metadata": null}""");

        assertThat(outcome.summary().skipDuplicateUrls()).isFalse();
        assertThat(outcome.summary().upsertMetadata()).isFalse();
        assertThat(outcome.warningCodes()).isEmpty();
    }

    @Test
    void upsertWithoutSkipIsAWarning() {
        var outcome = read("""
                {"videos": [{"objectUrl": "a"}],
                 "upsert_metadata": true}""");

        assertThat(outcome.summary().warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("UPSERT_WITHOUT_SKIP");
            assertThat(warning.line()).isEqualTo(2);
            assertThat(warning.column()).isEqualTo(2);
        });
    }

    @Test
    void nullStandsForAnAbsentKey() {
        var given = entry("images", """
                {"objectUrl": "a", "title": null, "clientMetadata": null, "imageMetadata": null, "createVideo": null}""");

        assertThat(given.entry().failure()).isNull();
        assertThat(given.entry().title()).isNull();
        assertThat(given.entry().clientMetadata()).isNull();
        assertThat(given.entry().missingMediaMetadata()).isEqualTo("imageMetadata");
    }

    @Test
    void positionsCountCharactersNotBytes() {
        var outcome =
                read("{\"videos\": [{\"objectUrl\": \"ä€😀\"}, {\"objectUrl\": \"b\"},\n  {\"objectUrl\": \"c\"}]}");

        assertThat(outcome.entries())
                .extracting(given ->
                        given.position().line() + ":" + given.position().column())
                .containsExactly("1:13", "1:35", "2:3");
    }

    @Test
    void anEntryIsHandedOverAsItWasWritten() {
        var entry = "{ \"objectUrl\" :\t\"\\u0061\\/b\" , \"clientMetadata\":{\"z\":1.50,\"z\":[ 1 ]} }";

        var given = entry("videos", entry);

        assertThat(given.raw()).isEqualTo(entry);
        assertThat(given.urls()).containsExactly("a/b");
        assertThat(given.clientMetadata()).isEqualTo("{\"z\":1.50,\"z\":[ 1 ]}");
    }

    @Test
    void commentsAndTrailingCommasBecomeSpaces() {
        var outcome = read("""
                { // all videos
                  "videos": [
                    {"objectUrl": "a//b" /* not a, comment */, "clientMetadata": {"x": [1, 2,],},},
                  ],
                }""");

        assertThat(outcome.only().raw())
                .isEqualTo("{\"objectUrl\": \"a//b\" " + " ".repeat(20) + ", \"clientMetadata\": {\"x\": [1, 2 ] } }");
        assertThat(outcome.only().clientMetadata()).isEqualTo("{\"x\": [1, 2 ] }");
        assertThat(outcome.summary().warnings())
                .extracting(
                        ManifestWarning::code, ManifestWarning::count, ManifestWarning::line, ManifestWarning::column)
                .containsExactly(tuple("COMMENT", 2L, 1L, 3L), tuple("TRAILING_COMMA", 5L, 3L, 77L));
    }

    @Test
    void aByteOrderMarkIsNoFault() {
        var outcome = read("\uFEFF{\"videos\": [{\"objectUrl\": \"a\"}]}");

        assertThat(outcome.only().position().column()).isEqualTo(13);
        assertThat(outcome.warningCodes()).isEmpty();
    }
}

package io.accession.core.manifest;

import static io.accession.core.manifest.Manifests.invalid;
import static io.accession.core.manifest.Manifests.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.domain.ItemKind;
import io.accession.core.domain.MediaFacts;
import org.junit.jupiter.api.Test;

/** Manifests in the shapes that public samples of the format show, slips included (registration-facts sections 18 and 19). */
class PublicSamplesTest {

    @Test
    void imageGroupsAsTheyAreShownWithTrailingCommas() {
        var outcome = read("""
                {
                  "image_groups": [
                    {
                      "title": "<title 1>",
                      "createVideo": false,
                      "objectUrl_0": "<object url>",
                      "objectUrl_1": "<object url>",
                      "objectUrl_2": "<object url>",
                    },
                    {
                      "title": "<title 2>",
                      "createVideo": true,
                      "objectUrl_0": "<object url>",
                      "clientMetadata": {"optional": "imageGroupMetadata"}
                    }
                  ],
                  "skip_duplicate_urls": true
                }""");

        assertThat(outcome.entries())
                .extracting(given -> given.entry().kind())
                .containsExactly(ItemKind.IMAGE_GROUP, ItemKind.IMAGE_SEQUENCE);
        assertThat(outcome.entries())
                .extracting(given -> given.entry().failure())
                .containsOnlyNulls();
        assertThat(outcome.summary().urls()).isEqualTo(4);
        assertThat(outcome.warningCodes()).containsExactly("TRAILING_COMMA");
    }

    @Test
    void dicomSeriesAsTheyAreShown() {
        var outcome = read("""
                {
                  "dicom_series": [
                    {
                      "title": "<series-1>",
                      "objectUrl_0": "https://my-bucket/.../study1-series1-file.dcm"
                    },
                    {
                      "title": "<series-2>",
                      "objectUrl_0": "https://my-bucket/.../study1-series2-file1.dcm",
                      "objectUrl_1": "https://my-bucket/.../study1-series2-file2.dcm",
                    },
                      {
                      "objectUrl_0": "https://my-bucket/.../study1-series3-file1.dcm",
                      "createVideo": true
                    }
                  ],
                  "skip_duplicate_urls": true
                }""");

        assertThat(outcome.entries())
                .extracting(given -> given.entry().failure())
                .containsOnlyNulls();
        assertThat(outcome.warningCodes()).containsExactly("TRAILING_COMMA", "DICOM_WITHOUT_TITLE");
        assertThat(outcome.summary().warnings().getLast().line()).isEqualTo(12);
    }

    @Test
    void niftiWithAndWithoutATitle() {
        var outcome = read("""
                {"nifti": [{"title": "<file-1>", "objectUrl": "https://my-bucket/.../nifti-file1.nii"},
                           {"objectUrl": "https://my-bucket/.../nifti-file2.nii.gz",}]}""");

        assertThat(outcome.entries())
                .extracting(given -> given.entry().failure())
                .containsOnlyNulls();
    }

    @Test
    void blocksWhoseSpellingsAreMixed() {
        var outcome = read("""
                {"text": [{"objectUrl": "<object url_1>", "textMetadata": {"fileSize": 200, "mime_type": "application/xml"}},
                          {"objectUrl": "<object url_2>", "title": "my-file.html",
                           "clientMetadata": {"optional_key_1": "optional_metadata_value_1"}}],
                 "pdfs": [{"objectUrl": "a", "pdfMetadata": {"fileSize": 300, "numPages": 5}}],
                 "skip_duplicate_urls": true}""");

        assertThat(outcome.entries().get(0).entry().objects().getFirst().supplied())
                .isEqualTo(new MediaFacts.Text("application/xml", 200));
        assertThat(outcome.entries().get(2).entry().missingMediaMetadata()).isNull();
        assertThat(outcome.warningCodes()).isEmpty();
    }

    @Test
    void imagesWithAnEmbeddingAndATrailingComma() {
        var outcome = read("""
                {
                  "images": [
                    {
                      "objectUrl": "file/path/to/images/file-name-01.file-extension",
                      "title": "image-title.file-extension",
                      "clientMetadata": {"metadata-1": "value", "my-embedding": [1.0, 2.0, 3.0]}
                    },
                  ],
                  "skip_duplicate_urls": true
                }""");

        assertThat(outcome.only().clientMetadata())
                .isEqualTo("{\"metadata-1\": \"value\", \"my-embedding\": [1.0, 2.0, 3.0]}");
    }

    @Test
    void aTemplateWithWordsOutsideQuotesIsRefusedAtTheWord() {
        var error = invalid("""
                {
                    "videos": [
                        {
                            "objectUrl": "<cloud-file-path-to-your-video-1>",
                            "clientMetadata": {
                                "$encord": {
                                    "config": {
                                        "sampling_rate": "<samples-per-second>",
                                        "keyframe_mode": "frame" or "seconds",
                                    }
                                }
                            }
                        }
                    ]
                }""");

        assertThat(error.line()).isEqualTo(9);
        assertThat(error.column()).isEqualTo(50);
        assertThat(error.pointer()).isEqualTo("/videos/0");
        assertThat(error.message())
                .isEqualTo("The manifest cannot be read at line 9, column 50: a comma or } is expected, found or."
                        + " Text stands in double quotes.");
    }

    @Test
    void unknownKeysOfEntriesAreCountedWithTheirFirstPlace() {
        var outcome = read("""
                {"videos": [
                  {"objectUrl": "a", "colour": "red", "nothing": null},
                  {"objectUrl": "b", "colour": "blue", "imageMetadata": {}},
                  {"objectUrl": "c", "videoMetadata": {"codec": "h264"}}]}""");

        assertThat(outcome.entries())
                .extracting(given -> given.entry().failure())
                .containsOnlyNulls();
        assertThat(outcome.summary().warnings())
                .containsExactly(
                        unknown("colour", 2, 2, 23),
                        unknown("imageMetadata", 1, 3, 41),
                        unknown("videoMetadata.codec", 1, 4, 41));
    }

    private static ManifestWarning unknown(String key, long count, long line, long column) {
        return new ManifestWarning(
                "UNKNOWN_ENTRY_KEY",
                "The key '" + key + "' means nothing in an entry and was ignored.",
                count,
                line,
                column);
    }

    @Test
    void warningsAreBounded() {
        var keys = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            keys.append(", \"key").append(i).append("\": 1");
        }

        var warnings = read("{\"videos\": [{\"objectUrl\": \"a\"" + keys + "}]}")
                .summary()
                .warnings();

        assertThat(warnings).hasSize(101);
        assertThat(warnings.getLast().code()).isEqualTo("WARNINGS_LEFT_OUT");
        assertThat(warnings.getLast().count()).isEqualTo(400);
    }

    @Test
    void reservedMetadataKeysAreWarnedOf() {
        var outcome = read("""
                {"videos": [{"objectUrl": "a", "clientMetadata":
                  {"keyframes": {}, "Key_Frames": {}, "$other": 1, "$encord": {}, "kind": 1, "x": {"keyframes": 1}}}]}""");

        assertThat(outcome.summary().warnings())
                .extracting(ManifestWarning::code)
                .containsExactly("RESERVED_METADATA_KEY", "RESERVED_METADATA_KEY", "RESERVED_METADATA_KEY");
        assertThat(outcome.only().entry().failure()).isNull();
    }
}

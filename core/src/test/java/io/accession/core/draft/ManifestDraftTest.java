package io.accession.core.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.accession.core.dicom.SeriesPlace;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.draft.DicomHeaders.Header;
import io.accession.core.manifest.ObjectReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ManifestDraftTest {

    @TempDir
    Path directory;

    private static DraftRules rules(WantedKind kind, String groupBy) {
        return new DraftRules(kind, KeyPattern.of("groupBy", groupBy), TitleSource.DEFAULT, null, Set.of(), false);
    }

    @ParameterizedTest
    @CsvSource({
        "a/1.JPG, images",
        "a/1.mp4, videos",
        "a/1.flac, audio",
        "a/1.pdf, pdfs",
        "a/1.md, text",
        "a/1.nii.gz, nifti",
        "a/1.dcm, dicom_series",
        "a.b/.hidden.png, images"
    })
    void anObjectIsSortedByItsExtension(String key, String typeKey) throws IOException {
        var made = Drafts.of(DraftRules.of(WantedKind.AUTO), directory, key);

        assertThat(made.entries()).extracting(Drafts.Read::typeKey).containsExactly(typeKey);
    }

    @Test
    void whatIsInterleavedInTheListingStandsUnderItsOwnTypeInItsOrder() throws IOException {
        var made = Drafts.of(DraftRules.of(WantedKind.AUTO), directory, "a.jpg", "b.mp4", "c.jpg", "d.mp4");

        assertThat(made.entries())
                .extracting(read -> read.entry().objects().getFirst().url())
                .containsExactly("s3://b/b.mp4", "s3://b/d.mp4", "s3://b/a.jpg", "s3://b/c.jpg");
        assertThat(made.manifests().getFirst()).startsWith("{\"skip_duplicate_urls\": true");
    }

    @Test
    void whatIsLeftOutIsCountedByReasonWithExamples() throws IOException {
        try (var draft =
                new ManifestDraft(DraftRules.of(WantedKind.IMAGES), new DraftLimits(10, 10), directory, null, null)) {
            draft.add(new ListedObject("a/", "s3://b/a/", 0));
            draft.add(new ListedObject("a_$folder$", "s3://b/a_$folder$", 0));
            draft.add(new ListedObject("a/empty.jpg", "s3://b/a/empty.jpg", 0));
            draft.add(new ListedObject("a/film.mp4", "s3://b/a/film.mp4", 5));
            draft.add(new ListedObject("a/x.blob", "s3://b/a/x.blob", 5));
            draft.add(new ListedObject("a/README", "s3://b/a/README", 5));
            draft.addUnnameable("a/\u0000");

            var made = Drafts.made(draft);

            assertThat(made.leftOut())
                    .containsOnly(
                            entry("markers of directories", 2L),
                            entry("empty objects", 1L),
                            entry("objects of another kind than wanted", 1L),
                            entry("objects with the unknown extension .blob", 1L),
                            entry("objects without an extension", 1L),
                            entry("objects that this manifest cannot name", 1L));
            assertThat(made.summary().objects()).isEqualTo(7);
            assertThat(made.manifests()).isEmpty();
        }
    }

    @Test
    void framesOfAGroupStandInNaturalOrderWhateverTheOrderOfTheirListing() throws IOException {
        var made = Drafts.of(
                rules(WantedKind.IMAGE_GROUPS, "(drive\\d+)/"),
                directory,
                "drive2/f1.jpg",
                "drive10/f10.jpg",
                "drive10/f9.jpg",
                "drive10/f010.jpg",
                "stray.jpg");

        assertThat(made.entries()).extracting(read -> read.entry().title()).containsExactly("drive2", "drive10");
        assertThat(made.entries().getLast().entry().objects())
                .extracting(ObjectReference::url)
                .containsExactly("s3://b/drive10/f9.jpg", "s3://b/drive10/f010.jpg", "s3://b/drive10/f10.jpg");
        assertThat(made.leftOut()).containsEntry("objects that the expression to group by does not match", 1L);
    }

    @Test
    void withoutAnExpressionGroupsAreDirectories() throws IOException {
        var made = Drafts.of(
                DraftRules.of(WantedKind.IMAGE_SEQUENCES), directory, "a/b/1.png", "a/b/2.png", "a/c/1.png", "top.png");

        assertThat(made.entries()).extracting(read -> read.entry().title()).containsExactly("/", "a/b", "a/c");
        assertThat(made.entries().get(1).text()).contains("\"createVideo\": true");
    }

    @Test
    void inAutoOnlyImagesThatMatchAreGrouped() throws IOException {
        var made =
                Drafts.of(rules(WantedKind.AUTO, "^(rig\\d)/"), directory, "rig1/a.jpg", "rig1/a.mp4", "other/a.jpg");

        assertThat(made.summary().entries())
                .containsExactly(entry("videos", 1L), entry("images", 1L), entry("image_groups", 1L));
    }

    @Test
    void groupsThatDoNotFitIntoMemoryComeTogetherAllTheSame() throws IOException {
        var keys = IntStream.range(0, 120_000)
                .mapToObj(i -> "s" + i % 1_000 + "/" + i + ".jpg")
                .toList();

        var made = Drafts.of(
                DraftRules.of(WantedKind.IMAGE_GROUPS), directory, null, new DraftLimits(1_000, 1_000_000), keys);

        assertThat(made.summary().entries()).containsEntry("image_groups", 1_000L);
        assertThat(made.summary().urls()).isEqualTo(120_000);
        assertThat(made.entries().get(7).entry().objects())
                .hasSize(120)
                .extracting(ObjectReference::url)
                .startsWith("s3://b/s7/7.jpg", "s3://b/s7/1007.jpg", "s3://b/s7/2007.jpg");
        try (var left = Files.list(directory)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void namedGroupsBecomeMetadataAndNumbersWhereTheyAreAskedFor() throws IOException {
        var rules = new DraftRules(
                WantedKind.AUTO,
                null,
                TitleSource.NAME,
                KeyPattern.of("metadataFrom", "(?P<weather_now>[^/]+)/(?<shard>[^/]+)/[^/]*$"),
                Set.of("shard"),
                false);

        var made = Drafts.of(rules, directory, "rain/007/a.jpg", "sun/none/b.jpg", "c.jpg");

        assertThat(made.entries())
                .extracting(Drafts.Read::text)
                .satisfiesExactly(
                        text -> assertThat(text)
                                .contains("\"title\": \"a.jpg\"")
                                .endsWith("\"clientMetadata\": {\"weather_now\": \"rain\", \"shard\": 7}}"),
                        text -> assertThat(text).endsWith("\"clientMetadata\": {\"weather_now\": \"sun\"}}"),
                        text -> assertThat(text).doesNotContain("clientMetadata"));
    }

    @Test
    void whatOneManifestCannotHoldGoesIntoAnother() throws IOException {
        var keys = IntStream.range(0, 25)
                .mapToObj(i -> i % 2 == 0 ? i + ".jpg" : i + ".mp4")
                .toList();

        var made = Drafts.of(DraftRules.of(WantedKind.AUTO), directory, null, new DraftLimits(10, 100), keys);

        assertThat(made.summary().manifests()).isEqualTo(3);
        assertThat(made.manifests()).hasSize(3);
        assertThat(made.entries()).hasSize(25);
    }

    @Test
    void whereTheNameTellsNothingTheFirstBytesDo() throws IOException {
        ObjectHeads heads = (objects, length) -> objects.stream()
                .map(object -> object.key().equals("gone")
                        ? Optional.<byte[]>empty()
                        : Optional.of(object.key().getBytes(StandardCharsets.ISO_8859_1)))
                .toList();
        var keys = List.of("\u0089PNG\r\n\u001A\n", "known.mp4", "%PDF-1.7", "plain words", "\u0001\u0002", "gone");

        var made = Drafts.of(DraftRules.of(WantedKind.AUTO), directory, heads, new DraftLimits(10, 10), keys);

        assertThat(made.summary().entries().keySet()).containsExactly("videos", "pdfs", "text", "images");
        assertThat(made.leftOut())
                .containsEntry("objects whose first bytes tell no kind", 1L)
                .containsEntry("objects whose first bytes could not be read", 1L);
    }

    private static Header placed(String series, @Nullable String description, double instance, double position) {
        return new Header.Placed(new SeriesPlace(series, description, instance, position));
    }

    private Drafts.Made ofHeaders(boolean csv, Map<String, Header> headers) throws IOException {
        var rules = new DraftRules(WantedKind.DICOM_SERIES, null, TitleSource.DEFAULT, null, Set.of(), csv);
        DicomHeaders read = objects ->
                objects.stream().map(object -> headers.get(object.key())).toList();
        try (var draft = new ManifestDraft(rules, new DraftLimits(10, 100), directory, null, read)) {
            for (String key : new TreeSet<>(headers.keySet())) {
                draft.add(new ListedObject(key, "s3://b/" + key, 7));
            }
            return Drafts.made(draft);
        }
    }

    @Test
    void filesOfASeriesComeTogetherFromEverywhereInTheOrderOfTheirNumbersThenPlacesThenKeys() throws IOException {
        var none = Double.POSITIVE_INFINITY;

        var made = ofHeaders(
                false,
                Map.of(
                        "a/1.dcm", placed("1.2.10", "Head", 2, 0),
                        "a/2.dcm", placed("1.2.9", null, 1, 0),
                        "b/7.dcm", placed("1.2.10", "Head", 1, 5),
                        "b/8.dcm", placed("1.2.10", "Head", 1, -5),
                        "c/9.dcm", placed("1.2.10", "Head", none, none),
                        "c/10.dcm", placed("1.2.10", "Head", none, none)));

        assertThat(made.entries()).extracting(read -> read.entry().title()).containsExactly("1.2.9", "Head");
        assertThat(made.entries().getLast().entry().objects())
                .extracting(ObjectReference::url)
                .containsExactly(
                        "s3://b/b/8.dcm", "s3://b/b/7.dcm", "s3://b/a/1.dcm", "s3://b/c/9.dcm", "s3://b/c/10.dcm");
    }

    @Test
    void seriesOfOneDescriptionStayApartInCsvToo() throws IOException {
        var headers = Map.of("1.dcm", placed("1.2.3", "Head", 1, 0), "2.dcm", placed("1.2.4", "Head", 1, 0));

        assertThat(ofHeaders(false, headers).entries())
                .extracting(read -> read.entry().title())
                .containsExactly("Head", "Head");
        assertThat(ofHeaders(true, headers).entries())
                .extracting(read -> read.entry().title())
                .containsExactly("Head (1.2.3)", "Head (1.2.4)");
    }

    @Test
    void whatIsInNoSeriesIsLeftOut() throws IOException {
        var made = ofHeaders(
                false,
                Map.of(
                        "1.dcm", new Header.NoDicom(),
                        "2.dcm", new Header.WithoutSeries(),
                        "3.dcm", new Header.Unreadable()));

        assertThat(made.manifests()).isEmpty();
        assertThat(made.leftOut())
                .containsOnly(
                        entry("objects that are no DICOM files", 1L),
                        entry("DICOM files that name no series", 1L),
                        entry("objects whose DICOM header could not be read", 1L));
    }

    @Test
    void withoutHeadersSeriesHaveToBeGroupedByAnExpression() throws IOException {
        var rules = DraftRules.of(WantedKind.DICOM_SERIES);

        assertThatThrownBy(() -> Drafts.of(rules, directory, "a/1.dcm"))
                .isInstanceOfSatisfying(
                        RegistryException.class,
                        refused -> assertThat(((RegistryError.Invalid) refused.error()).faults())
                                .extracting(RegistryError.Fault::pointer)
                                .containsExactly("groupBy"));
        var made = Drafts.of(rules(WantedKind.DICOM_SERIES, "(.*)/"), directory, "a/1.dcm", "a/2.dcm", "b/1.dcm");
        assertThat(made.entries()).extracting(read -> read.entry().title()).containsExactly("a", "b");
    }

    @Test
    void aCsvHasAHeaderForEachTypeAndQuotesWhatNeedsIt() throws IOException {
        var rules = new DraftRules(WantedKind.AUTO, null, TitleSource.KEY, null, Set.of(), true);

        var made = Drafts.of(rules, directory, "a,\"b\".jpg", "c.mp4");

        assertThat(made.manifests()).containsExactly("""
            ObjectURL,Video title
            s3://b/c.mp4,c.mp4
            ObjectURL,Image title
            "s3://b/a,""b"".jpg","a,""b"".jpg"
            """);
    }

    @Test
    void aCsvIsReadAsWhatItWasMadeOf() throws IOException {
        var rules = new DraftRules(
                WantedKind.AUTO, KeyPattern.of("groupBy", "(rig)/"), TitleSource.DEFAULT, null, Set.of(), true);

        var made = Drafts.of(
                rules,
                directory,
                "a.mp4",
                "b.wav",
                "c.pdf",
                "d.txt",
                "e.png",
                "s/1.dcm",
                "f.nii",
                "rig/2.jpg",
                "rig/1.jpg");

        assertThat(made.entries())
                .extracting(Drafts.Read::typeKey)
                .containsExactlyInAnyOrder(
                        "videos", "audio", "pdfs", "text", "images", "image_groups", "dicom_series", "nifti");
        assertThat(made.entries())
                .allSatisfy(read -> assertThat(read.entry().failure()).isNull());
    }

    @Test
    void contradictionsAreToldAllAtOnce() {
        var pattern = KeyPattern.of("metadataFrom", "(?<a>x)");

        assertThatThrownBy(
                        () -> new DraftRules(WantedKind.PDFS, pattern, TitleSource.DEFAULT, pattern, Set.of("b"), true))
                .isInstanceOfSatisfying(
                        RegistryException.class,
                        refused -> assertThat(((RegistryError.Invalid) refused.error()).faults())
                                .extracting(RegistryError.Fault::pointer)
                                .containsExactlyInAnyOrder("metadataFrom", "numbers", "groupBy"));
    }
}

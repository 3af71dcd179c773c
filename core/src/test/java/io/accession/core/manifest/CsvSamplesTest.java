package io.accession.core.manifest;

import static io.accession.core.manifest.Manifests.csv;
import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.domain.ItemKind;
import java.util.List;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.api.ObjectAssert;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CSV manifests in the shapes that public samples of the format show (registration-facts sections 5 and 19). */
class CsvSamplesTest {

    private static Tuple row(ItemKind kind, String title, String... urls) {
        return Tuple.tuple(kind, title, List.of(urls));
    }

    private static AbstractListAssert<?, List<? extends Tuple>, Tuple, ObjectAssert<Tuple>> assertThatEntriesOf(
            String manifest) {
        var entries = csv(manifest).entries();
        assertThat(entries).extracting(given -> given.entry().failure()).containsOnlyNulls();
        return assertThat(entries)
                .extracting(
                        given -> given.entry().kind(), given -> given.entry().title(), Manifests.Given::urls);
    }

    @Test
    void videosWithoutATitleKeepTheirFileNames() {
        assertThatEntriesOf("""
            ObjectUrl,Video title
            path/to/storage-location/frame1.mp4,Video 1
            path/to/storage-location/frame2.mp4,Video 2
            path/to/storage-location/frame3.mp4,
            path/to/storage-location/frame4.mp4,Video 3
            """)
                .containsExactly(
                        row(ItemKind.VIDEO, "Video 1", "path/to/storage-location/frame1.mp4"),
                        row(ItemKind.VIDEO, "Video 2", "path/to/storage-location/frame2.mp4"),
                        row(ItemKind.VIDEO, "frame3.mp4", "path/to/storage-location/frame3.mp4"),
                        row(ItemKind.VIDEO, "Video 3", "path/to/storage-location/frame4.mp4"));
    }

    @Test
    void imagesWithoutATitleKeepTheirFileNames() {
        assertThatEntriesOf("""
            ObjectUrl,Image title
            path/to/storage-location/frame1.jpg,Image 1
            path/to/storage-location/frame3.jpg
            """)
                .containsExactly(
                        row(ItemKind.IMAGE, "Image 1", "path/to/storage-location/frame1.jpg"),
                        row(ItemKind.IMAGE, "frame3.jpg", "path/to/storage-location/frame3.jpg"));
    }

    @ParameterizedTest
    @CsvSource({
        "false,IMAGE_GROUP",
        "true,IMAGE_SEQUENCE",
        "FALSE,IMAGE_GROUP",
        "True,IMAGE_SEQUENCE",
        "'',IMAGE_SEQUENCE"
    })
    void rowsOfOneTitleAreAGroupOrASequence(String createVideo, ItemKind kind) {
        assertThatEntriesOf("""
            ObjectUrl,Image group title,Create video
            path/to/storage-location/frame1.jpg,Group 1,?
            path/to/storage-location/frame2.jpg,Group 1,?
            path/to/storage-location/frame3.jpg,Group 2,?
            path/to/storage-location/frame4.jpg,Group 2,?
            """.replace("?", createVideo))
                .containsExactly(
                        row(
                                kind,
                                "Group 1",
                                "path/to/storage-location/frame1.jpg",
                                "path/to/storage-location/frame2.jpg"),
                        row(
                                kind,
                                "Group 2",
                                "path/to/storage-location/frame3.jpg",
                                "path/to/storage-location/frame4.jpg"));
    }

    @ParameterizedTest
    @CsvSource({"Series title", "Dicom title", "dicom TITLE"})
    void filesOfOneTitleAreADicomSeries(String heading) {
        assertThatEntriesOf("ObjectUrl," + heading + """

            path/to/storage-location/frame1.dcm,dicom series 1
            path/to/storage-location/frame2.dcm,dicom series 1
            path/to/storage-location/frame5.dcm,dicom series 3
            """)
                .containsExactly(
                        row(
                                ItemKind.DICOM_SERIES,
                                "dicom series 1",
                                "path/to/storage-location/frame1.dcm",
                                "path/to/storage-location/frame2.dcm"),
                        row(ItemKind.DICOM_SERIES, "dicom series 3", "path/to/storage-location/frame5.dcm"));
    }

    @Test
    void filesWithoutATitleAreEachASeriesOfTheirOwn() {
        assertThatEntriesOf("ObjectURL,Dicom title\na/1.dcm,\nb/1.dcm,\n")
                .containsExactly(
                        row(ItemKind.DICOM_SERIES, "1.dcm", "a/1.dcm"), row(ItemKind.DICOM_SERIES, "1.dcm", "b/1.dcm"));
    }

    private static final String SEVERAL_TYPES = """
        ObjectUrl,Image group title,Create video
        path/to/storage-location/frame1.jpg,Sequence 1,true
        path/to/storage-location/frame2.jpg,Sequence 1,true
        path/to/storage-location/frame3.jpg,Sequence 2,true
        path/to/storage-location/frame4.jpg,Sequence 2,true
        path/to/storage-location/frame5.jpg,Group 1,false
        path/to/storage-location/frame6.jpg,Group 1,false
        ObjectUrl,Image title?
        path/to/storage-location/frame1.jpg,Image 1,false
        ObjectUrl,Image title?
        full/storage/path/video.mp4,Video 1,false
        """;

    @Test
    void aNewHeaderBeginsAnotherType() {
        var manifest = SEVERAL_TYPES
                .replace("?", ",Create video")
                .replace("ObjectUrl,Image title,Create video\nfull", "ObjectUrl,Video title,Create video\nfull");

        assertThatEntriesOf(manifest)
                .containsExactly(
                        row(ItemKind.IMAGE, "Image 1", "path/to/storage-location/frame1.jpg"),
                        row(ItemKind.VIDEO, "Video 1", "full/storage/path/video.mp4"),
                        row(
                                ItemKind.IMAGE_SEQUENCE,
                                "Sequence 1",
                                "path/to/storage-location/frame1.jpg",
                                "path/to/storage-location/frame2.jpg"),
                        row(
                                ItemKind.IMAGE_SEQUENCE,
                                "Sequence 2",
                                "path/to/storage-location/frame3.jpg",
                                "path/to/storage-location/frame4.jpg"),
                        row(
                                ItemKind.IMAGE_GROUP,
                                "Group 1",
                                "path/to/storage-location/frame5.jpg",
                                "path/to/storage-location/frame6.jpg"));
        assertThat(csv(manifest).warningCodes()).isEmpty();
    }

    /** As printed: two headings over three cells, and the video under the heading of images. */
    @Test
    void theSampleWhoseHeadersLackAHeadingIsReadWithAWarning() {
        var outcome = csv(SEVERAL_TYPES.replace("?", ""));

        assertThat(outcome.entries())
                .hasSize(5)
                .extracting(given -> given.entry().failure())
                .containsOnlyNulls();
        assertThat(outcome.warningCodes()).containsExactly("CREATE_VIDEO_WITHOUT_HEADING");
        assertThat(outcome.summary().warnings().getFirst().line()).isEqualTo(9);
        assertThat(outcome.summary().warnings().getFirst().count()).isEqualTo(2);
    }

    @Test
    void aSingleColumnNamesVideos() {
        assertThatEntriesOf("ObjectUrl\ns3://bucket/a.mp4\nhttps://host/dir/b%20c.mp4?sig=1\n")
                .containsExactly(
                        row(ItemKind.VIDEO, "a.mp4", "s3://bucket/a.mp4"),
                        row(ItemKind.VIDEO, "b c.mp4", "https://host/dir/b%20c.mp4?sig=1"));
    }

    @ParameterizedTest
    @CsvSource({"Audio title,AUDIO", "PDF title,PDF", "Text title,PLAIN_TEXT", "NIfTI title,NIFTI"})
    void theOtherTypesHaveTitleColumnsToo(String heading, ItemKind kind) {
        assertThatEntriesOf("objecturl," + heading + "\na/b.c,\na/d.e,Title\n")
                .containsExactly(row(kind, "b.c", "a/b.c"), row(kind, "Title", "a/d.e"));
    }

    @Test
    void columnsAreFoundByTheirHeadings() {
        assertThatEntriesOf("""
            CREATE VIDEO, image group title ,objectURL
            false,One,a.jpg
            ,Two,b.jpg
            """)
                .containsExactly(
                        row(ItemKind.IMAGE_GROUP, "One", "a.jpg"), row(ItemKind.IMAGE_SEQUENCE, "Two", "b.jpg"));
    }

    @Test
    void rowsOfOneTitleNeedNotBeNeighbours() {
        assertThatEntriesOf("""
            ObjectURL,Image group title,Create video
            1.jpg,A,false
            2.jpg,B,false
            3.jpg,A,false
            ObjectURL,Dicom title
            1.dcm,A
            ObjectURL,Image group title,Create video
            4.jpg,B,false
            """)
                .containsExactly(
                        row(ItemKind.IMAGE_GROUP, "A", "1.jpg", "3.jpg"),
                        row(ItemKind.IMAGE_GROUP, "B", "2.jpg", "4.jpg"),
                        row(ItemKind.DICOM_SERIES, "A", "1.dcm"));
    }

    @Test
    void whatIsKeptOfARowSaysTheSameWithoutCsv() {
        var given = csv("""
            ObjectURL,Image group title,Create video
            "a/""1"".jpg","Two
            lines",
            ObjectURL,Video title
            dir/b.mp4,
            """).entries();

        assertThat(given)
                .extracting(Manifests.Given::raw)
                .containsExactly(
                        "{\"objectUrl\":\"dir/b.mp4\",\"title\":\"b.mp4\"}",
                        "{\"title\":\"Two\\u000alines\",\"objectUrl_0\":\"a/\\\"1\\\".jpg\",\"createVideo\":true}");
        assertThat(given)
                .extracting(Manifests.Given::position)
                .containsExactly(EntryPosition.ofRow("videos", 5, 1), EntryPosition.ofRow("image_groups", 2, 1));
        assertThat(given.getFirst().position().pointer()).isEmpty();
    }
}

package io.accession.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.domain.ItemKind;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.Provider;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryTitlesTest {

    @Test
    void aTitleThatWasGivenIsUsed() {
        assertThat(title(entry(ItemKind.VIDEO, "mine.mp4"), inBucket("a/b.mp4")))
                .isEqualTo("mine.mp4");
    }

    @Test
    void withoutATitleTheObjectIsNamedByItsPathWithoutTheBucket() {
        assertThat(title(entry(ItemKind.VIDEO, null), inBucket("path/to/my/bucket/video23.mp4")))
                .isEqualTo("/path/to/my/bucket/video23.mp4");
    }

    @ParameterizedTest
    @CsvSource({
        "/a/b%20c.jpg?X-Signature=1, /a/b c.jpg",
        "/a+b.jpg, /a+b.jpg",
        "/100%.jpg, /100%.jpg",
        "/%FF.jpg, /%FF.jpg",
        "/a%00b.jpg, /a%00b.jpg",
        "/%E6%97%A5.jpg, /日.jpg"
    })
    void aWebObjectIsNamedByItsDecodedPathWithoutQuery(String target, String title) {
        var location = new ObjectLocation(Provider.WEB, "https://example.org", "", target, null);

        assertThat(title(entry(ItemKind.IMAGE, null), location)).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource({"IMAGE_GROUP, /scans/1/0001.png", "IMAGE_SEQUENCE, /scans/1/0001.png", "DICOM_SERIES, 0001.png"})
    void aCompositeIsNamedAfterItsFirstObject(ItemKind kind, String title) {
        assertThat(title(entry(kind, null), inBucket("scans/1/0001.png"))).isEqualTo(title);
    }

    @Test
    void ofALongTitleTheBeginningStays() {
        var title = title(entry(ItemKind.IMAGE, "😀".repeat(301)), inBucket("a"));

        assertThat(title).isEqualTo("😀".repeat(299) + "…");
    }

    @Test
    void ofALongPathTheEndStays() {
        var title = title(entry(ItemKind.IMAGE, null), inBucket("d/".repeat(200) + "é.jpg"));

        assertThat(title).startsWith("…").endsWith("/d/é.jpg").hasSize(300);
    }

    @Test
    void threeHundredCharactersStay() {
        assertThat(title(entry(ItemKind.IMAGE, "😀".repeat(300)), inBucket("a")))
                .isEqualTo("😀".repeat(300));
    }

    @Test
    void membersHaveTitlesOfTheirOwn() {
        assertThat(EntryTitles.title(new ObjectReference("s3://b/a", "first", null), () -> inBucket("a")))
                .isEqualTo("first");
        assertThat(EntryTitles.title(new ObjectReference("s3://b/a", null, null), () -> inBucket("a")))
                .isEqualTo("/a");
    }

    private static String title(ManifestEntry entry, ObjectLocation first) {
        return EntryTitles.title(entry, () -> first);
    }

    private static ManifestEntry entry(ItemKind kind, @Nullable String title) {
        return new ManifestEntry(kind, List.of(), title, null, null, null);
    }

    private static ObjectLocation inBucket(String key) {
        return new ObjectLocation(Provider.AWS_S3, "aws", "bucket", key, null);
    }
}

package io.accession.core.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TextListingTest {

    @TempDir
    Path directory;

    private Drafts.Made made(@Nullable String base, boolean csv, String lines) throws IOException {
        var rules = new DraftRules(WantedKind.AUTO, null, TitleSource.KEY, null, Set.of(), csv);
        try (var draft = new ManifestDraft(rules, new DraftLimits(100, 100), directory, null, null)) {
            new TextListing(base, csv).addTo(draft, new BufferedReader(new StringReader(lines)), found -> {});
            return Drafts.made(draft);
        }
    }

    @Test
    void linesOfTheAmazonCommandNameKeysInTheGivenBucket() throws IOException {
        var made = made("s3://fleet/a/", false, """
                                       PRE sub/
            2024-05-01 12:00:00          0 a/
            2024-05-01 12:00:00       1234 a/one two  three.jpg
            2024-05-01 12:00:00          7 plain.jpg

            Total Objects: 2
               Total Size: 1241
            """);

        assertThat(made.entries())
                .extracting(read -> read.entry().objects().getFirst().url())
                .containsExactly("s3://fleet/a/one two  three.jpg", "s3://fleet/a/plain.jpg");
        assertThat(made.leftOut()).containsEntry("markers of directories", 1L);
    }

    @Test
    void linesOfTheGoogleCommandAreUrls() throws IOException {
        var made = made(null, false, """
            gs://b/dir/:
                  1234  2024-05-01T12:00:00Z  gs://b/dir/a.jpg
            gs://b/dir/b.mp4
            gs://b/dir/sub/
            TOTAL: 2 objects, 1234 bytes (1.21kiB)
            """);

        assertThat(made.entries())
                .extracting(
                        read -> read.entry().objects().getFirst().url(),
                        read -> read.entry().title())
                .containsExactly(tuple("gs://b/dir/b.mp4", "dir/b.mp4"), tuple("gs://b/dir/a.jpg", "dir/a.jpg"));
    }

    @Test
    void webUrlsAreKeptAsTheyStandAndSortedByTheirPaths() throws IOException {
        var made = made(null, false, "https://example.org/a/film.mp4?token=x.jpg\nnot a url.jpg\n");

        assertThat(made.summary().entries()).containsOnlyKeys("videos");
        assertThat(made.leftOut()).containsEntry("objects that this manifest cannot name", 1L);
    }

    @Test
    void urlsWithSpacesHaveNoPlaceInCsv() throws IOException {
        var made = made("s3://b", true, "a b.jpg\nc.jpg\n");

        assertThat(made.manifests().getFirst()).isEqualTo("ObjectURL,Image title\ns3://b/c.jpg,c.jpg\n");
        assertThat(made.leftOut()).containsEntry("objects that this manifest cannot name", 1L);
    }
}

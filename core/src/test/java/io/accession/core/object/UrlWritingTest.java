package io.accession.core.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class UrlWritingTest {

    private static final List<String> KEYS = List.of(
            "plain.jpg",
            "with space.jpg",
            " starts and ends with space ",
            "new\nline\ttab\u0001.jpg",
            "100%.jpg",
            "a%20b%2Fc.jpg",
            "what?#frag&x=y+z.jpg",
            "Zoë/写真/\uD83D\uDE00.jpg",
            "//double//slashes/./../dots",
            "/leading",
            "\"quotes\", 'commas'; <and> [more] {of} it|\\^`~",
            "s3://looks/like/a/url");

    static List<Addressing> storages() {
        return List.of(
                Addressing.s3("eu-west-1", null, null),
                Addressing.s3("cn-north-1", null, null),
                Addressing.s3("us-gov-east-1", null, "my.bucket"),
                Addressing.s3(null, "http://minio.example.org:9000", null),
                new Addressing(Provider.GOOGLE, null, null),
                new Addressing(Provider.AZURE, "acct.blob.core.windows.net", null));
    }

    @ParameterizedTest
    @MethodSource("storages")
    void whatIsWrittenNamesTheSameObjectAgain(Addressing storage) {
        String first = storage.provider() == Provider.AZURE
                ? "https://acct.blob.core.windows.net/my.bucket/"
                : storage.provider() == Provider.GOOGLE ? "gs://my.bucket/" : "s3://my.bucket/";
        var prefix = ((ObjectPrefix.Reading.Located) ObjectPrefix.read(first, storage)).prefix();

        for (String key : KEYS) {
            var object = prefix.object(key);

            var any = UrlWriting.url(object, storage, false);
            var spaceless = UrlWriting.url(object, storage, true);

            assertThat(ObjectUrls.resolve(any.orElseThrow(), storage)).isEqualTo(new Resolution.Located(object));
            assertThat(ObjectUrls.resolve(spaceless.orElseThrow(), storage)).isEqualTo(new Resolution.Located(object));
            assertThat(spaceless.orElseThrow()).doesNotContainAnyWhitespaces();
        }
    }

    @Test
    void filesOfADirectoryAreNamedByTheirPathBelowTheRoot() {
        var root = Addressing.local(Path.of("/data/media"));
        var prefix = ((ObjectPrefix.Reading.Located) ObjectPrefix.read("", root)).prefix();

        for (String key : List.of("a b.jpg", "http:x.jpg", "new\nline", "%41", " edge ")) {
            var url = UrlWriting.url(prefix.object(key), root, false);

            assertThat(ObjectUrls.resolve(url.orElseThrow(), root))
                    .isEqualTo(new Resolution.Located(prefix.object(key)));
        }
        assertThat(UrlWriting.url(prefix.object("a b.jpg"), root, false)).contains("a b.jpg");
    }

    @Test
    void whatNobodyCanNameHasNoUrl() {
        var storage = Addressing.s3("eu-west-1", null, "other");
        var object = new ObjectLocation(Provider.AWS_S3, "aws", "mine", "a.jpg", null);

        assertThat(UrlWriting.url(object, storage, false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "s3://b, b, ''",
        "s3://b/, b, ''",
        "s3://b/a/, b, a/",
        "s3://b/a/f?, b, a/f?",
        "https://b.s3.eu-west-1.amazonaws.com, b, ''",
        "https://b.s3.eu-west-1.amazonaws.com/a%20b/, b, a b/",
        "https://s3.eu-west-1.amazonaws.com/b, b, ''",
        "https://s3.eu-west-1.amazonaws.com/b/a, b, a"
    })
    void aPrefixIsReadInAllSpellings(String url, String bucket, String key) {
        assertThat(ObjectPrefix.read(url, Addressing.s3("eu-west-1", null, null)))
                .isEqualTo(new ObjectPrefix.Reading.Located(new ObjectPrefix(Provider.AWS_S3, "aws", bucket, key)));
    }

    @ParameterizedTest
    @CsvSource({"https://acct.blob.core.windows.net/c, c, ''", "https://acct.blob.core.windows.net/c/d/, c, d/"})
    void theFirstNameOfAnAzureUrlIsTheContainer(String url, String container, String key) {
        var azure = new Addressing(Provider.AZURE, "acct.blob.core.windows.net", null);

        assertThat(ObjectPrefix.read(url, azure))
                .isEqualTo(new ObjectPrefix.Reading.Located(
                        new ObjectPrefix(Provider.AZURE, "acct.blob.core.windows.net", container, key)));
    }

    @ParameterizedTest
    @CsvSource({"s3:///x", "gs://b/", "https://example.org/", "https://b.s3.amazonaws.com/a?x=y", "s3://"})
    void whatIsNoPrefixOfTheStorageIsRefused(String url) {
        assertThat(ObjectPrefix.read(url, Addressing.s3("eu-west-1", null, null)))
                .isInstanceOf(ObjectPrefix.Reading.Refused.class);
    }
}

package io.accession.core.object;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.domain.Failure;
import io.accession.core.domain.FailureCode;
import io.accession.core.domain.ItemKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads the table of {@code docs/identity.md}, so that page and code cannot drift apart. */
class ObjectUrlsTest {

    private static final Map<String, Addressing> INTEGRATIONS = Map.of(
            "s3", new Addressing(Provider.AWS_S3, null, null),
            "s3 fleet", new Addressing(Provider.AWS_S3, null, "fleet"),
            "s3 china", new Addressing(Provider.AWS_S3, "aws-cn", null),
            "minio", new Addressing(Provider.S3_COMPATIBLE, "http://MinIO.example:9000/", null),
            "r2", new Addressing(Provider.S3_COMPATIBLE, "https://acc.r2.example", null),
            "google", new Addressing(Provider.GOOGLE, null, null),
            "azure", new Addressing(Provider.AZURE, null, null),
            "direct", new Addressing(Provider.WEB, null, null),
            "local", new Addressing(Provider.LOCAL, "/srv/media", null));

    record Row(String integration, String url, String outcome) {}

    static List<Row> table() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("../docs/identity.md"))) {
            return lines.map(line -> line.split(" \\| |^\\| | \\|$"))
                    .filter(cells -> cells.length == 4 && INTEGRATIONS.containsKey(cells[1]))
                    .map(cells -> new Row(cells[1], unquoted(cells[2]), unquoted(cells[3])))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("table")
    void everyRowOfTheTableHolds(Row row) {
        var resolution = ObjectUrls.resolve(row.url(), integration(row.integration()));

        assertThat(shown(resolution)).isEqualTo(row.outcome());
    }

    @Test
    void theTableWasFound() throws IOException {
        assertThat(table()).hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " s3://b/k",
                "s3://b/k ",
                "s3://b/a\nb",
                "s3://b/a\0b",
                "s3://b/\uD800",
                "s3://b/\uDC00x",
                "\ts3://b/k"
            })
    void textThatNobodyCanReadIsInvalid(String url) {
        assertThat(refusal(url, "s3").code()).isEqualTo(FailureCode.URL_INVALID);
    }

    @Test
    void aPairOfSurrogatesIsACharacter() {
        assertThat(shown(ObjectUrls.resolve("s3://fleet/\uD83D\uDE00", integration("s3"))))
                .isEqualTo("AWS_S3 · aws · fleet · \uD83D\uDE00");
    }

    @Test
    void directAccessFetchesTheUrlWithItsSignature() {
        var object = located("https://fleet.s3.amazonaws.com/a%20b?X-Amz-Signature=secret#top", "direct");

        assertThat(object.fetchUrl()).isEqualTo("https://fleet.s3.amazonaws.com/a%20b?X-Amz-Signature=secret");
        assertThat(object.toString()).doesNotContain("secret");
    }

    @Test
    void directAccessAndTheCloudsOwnIntegrationNameTheSameObject() {
        var direct = located("https://fleet.s3.eu-west-1.amazonaws.com/a%20b?X-Amz-Signature=secret", "direct");
        var s3 = located("s3://fleet/a b", "s3");

        assertThat(Identities.of(ItemKind.IMAGE, direct)).isEqualTo(Identities.of(ItemKind.IMAGE, s3));
    }

    @Test
    void whatIsEscapedForTheWireIsOnlyWhatHasToBe() {
        var object = located("https://cdn.example.com/ä|b%7c?q=\"1\"", "direct");

        assertThat(object.fetchUrl()).isEqualTo("https://cdn.example.com/%C3%A4%7Cb%7c?q=%221%22");
    }

    @Test
    void aRefusalSaysHowToMendIt() {
        assertThat(refusal("cam/1.jpg", "s3").message())
                .contains("s3://bucket/key")
                .contains("bucket");
        assertThat(refusal("https://cdn.example.com/a b", "direct").message()).contains("%20");
        assertThat(refusal("s3://fleet/k", "direct").message()).contains("https");
    }

    @Test
    void aRefusalNeverShowsASignature() {
        var failure = refusal("https://cdn.example.com/a?X-Amz-Signature=secret", "s3");

        assertThat(failure.message()).contains("cdn.example.com").doesNotContain("secret");
    }

    private static Addressing integration(String name) {
        return Objects.requireNonNull(INTEGRATIONS.get(name));
    }

    private static ObjectLocation located(String url, String integration) {
        return ((Resolution.Located) ObjectUrls.resolve(url, integration(integration))).location();
    }

    private static Failure refusal(String url, String integration) {
        return ((Resolution.Refused) ObjectUrls.resolve(url, integration(integration))).failure();
    }

    private static String shown(Resolution resolution) {
        return switch (resolution) {
            case Resolution.Refused(var failure) -> failure.code().name();
            case Resolution.Located(var object) ->
                object.provider() + " · " + object.endpoint() + " · " + object.bucket() + " · " + object.key()
                        + (object.version() == null ? "" : " · " + object.version());
        };
    }

    private static String unquoted(String cell) {
        return cell.substring(1, cell.length() - 1);
    }
}

package io.accession.core.manifest;

import static io.accession.core.manifest.Manifests.error;
import static io.accession.core.manifest.Manifests.invalid;
import static io.accession.core.manifest.Manifests.ndjson;
import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.domain.FailureCode;
import io.accession.core.domain.ItemKind;
import io.accession.core.domain.RegistryError;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NdjsonTest {

    @Test
    void eachLineSaysItsType() {
        var outcome = ndjson("""
            {"type": "images", "objectUrl": "a.jpg", "clientMetadata": {"type": 1}}

            {"objectUrl_0": "b.jpg", "createVideo": false, "title": "B", "type": "imageGroups"}\r
            {"type": "images", "objectUrl": "c.jpg"}\
            """);

        assertThat(outcome.entries())
                .extracting(given -> given.entry().kind())
                .containsExactly(ItemKind.IMAGE, ItemKind.IMAGE_GROUP, ItemKind.IMAGE);
        assertThat(outcome.entries())
                .extracting(Manifests.Given::position)
                .containsExactly(
                        EntryPosition.ofLine("images", 1, 1),
                        EntryPosition.ofLine("imageGroups", 3, 1),
                        EntryPosition.ofLine("images", 4, 1));
        assertThat(outcome.entries().getFirst().raw())
                .isEqualTo("{\"type\": \"images\", \"objectUrl\": \"a.jpg\", \"clientMetadata\": {\"type\": 1}}");
        assertThat(outcome.entries().getFirst().position().pointer()).isEmpty();
        assertThat(outcome.warningCodes()).isEmpty();
        assertThat(outcome.summary().skipDuplicateUrls()).isFalse();
    }

    @Test
    void theFirstLineMayHoldTheFlags() {
        var outcome = ndjson("""
            {"skip_duplicate_urls": true, "upsert_metadata": true}
            {"type": "images", "objectUrl": "a.jpg"}\
            """);

        assertThat(outcome.summary().skipDuplicateUrls()).isTrue();
        assertThat(outcome.summary().upsertMetadata()).isTrue();
        assertThat(outcome.summary().entries()).isEqualTo(1);
    }

    @Test
    void theSenderMayNameTypeAndFlagsWhereTheLinesDoNot() {
        var form = new ManifestForm(ManifestFormat.NDJSON, true, true, "videos");
        var body = """
            {"upsert_metadata": false}
            {"objectUrl": "a.mp4"}
            {"type": "audio", "objectUrl": "b.mp3"}
            {"type": null, "objectUrl": "c.mp4"}\
            """;

        var outcome = Manifests.read(
                form, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), ManifestLimits.DEFAULT);

        assertThat(outcome.entries())
                .extracting(given -> given.entry().kind())
                .containsExactly(ItemKind.VIDEO, ItemKind.AUDIO, ItemKind.VIDEO);
        assertThat(outcome.summary().skipDuplicateUrls()).isTrue();
        assertThat(outcome.summary().upsertMetadata()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\":\"images\",\"objectUrl\":\"a\"}~{\"type\":\"images\",\"objectUrl\":\"b | 2 | 32 | ends"
                        + " inside a string",
                "{\"type\":\"images\",\"objectUrl\":\"a\"~{\"type\":\"images\"} | 2 | 1 | a comma or }",
                "{\"type\":\"images\",\"objectUrl\":\"a\"},~{\"type\":\"images\"} | 1 | 34 | each entry stands on a"
                        + " line of its own",
                "{\"type\":\"images\",\"objectUrl\":\"a\"} {\"type\":\"images\"} | 1 | 35 | each entry stands on a"
                        + " line of its own",
                "[{\"type\":\"images\",\"objectUrl\":\"a\"}] | 1 | 1 | a JSON object on each line",
                "{\"type\":\"images\",\"objectUrl\":\"a\"}~oops | 2 | 1 | a JSON object on each line is expected,"
                        + " found oops",
                "{\"objectUrl\":\"a\"} | 1 | 1 | does not say of what type",
                "~{\"type\":\"movies\",\"objectUrl\":\"a\"} | 2 | 9 | 'movies' is not a type. Known are videos, audio",
                "{\"type\":7,\"objectUrl\":\"a\"} | 1 | 9 | a type in double quotes",
                "{\"images\": [{\"objectUrl\": \"a\"}]} | 1 | 1 | does not say of what type",
                "{\"skip_duplicate_urls\": true, \"type\": \"images\"} | 1 | 31 | 'type' is no flag",
                "{\"skip_duplicate_urls\": 1} | 1 | 25 | true or false",
                "{\"skip_duplicate_urls\": true}~ | 2 | 1 | names no objects",
                "`` | 1 | 1 | names no objects",
            })
    void aLineThatCannotBeReadIsToldWithItsPlace(String manifest, long line, long column, String words) {
        var error = invalid(
                ManifestFormat.NDJSON,
                new ByteArrayInputStream(manifest.replace('~', '\n').getBytes(StandardCharsets.UTF_8)));

        assertThat(error.message()).contains(words).endsWith(".");
        assertThat(error.line()).as(error.message()).isEqualTo(line);
        assertThat(error.column()).as(error.message()).isEqualTo(column);
        assertThat(error.pointer()).isEmpty();
    }

    @Test
    void whatIsWrongWithAnEntryFailsItAlone() {
        var outcome = ndjson("""
            {"type": "images", "objectUrl": 7}
            {"type": "images", "skip_duplicate_urls": true}
            {"type": "images", "objectUrl": "c.jpg", "colour": 1}\
            """);

        assertThat(outcome.entries().get(0).code()).isEqualTo(FailureCode.ENTRY_INVALID);
        assertThat(outcome.entries().get(1).code()).isEqualTo(FailureCode.URL_MISSING);
        assertThat(outcome.entries().get(2).entry().failure()).isNull();
        assertThat(outcome.summary().warnings())
                .extracting(ManifestWarning::code, ManifestWarning::line, ManifestWarning::column)
                .containsExactly(Tuple.tuple("UNKNOWN_ENTRY_KEY", 2L, 21L), Tuple.tuple("UNKNOWN_ENTRY_KEY", 3L, 43L));
    }

    @Test
    void anEntryThatIsTooLargeFailsAlone() {
        var limits = new ManifestLimits(10, 10, 10, 100, 100, 600_000, 1 << 30, 10);
        var body = "{\"type\": \"images\", \"objectUrl\": \"a\", \"clientMetadata\": {\"a\": \"" + "x".repeat(2 << 20)
                + "\"}}\n{\"type\": \"images\", \"objectUrl\": \"b\"}";

        var outcome = Manifests.read(
                Manifests.form(ManifestFormat.NDJSON),
                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)),
                limits);

        assertThat(outcome.entries().getFirst().code()).isEqualTo(FailureCode.ENTRY_TOO_LARGE);
        assertThat(outcome.entries().getFirst().raw()).isEqualTo("{}");
        assertThat(outcome.entries().getLast().urls()).containsExactly("b");
    }

    @Test
    void aTypeOfTheSenderHasToBeOne() {
        assertThat(error(() -> new ManifestForm(ManifestFormat.NDJSON, false, false, "movies")))
                .isInstanceOf(RegistryError.Invalid.class);
        assertThat(error(() -> new ManifestForm(ManifestFormat.CSV, false, false, "images")))
                .isInstanceOf(RegistryError.Invalid.class);
    }
}

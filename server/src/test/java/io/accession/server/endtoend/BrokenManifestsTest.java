package io.accession.server.endtoend;

import static io.accession.server.endtoend.Texts.filling;
import static io.accession.server.endtoend.Texts.joined;
import static io.accession.server.endtoend.Texts.parts;
import static io.accession.server.endtoend.Texts.text;
import static io.accession.server.endtoend.Visitor.ATOMIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.accession.api.Problem;
import io.accession.catalog.fixture.TestDatabase;
import io.accession.client.Manifest;
import io.accession.client.RequestRefusedException;
import io.accession.server.endtoend.ServerProcess.Launch;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Manifests that are refused as a whole, by a server whose heap is smaller than they are. */
final class BrokenManifestsTest {

    @TempDir
    static Path data;

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static ServerProcess server;
    private static Visitor visitor;
    private static UUID folder;
    private static UUID integration;

    @BeforeAll
    static void start() {
        server = ServerProcess.serve(data, Launch.plain().over(DATABASE.address()));
        visitor = server.visitor();
        folder = visitor.folder();
        integration = visitor.web();
    }

    @AfterAll
    static void stop() {
        server.close();
        DATABASE.close();
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(visitor.client().jobs().list(null, null, null).stream()).isEmpty();
        assertThat(data.resolve("spool")).isEmptyDirectory();
    }

    private static Problem refusal(InputStream manifest) {
        var refused = catchThrowableOfType(
                RequestRefusedException.class,
                () -> visitor.client().jobs().register(folder, integration, ATOMIC, Manifest.of("", manifest)));
        assertThat(refused).isNotNull();
        return refused.problem();
    }

    private static void assertThatPlaceIs(Problem problem, long line, long column, long offset, String pointer) {
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.line()).as(problem.detail()).isEqualTo(line);
        assertThat(problem.column()).as(problem.detail()).isEqualTo(column);
        assertThat(problem.byteOffset()).as(problem.detail()).isEqualTo(offset);
        assertThat(problem.pointer()).as(problem.detail()).isEqualTo(pointer);
    }

    @Test
    void aFaultIsToldThoughTwoHundredMegabytesAreStillToCome() {
        var problem =
                refusal(joined(text("{\"images\": [\n  oops"), filling("{\"objectUrl\": \"https://a.b/c\"},\n", 200)));

        assertThatPlaceIs(problem, 2, 3, 15, "/images/0");
    }

    @Test
    void aFaultBehindTwoHundredMegabytesIsToldWithItsPlace() {
        var line = "{\"objectUrl\":\"https://a.b/" + "c".repeat(1 << 20) + "\"},\n";

        var problem = refusal(joined(text("{\"videos\": [\n"), parts(200, _ -> line), text("{\"objectUrl\"; 1}]}")));

        assertThatPlaceIs(problem, 202, 13, 13 + 200L * line.length() + 12, "/videos/200");
    }

    @Test
    void twoGigabytesOfGarbageAreRefusedAtTheFirstByte() {
        var problem = refusal(filling("garbage ", 2_000));

        assertThatPlaceIs(problem, 1, 1, 0, "");
    }

    @Test
    void aStringWithoutEndIsReadThroughAndRefused() {
        var problem = refusal(joined(text("{\"images\": [{\"objectUrl\": \""), filling("x", 300)));

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.byteOffset()).isEqualTo(27 + (300L << 20));
    }

    @Test
    void moreThanAMillionUrlsAreTooMany() {
        var group = new StringBuilder("{\"objectUrl_0\":\"a\"");
        for (int i = 1; i < 1_000; i++) {
            group.append(",\"objectUrl_").append(i).append("\":\"a\"");
        }
        var groups = parts(1_000, _ -> group + "},");

        var problem = refusal(joined(text("{\"image_groups\":["), groups, text("{\"objectUrl_0\":\"a\"}]}")));

        assertThat(problem.status()).isEqualTo(413);
        assertThat(problem.detail()).contains("1,000,000 URLs", "/image_groups/1000");
    }

    @Test
    void moreThanHalfAMillionEntriesAreTooMany() {
        var entries = parts(500, _ -> "{\"objectUrl\":\"a\"},".repeat(1_000));

        var problem = refusal(joined(text("{\"images\":["), entries, text("{\"objectUrl\":\"a\"}]}")));

        assertThat(problem.status()).isEqualTo(413);
        assertThat(problem.detail()).contains("500,000 entries", "/images/500000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"movies\": [{\"objectUrl\": \"a\"}]} | 2 | 'movies'",
                "{\"images\": [{\"objectUrl\": NaN}]} | 27 | a value",
                "{\"images\": [{\"objectUrl\": -Infinity}]} | 28 | a digit",
                "{\"images\": [], \"images\": [{\"objectUrl\": \"a\"}]} | 16 | 'images' is given twice",
                "{\"images\": {\"objectUrl\": \"a\"}} | 12 | a list of entries",
                "{\"images\": [{\"objectUrl\": \"a\"}], \"skip_duplicate_urls\": \"yes\"} | 57 | true or false",
                "{\"images\": []} | 1 | names no objects",
                "[] | 1 | a JSON object",
                "`` | 1 | it is empty",
                "{\"images\": [{\"objectUrl\": \"a\"}]} {} | 34 | ended before this",
            })
    void whatIsWrongAndWhereIsTold(String manifest, long column, String detail) {
        var problem = refusal(text(manifest));

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.line()).isEqualTo(1);
        assertThat(problem.column()).as(problem.detail()).isEqualTo(column);
        assertThat(problem.detail()).contains(detail);
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        var manifest = "{\"images\": [{\"objectUrl\": \"caf\u00e9\"}]}".getBytes(StandardCharsets.ISO_8859_1);

        var problem = refusal(new ByteArrayInputStream(manifest));

        assertThatPlaceIs(problem, 1, 31, 30, "/images/0");
        assertThat(problem.detail()).contains("UTF-8");
    }

    @Test
    void aMillionOpenBracketsAreNestedTooDeep() {
        var problem = refusal(joined(text("{\"images\": [{\"clientMetadata\": {\"a\": "), filling("[", 1)));

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.detail()).contains("nested deeper than 1,000 levels");
    }
}

package io.accession.server.endtoend;

import static io.accession.server.endtoend.Texts.joined;
import static io.accession.server.endtoend.Texts.text;
import static io.accession.server.endtoend.Visitor.TOLERANT;
import static org.assertj.core.api.Assertions.assertThat;

import io.accession.api.UnitFailure;
import io.accession.api.UploadJob;
import io.accession.catalog.fixture.TestDatabase;
import io.accession.client.Manifest;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries that fail while the rest of their manifest is registered. */
final class UnsoundEntriesTest {

    private static final String FACTS =
            "\"imageMetadata\":{\"mimeType\":\"image/png\",\"fileSize\":9,\"width\":4,\"height\":3}";
    private static final String SOUND = entry("https://a.b/sound", "{}");

    @TempDir
    static Path data;

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static OwnServer server;
    private static Visitor visitor;
    private static UUID integration;

    private UUID folder;

    @BeforeAll
    static void start() {
        server = OwnServer.start(data, DATABASE.address());
        visitor = server.visitor();
        integration = visitor.web();
    }

    @BeforeEach
    void makeFolder() {
        folder = visitor.folder();
    }

    @AfterAll
    static void stop() {
        server.close();
        DATABASE.close();
    }

    private static String entry(String url, String clientMetadata) {
        return "{\"objectUrl\":\"" + url + "\"," + FACTS + ",\"clientMetadata\":" + clientMetadata + "}";
    }

    private UploadJob register(List<String> entries) {
        var texts = new ArrayList<InputStream>();
        texts.add(text("{\"images\":["));
        entries.forEach(entry -> {
            texts.add(text(entry));
            texts.add(text(",\n"));
        });
        texts.add(text(SOUND + "]}"));
        return visitor.register(
                folder, integration, TOLERANT, Manifest.of("", joined(texts.toArray(InputStream[]::new))));
    }

    @Test
    void whatIsTooLargeFailsAndTheRestIsRegistered() {
        var job = register(List.of(
                entry("https://a.b/" + "c".repeat(17 << 10), "{}"),
                entry("https://a.b/2", "{\"text\":\"" + "m".repeat(11_000_000) + "\"}"),
                entry("https://a.b/3", "{\"text\":\"" + "m".repeat(65 << 20) + "\"}")));

        assertThat(job.state()).isEqualTo(UploadJob.State.DONE);
        assertThat(visitor.titles(folder)).containsExactly("/sound");
        assertThat(visitor.failureCodes(job)).containsExactly("URL_TOO_LONG", "METADATA_TOO_LARGE", "ENTRY_TOO_LARGE");
        assertThat(visitor.csv(job)).hasSize(1 + 3 + 1);
    }

    @Test
    void theLargestMetadataThatIsAllowedIsRegistered() {
        var metadata = "{\"text\":\"" + "m".repeat(10_000_000 - 11) + "\"}";

        var job = register(List.of(entry("https://a.b/largest", metadata)));

        assertThat(visitor.failures(job)).isEmpty();
        assertThat(visitor.titles(folder)).containsExactly("/largest", "/sound");
    }

    @Test
    void metadataThatTheDatabaseCannotHoldFails() {
        var job = register(List.of(
                entry("https://a.b/1", "{\"a\":\"\\u0000\"}"),
                entry("https://a.b/2", "{\"a\":\"\\ud800\"}"),
                entry("https://a.b/3", "{\"a\":1e200000}"),
                entry("https://a.b/4", "{\"\\u0000\":1}"),
                entry("https://a.b/5", "{\"a\":1e-16384}")));

        assertThat(visitor.titles(folder)).containsExactly("/sound");
        assertThat(visitor.failures(job)).hasSize(5).allSatisfy(failure -> {
            assertThat(failure.code()).isEqualTo("METADATA_NOT_STORABLE");
            assertThat(failure.attempts()).isZero();
        });
    }

    /** Whatever is allowed to pass by the checks of receive has to be storable: the database itself is never the one to refuse. */
    @Test
    void metadataAtTheLimitsOfTheDatabaseIsRegistered() {
        var deepest = 1_000 - 3; // the manifest, its list and the entry are around it
        var job = register(List.of(
                entry("https://a.b/1", "{\"a\":1e131071}"),
                entry("https://a.b/2", "{\"a\":-9.99e131071}"),
                entry("https://a.b/3", "{\"a\":1e-16383}"),
                entry("https://a.b/4", "{\"a\":0e-16383}"),
                entry("https://a.b/5", "{\"a\":0.001e131074}"),
                entry("https://a.b/6", "{\"a\":" + "9".repeat(131_072) + "." + "9".repeat(16_383) + "}"),
                entry("https://a.b/7", "{\"a\":0e131072}"),
                entry("https://a.b/8", "{\"a\":".repeat(deepest) + "1" + "}".repeat(deepest)),
                entry("https://a.b/9", "{\"a\":" + "[".repeat(deepest - 1) + "]".repeat(deepest - 1) + "}"),
                entry("https://a.b/10", "{\"" + "k".repeat(100_000) + "\":\"\\ud83d\\ude00\", \"\":null}")));

        assertThat(visitor.failures(job)).isEmpty();
        assertThat(visitor.titles(folder)).hasSize(11);
    }

    @Test
    void numbersJustBeyondTheLimitsOfTheDatabaseFailBeforeTheyReachIt() {
        var job = register(List.of(
                entry("https://a.b/1", "{\"a\":1e131072}"),
                entry("https://a.b/2", "{\"a\":10e131071}"),
                entry("https://a.b/3", "{\"a\":1." + "0".repeat(16_384) + "}"),
                entry("https://a.b/4", "{\"a\":0e-16384}"),
                entry("https://a.b/5", "{\"a\":1e99999999999999999999}")));

        assertThat(visitor.failures(job))
                .hasSize(5)
                .extracting(UnitFailure::message)
                .allSatisfy(message -> assertThat(message).startsWith("clientMetadata holds a number"));
    }

    @Test
    void wrongTypesAndRepeatedKeysFailTheirEntriesAlone() {
        var job = register(List.of(
                "7",
                "{\"objectUrl\":7}",
                "{\"objectUrl\":\"https://a.b/1\",\"title\":[]}",
                "{\"objectUrl\":\"https://a.b/2\",\"clientMetadata\":\"x\"}",
                "{\"objectUrl\":\"https://a.b/3\",\"createVideo\":\"no\"}",
                "{\"objectUrl\":\"https://a.b/4\",\"imageMetadata\":7}",
                "{\"objectUrl\":\"https://a.b/5\",\"imageMetadata\":{\"width\":\"wide\"}}",
                "{\"objectUrl\":\"https://a.b/6\",\"objectUrl\":\"https://a.b/7\"}",
                "{\"title\":\"nothing\"}"));

        assertThat(visitor.titles(folder)).containsExactly("/sound");
        assertThat(visitor.failures(job))
                .extracting(UnitFailure::code, UnitFailure::jsonPointer)
                .containsExactly(
                        tuple("ENTRY_INVALID", 0),
                        tuple("ENTRY_INVALID", 1),
                        tuple("ENTRY_INVALID", 2),
                        tuple("ENTRY_INVALID", 3),
                        tuple("ENTRY_INVALID", 4),
                        tuple("MEDIA_METADATA_INVALID", 5),
                        tuple("MEDIA_METADATA_INVALID", 6),
                        tuple("ENTRY_INVALID", 7),
                        tuple("URL_MISSING", 8));
    }

    private static Tuple tuple(String code, int index) {
        return Tuple.tuple(code, "/images/" + index);
    }

    @Test
    void anUnknownTypeWithoutEntriesIsIgnored() {
        var manifest = "{\"scenes\": [], \"movies\": null, \"images\": [" + SOUND + "]}";

        var job = visitor.register(folder, integration, TOLERANT, manifest);

        assertThat(job.counts().registered()).isEqualTo(1);
    }
}

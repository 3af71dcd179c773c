package io.accession.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ManifestPropertyTest {

    private static final String SMALL = """
        {"skip_duplicate_urls": true, // ä
         "image_groups": [
           {"objectUrl_0": "s3://b/ü", "createVideo": false, "clientMetadata": {"x": [1.5e3, -0, null, "\\u00e4\\n"],},},
         ],
         "images": [{"objectUrl": "€", "imageMetadata": {"width": 3}}]}\
        """;

    /** Bytes that steer JSON, so that fuzzing gets somewhere. */
    private static final byte[] STEERING = "{}[]\":,\\/*ue0-.tn \n".getBytes(StandardCharsets.UTF_8);

    @Test
    void entriesComeOutAsTheyWereWrittenWhateverTheChunks() {
        long first = System.nanoTime();
        for (long seed = first; seed < first + 400; seed++) {
            var manifest = new RandomManifest(seed, true);
            var body = chunked(manifest.text().getBytes(StandardCharsets.UTF_8), new Random(seed));

            var outcome = Manifests.read(body, ManifestLimits.DEFAULT);

            assertThat(outcome.entries())
                    .as("seed %d", seed)
                    .extracting(Manifests.Given::raw)
                    .isEqualTo(manifest.entries);
            assertThat(outcome.entries())
                    .as("seed %d", seed)
                    .extracting(given -> String.valueOf(given.clientMetadata()))
                    .isEqualTo(manifest.metadata);
        }
    }

    @Test
    void aManifestReadAtOnceIsUnderstoodAsOneThatComesByteByByte() {
        long first = System.nanoTime();
        for (long seed = first; seed < first + 400; seed++) {
            byte[] bytes = mutated(new RandomManifest(seed, true).text(), seed).getBytes(StandardCharsets.UTF_8);

            var atOnce = Manifests.read(new ByteArrayInputStream(bytes), ManifestLimits.DEFAULT);
            var byteByByte = Manifests.read(chunked(bytes, new Random(seed), 1), ManifestLimits.DEFAULT);

            assertThat(withoutMetadata(atOnce)).as("seed %d", seed).isEqualTo(withoutMetadata(byteByByte));
            assertThat(atOnce.summary()).as("seed %d", seed).isEqualTo(byteByByte.summary());
        }
    }

    /** Client metadata is a view of the window, so that only its text can be compared. */
    private static List<String> withoutMetadata(Manifests.Outcome outcome) {
        return outcome.entries().stream()
                .map(given -> given.position()
                        + given.raw()
                        + given.clientMetadata()
                        + given.entry().failure()
                        + given.entry().objects())
                .toList();
    }

    @Test
    void aKeptEntryIsUnderstoodAsItWasWhenTheManifestWasRead() throws IOException {
        long first = System.nanoTime();
        var again = new EntryParser(ManifestLimits.DEFAULT);
        for (long seed = first; seed < first + 200; seed++) {
            var body = new ByteArrayInputStream(
                    mutated(new RandomManifest(seed, true).text(), seed).getBytes(StandardCharsets.UTF_8));
            long told = seed;
            readOrRefuse(body, (position, raw, entry) -> {
                var kept = again.parse(position.typeKey(), raw.buffer(), raw.offset(), raw.length());
                assertThat(kept).as("seed %d", told).isEqualTo(entry);
            });
        }
    }

    /** Wrong types and values, so that unsound entries are compared too. */
    private static String mutated(String manifest, long seed) {
        return switch ((int) Math.floorMod(seed, 4L)) {
            case 0 -> manifest.replace("\"s3://b/1\"", "1");
            case 1 -> manifest.replace("\"k0\"", "\"\\u0000\"");
            case 2 -> manifest.replace("\"clientMetadata\":", "\"objectUrl\":");
            default -> manifest;
        };
    }

    @Test
    void entriesAreStrictJson() throws IOException {
        long seed = System.nanoTime();
        var manifest = new RandomManifest(seed, true);

        for (var given : Manifests.read(manifest.text()).entries()) {
            assertThat(isJson(given.raw().getBytes(StandardCharsets.UTF_8)))
                    .as("seed %d", seed)
                    .isTrue();
        }
    }

    @Test
    void aManifestThatIsCutAnywhereIsToldTheLineAndColumnOfItsEnd() {
        byte[] whole = SMALL.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);

            var error = Manifests.invalid(cut);

            assertThat(error.byteOffset()).as("cut at %d", length).isLessThanOrEqualTo(length);
            assertPlaceAgrees(whole, error);
            ManifestFaultTest.assertThatMessageIsPlain(error.message());
        }
    }

    /** Line and column, counted anew from the byte offset. */
    private static void assertPlaceAgrees(byte[] manifest, RegistryError.ManifestInvalid error) {
        var before = new String(manifest, 0, (int) error.byteOffset(), StandardCharsets.UTF_8);
        int lineStart = before.lastIndexOf('\n') + 1;
        assertThat(error.line())
                .isEqualTo(1 + before.chars().filter(c -> c == '\n').count());
        assertThat(error.column()).isEqualTo(1 + before.codePointCount(lineStart, before.length()));
    }

    @Test
    void anyBytesGiveEntriesOrARefusal() throws IOException {
        long first = System.nanoTime();
        for (long seed = first; seed < first + 4_000; seed++) {
            var random = new Random(seed);
            byte[] bytes = SMALL.getBytes(StandardCharsets.UTF_8);
            for (int i = random.nextInt(4); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] =
                        random.nextBoolean() ? STEERING[random.nextInt(STEERING.length)] : (byte) random.nextInt();
            }
            try {
                readOrRefuse(chunked(bytes, random), (position, raw, entry) -> {});
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    @Test
    void theScannerAcceptsWhatAnotherParserAccepts() throws IOException {
        long first = System.nanoTime();
        int accepted = 0;
        for (long seed = first; seed < first + 4_000; seed++) {
            var random = new Random(seed);
            byte[] bytes = new RandomManifest(seed, false).text().getBytes(StandardCharsets.UTF_8);
            for (int i = random.nextInt(3); i > 0; i--) {
                bytes[random.nextInt(bytes.length)] =
                        random.nextBoolean() ? STEERING[random.nextInt(STEERING.length)] : (byte) random.nextInt();
            }

            boolean ours = isScanned(chunked(bytes, random));

            assertThat(ours)
                    .as("seed %d: %s", seed, new String(bytes, StandardCharsets.UTF_8))
                    .isEqualTo(isJson(bytes));
            accepted += ours ? 1 : 0;
        }
        assertThat(accepted).isBetween(200, 3_800);
    }

    private static boolean isScanned(InputStream body) throws IOException {
        var scanner = new JsonScanner(JsonWindow.over(body, ManifestLimits.DEFAULT), 1_000, (code, place) -> {
            throw new JsonFault(place, "not strict");
        });
        try {
            scanner.skipValue();
            return scanner.peek() < 0;
        } catch (JsonFault e) {
            return false;
        }
    }

    private static boolean isJson(byte[] bytes) throws IOException {
        var unlimited = StreamReadConstraints.builder().maxNestingDepth(1_000).build();
        var factory = JsonFactory.builder().streamReadConstraints(unlimited).build();
        if (!isUtf8(bytes)) {
            return false;
        }
        try (JsonParser parser = factory.createParser(bytes)) {
            int values = 0;
            while (parser.nextToken() != null) {
                parser.getText();
                values += parser.getParsingContext().inRoot()
                                && !parser.currentToken().isStructStart()
                        ? 1
                        : 0;
            }
            return values == 1;
        } catch (JacksonException e) {
            return false;
        }
    }

    private static boolean isUtf8(byte[] bytes) {
        return Arrays.equals(bytes, new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8));
    }

    private static void readOrRefuse(InputStream body, EntrySink sink) throws IOException {
        try {
            new ManifestReader(ManifestLimits.DEFAULT).read(ManifestForm.JSON, body, sink);
        } catch (RegistryException e) {
            assertThat(e.error()).isInstanceOf(RegistryError.ManifestInvalid.class);
        }
    }

    /** Gives between one byte and 64 KiB at a time. */
    private static InputStream chunked(byte[] bytes, Random random) {
        return chunked(bytes, random, 1 << random.nextInt(17));
    }

    private static InputStream chunked(byte[] bytes, Random random, int most) {
        return new FilterInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return super.read(into, offset, Math.min(length, 1 + random.nextInt(most)));
            }
        };
    }
}

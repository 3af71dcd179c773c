package io.accession.core.manifest;

import static io.accession.core.manifest.Manifests.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import io.accession.core.domain.RegistryError;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BodyCodingTest {

    private static final byte[] MANIFEST = manifest();

    private static byte[] manifest() {
        var text = new StringBuilder("{\"images\": [");
        for (int i = 0; i < 2_000; i++) {
            text.append(i == 0 ? "\n" : ",\n")
                    .append("{\"objectUrl\": \"")
                    .append(i * 7919L % 104_729)
                    .append("\"}");
        }
        return text.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] packed(BodyCoding coding, byte[] content) {
        return switch (coding) {
            case IDENTITY -> content;
            case GZIP -> gzip(content);
            case ZSTD -> Zstd.compress(content);
        };
    }

    private static byte[] gzip(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    /** Hands out a few bytes at a time and never tells that there are more. */
    private static InputStream hesitant(byte[] content, int bytes) {
        return new ByteArrayInputStream(content) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(bytes, length));
            }

            @Override
            public synchronized int available() {
                return 0;
            }
        };
    }

    private static Manifests.Outcome read(BodyCoding coding, InputStream body) {
        return read(coding, body, ManifestLimits.DEFAULT);
    }

    private static Manifests.Outcome read(BodyCoding coding, InputStream body, ManifestLimits limits) {
        try (var unpacked = coding.unpacked(body)) {
            return Manifests.read(unpacked, limits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RegistryError.ManifestInvalid fault(BodyCoding coding, byte[] body) {
        return (RegistryError.ManifestInvalid) error(() -> read(coding, new ByteArrayInputStream(body)));
    }

    @ParameterizedTest
    @EnumSource(BodyCoding.class)
    void aPackedManifestIsReadAsItWas(BodyCoding coding) {
        var outcome = read(coding, hesitant(packed(coding, MANIFEST), 7));

        assertThat(outcome.summary().entries()).isEqualTo(2_000);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"GZIP", "ZSTD"},
            value = BodyCoding.class)
    void severalMembersAreOneManifestWhereverTheyAreCut(BodyCoding coding) {
        for (int cut : List.of(0, 1, 1_000, MANIFEST.length)) {
            var body = joined(
                    packed(coding, Arrays.copyOf(MANIFEST, cut)),
                    packed(coding, Arrays.copyOfRange(MANIFEST, cut, MANIFEST.length)));

            for (int bytes : List.of(1, 13, 1 << 20)) {
                assertThat(read(coding, hesitant(body, bytes)).summary().entries())
                        .isEqualTo(2_000);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {"GZIP", "ZSTD"},
            value = BodyCoding.class)
    void aBodyThatWasCutIsToldWhereverItWas(BodyCoding coding) {
        var whole = packed(coding, MANIFEST);

        for (int length = 1; length < whole.length; length += length < 30 || length > whole.length - 30 ? 1 : 97) {
            var error = fault(coding, Arrays.copyOf(whole, length));

            assertThat(error.message())
                    .as("%s of %s bytes", length, whole.length)
                    .contains("ends in the middle");
        }
        assertThat(fault(coding, Arrays.copyOf(whole, whole.length - 9)).line()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(
            names = {"GZIP", "ZSTD"},
            value = BodyCoding.class)
    void damageIsNoticed(BodyCoding coding) {
        var damaged = packed(coding, MANIFEST);
        damaged[damaged.length / 2] ^= 0x55;

        var error = error(() -> read(coding, new ByteArrayInputStream(damaged)));

        assertThat(error).isInstanceOf(RegistryError.ManifestInvalid.class);
    }

    @ParameterizedTest
    @CsvSource({"GZIP,gzip", "ZSTD,zstd"})
    void somethingElseBehindTheDataIsToldSo(BodyCoding coding, String name) {
        var body = joined(packed(coding, MANIFEST), "garbage".getBytes(StandardCharsets.UTF_8));

        assertThat(fault(coding, body).message()).contains("something that is not " + name + " follows");
    }

    @ParameterizedTest
    @CsvSource({"GZIP,gzip", "ZSTD,zstd"})
    void aBodyThatIsNotPackedAtAllIsToldSo(BodyCoding coding, String name) {
        assertThat(fault(coding, MANIFEST).message()).contains("not compressed with " + name);
        assertThat(fault(coding, new byte[0]).message()).contains("not compressed with " + name);
        assertThat(fault(coding, MANIFEST).byteOffset()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"GZIP,GZIP,gzip", "ZSTD,GZIP,gzip", "GZIP,ZSTD,zstd", "IDENTITY,GZIP,gzip", "IDENTITY,ZSTD,zstd"})
    void aBodyThatIsPackedOnceMoreThanItSaysIsToldSo(BodyCoding said, BodyCoding inside, String name) {
        var body = packed(said, packed(inside, MANIFEST));

        assertThat(fault(said, body).message()).contains("compressed with " + name + ", once more than");
        assertThat(Manifests.invalid(ManifestFormat.CSV, new ByteArrayInputStream(packed(inside, MANIFEST)))
                        .message())
                .contains("compressed with " + name + ", once more than");
    }

    @ParameterizedTest
    @EnumSource(
            names = {"GZIP", "ZSTD"},
            value = BodyCoding.class)
    void aBombEndsAtTheLimitOfWhatIsUnpacked(BodyCoding coding) {
        var bomb = packed(coding, new byte[64 << 20]);
        var spaces = packed(coding, " ".repeat(64 << 20).getBytes(StandardCharsets.UTF_8));
        var limits = new ManifestLimits(10, 10, 10, 100, 100, 1_000, 8 << 20, 10);

        assertThat(bomb.length).isLessThan(100_000);
        assertThat(error(() -> read(coding, new ByteArrayInputStream(spaces), limits)))
                .isInstanceOf(RegistryError.TooLarge.class)
                .extracting(RegistryError::message)
                .asString()
                .contains("larger than 8 MiB after decompression");
        assertThat(error(() -> read(coding, new ByteArrayInputStream(bomb), limits)))
                .isInstanceOf(RegistryError.ManifestInvalid.class);
    }

    @Test
    void aWindowThatWouldCostTooMuchMemoryIsRefused() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZstdOutputStreamNoFinalizer(bytes).setLong(27)) {
            out.write(MANIFEST);
        }

        assertThat(fault(BodyCoding.ZSTD, bytes.toByteArray()).message()).contains("window of more than 8 MiB");
    }

    @ParameterizedTest
    @EnumSource(BodyCoding.class)
    void aSenderWhoBreaksOffIsNotBlamedForTheManifest(BodyCoding coding) {
        var failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return read();
            }
        };

        assertThatThrownBy(() -> read(coding, failing)).hasStackTraceContaining("connection reset");
        assertThatThrownBy(() -> read(coding, failing)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void codingsAreFoundByTheirNames() {
        assertThat(BodyCoding.named("GZIP")).contains(BodyCoding.GZIP);
        assertThat(BodyCoding.named(" x-gzip")).contains(BodyCoding.GZIP);
        assertThat(BodyCoding.named("zstd")).contains(BodyCoding.ZSTD);
        assertThat(BodyCoding.named("identity")).contains(BodyCoding.IDENTITY);
        assertThat(BodyCoding.named("br")).isEmpty();
        assertThat(BodyCoding.named("gzip, gzip")).isEmpty();
    }
}

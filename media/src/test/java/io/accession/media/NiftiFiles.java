package io.accession.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.domain.ItemKind;
import io.accession.core.domain.MediaFacts;
import io.accession.core.media.ProbeResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Made-up NIfTI files of 16-bit voxels, millimetres and seconds. */
final class NiftiFiles {

    private NiftiFiles() {}

    static byte[] first(boolean bigEndian, String magic, int... dimensions) {
        var header = bigEndian ? Bytes.bigEndian() : Bytes.littleEndian();
        header.u32(348).zeros(36).u16(dimensions.length);
        for (int axis = 0; axis < 7; axis++) {
            header.u16(axis < dimensions.length ? dimensions[axis] : 1);
        }
        header.zeros(14).u16(4).u16(16).zeros(2).u32(Float.floatToIntBits(1));
        for (int axis = 0; axis < 7; axis++) {
            header.u32(Float.floatToIntBits(-2.2f));
        }
        header.u32(Float.floatToIntBits(352)).zeros(11).u8(2 + 8).zeros(220).text(magic);
        return header.zeros(4 + voxels(dimensions)).done();
    }

    static byte[] second(boolean bigEndian, int... dimensions) {
        var header = bigEndian ? Bytes.bigEndian() : Bytes.littleEndian();
        header.u32(540).text("n+2\0\r\n\u001A\n").u16(4).u16(16).u64(dimensions.length);
        for (int axis = 0; axis < 7; axis++) {
            header.u64(axis < dimensions.length ? dimensions[axis] : 1);
        }
        header.zeros(24).u64(Double.doubleToLongBits(1));
        for (int axis = 0; axis < 7; axis++) {
            header.u64(Double.doubleToLongBits(0.75));
        }
        header.u64(544).zeros(324).u32(2 + 8).zeros(40 - 4);
        return header.zeros(4 + voxels(dimensions)).done();
    }

    private static int voxels(int... dimensions) {
        long bytes = 2;
        for (int size : dimensions) {
            bytes *= size;
        }
        return Math.clamp(bytes, 0, 100_000);
    }

    static byte[] compressed(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static MediaFacts.Nifti facts(byte[] file) {
        var result = Probed.as(ItemKind.NIFTI, file).result();
        assertThat(result).isInstanceOf(ProbeResult.Probed.class);
        return (MediaFacts.Nifti) ((ProbeResult.Probed) result).facts();
    }
}

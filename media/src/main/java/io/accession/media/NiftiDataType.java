package io.accession.media;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What one voxel is (nifti1.h, DT_*). */
enum NiftiDataType {
    BINARY(1, 1),
    UINT8(2, 8),
    INT16(4, 16),
    INT32(8, 32),
    FLOAT32(16, 32),
    COMPLEX64(32, 64),
    FLOAT64(64, 64),
    RGB24(128, 24),
    INT8(256, 8),
    UINT16(512, 16),
    UINT32(768, 32),
    INT64(1024, 64),
    UINT64(1280, 64),
    FLOAT128(1536, 128),
    COMPLEX128(1792, 128),
    COMPLEX256(2048, 256),
    RGBA32(2304, 32);

    private final int code;
    private final int bits;

    NiftiDataType(int code, int bits) {
        this.code = code;
        this.bits = bits;
    }

    int bits() {
        return bits;
    }

    /** As people write it. */
    String shown() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<NiftiDataType> find(int code) {
        return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
    }
}

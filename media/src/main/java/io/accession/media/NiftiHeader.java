package io.accession.media;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The header of NIfTI-1 (348 bytes) or NIfTI-2 (540 bytes), whose fields are described in nifti1.h and nifti2.h. */
final class NiftiHeader {

    static final int FIRST_LENGTH = 348;
    static final int SECOND_LENGTH = 540;
    private static final int MOST_DIMENSIONS = 7;

    /** Where the fields lie, and how wide the numbers are. */
    private record Layout(
            int version, int magic, int type, int bits, int dimensions, int steps, int data, int units, int width) {}

    private static final Layout FIRST = new Layout(1, 344, 70, 72, 40, 76, 108, 123, 2);
    private static final Layout SECOND = new Layout(2, 4, 12, 14, 16, 104, 168, 500, 8);

    private final byte[] bytes;
    private final Layout layout;
    private final boolean bigEndian;

    private NiftiHeader(byte[] bytes, Layout layout, boolean bigEndian) {
        this.bytes = bytes;
        this.layout = layout;
        this.bigEndian = bigEndian;
    }

    /** The version that the first four bytes, the header's own length, stand for; 0 for none. */
    static int version(byte[] first) {
        return switch (Math.max(length(first, false), length(first, true))) {
            case FIRST_LENGTH -> 1;
            case SECOND_LENGTH -> 2;
            default -> 0;
        };
    }

    private static int length(byte[] first, boolean bigEndian) {
        long length = LittleAndBig.number(first, 0, 4, bigEndian);
        return length == FIRST_LENGTH || length == SECOND_LENGTH ? (int) length : 0;
    }

    /** {@code bytes} is a whole header of a known version. */
    static NiftiHeader of(byte[] bytes) throws BadMediaException {
        var layout = version(bytes) == 1 ? FIRST : SECOND;
        var magic = new Magic(bytes).text(layout.magic(), 4);
        if (!magic.equals("n+" + layout.version() + "\0") && !magic.equals("ni" + layout.version() + "\0")) {
            throw BadMediaException.damaged("The NIfTI header has no magic number");
        }
        return new NiftiHeader(bytes, layout, length(bytes, true) != 0);
    }

    int version() {
        return layout.version();
    }

    /** Whether voxels lie in the same file, not in an .img beside it. */
    boolean hasVoxels() {
        return bytes[layout.magic() + 1] == '+';
    }

    /** The number of voxels along each axis: x, y, z, time and three more. */
    List<Long> dimensions() throws BadMediaException {
        long count = dimension(0);
        if (count < 1 || count > MOST_DIMENSIONS) {
            throw BadMediaException.damaged("The NIfTI header has an impossible " + count + " dimensions");
        }
        var dimensions = new ArrayList<Long>();
        for (int axis = 1; axis <= count; axis++) {
            long size = dimension(axis);
            if (size < 1) {
                throw BadMediaException.damaged(
                        "The NIfTI header has an impossible size of " + size + " along axis " + axis);
            }
            dimensions.add(size);
        }
        return dimensions;
    }

    private long dimension(int axis) {
        return LittleAndBig.signed(bytes, layout.dimensions() + axis * layout.width(), layout.width(), bigEndian);
    }

    /** The step along each of the first so many axes, in the units below. */
    List<Double> steps(int axes) throws BadMediaException {
        var steps = new ArrayList<Double>();
        for (int axis = 1; axis <= axes; axis++) {
            double step = Math.abs(step(axis));
            if (!Double.isFinite(step)) {
                throw BadMediaException.damaged("The NIfTI header has no number for the step along axis " + axis);
            }
            steps.add(step);
        }
        return steps;
    }

    private double step(int axis) {
        return decimal(layout.steps() + axis * (layout.version() == 1 ? 4 : 8));
    }

    /** Of a short number its shortest decimal form: 2.2 and not 2.200000047683716. */
    private double decimal(int offset) {
        return layout.version() == 1
                ? Double.parseDouble(
                        Float.toString(Float.intBitsToFloat((int) LittleAndBig.number(bytes, offset, 4, bigEndian))))
                : Double.longBitsToDouble(LittleAndBig.number(bytes, offset, 8, bigEndian));
    }

    /** Where the voxels begin. */
    long voxelOffset() throws BadMediaException {
        double offset = layout.version() == 1
                ? decimal(layout.data())
                : (double) LittleAndBig.signed(bytes, layout.data(), 8, bigEndian);
        if (!(offset >= 0 && offset < 0x1p62)) {
            throw BadMediaException.damaged("The NIfTI header puts its voxels to an impossible place");
        }
        return (long) offset;
    }

    @Nullable
    String spaceUnit() {
        return switch (units() & 7) {
            case 1 -> "m";
            case 2 -> "mm";
            case 3 -> "µm";
            default -> null;
        };
    }

    /** Of the fourth axis, which is not always time. */
    @Nullable
    String timeUnit() {
        return switch (units() & 0x38) {
            case 8 -> "s";
            case 16 -> "ms";
            case 24 -> "µs";
            case 32 -> "Hz";
            case 40 -> "ppm";
            case 48 -> "rad/s";
            default -> null;
        };
    }

    private int units() {
        return bytes[layout.units() + (layout.version() == 2 && bigEndian ? 3 : 0)];
    }

    NiftiDataType dataType() throws BadMediaException {
        int code = (int) LittleAndBig.signed(bytes, layout.type(), 2, bigEndian);
        return NiftiDataType.find(code)
                .orElseThrow(() -> BadMediaException.damaged("The NIfTI header has the unknown data type " + code));
    }
}

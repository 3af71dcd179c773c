package io.accession.media;

import io.accession.core.domain.FailureCode;
import io.accession.core.object.ObjectUnavailableException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The single numbers of the first directory of a TIFF (revision 6.0) or BigTIFF, which may lie anywhere in a larger object. */
final class TiffDirectory {

    static final int WIDTH = 256;
    static final int HEIGHT = 257;
    static final int ORIENTATION = 274;

    private static final int BYTE = 1;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int LONG_8 = 16;
    /** Sound directories have a few dozen. */
    private static final int MOST_ENTRIES = 4096;

    private final Map<Integer, Long> numbers = new TreeMap<>();

    private TiffDirectory() {}

    Optional<Long> number(int tag) {
        return Optional.ofNullable(numbers.get(tag));
    }

    /** Reads between the offsets only: {@code end} is where the enclosing block ends. */
    static TiffDirectory first(BlockReader in, long start, long end)
            throws BadMediaException, ObjectUnavailableException {
        int order = in.u16(start, true);
        if (order != 0x4949 && order != 0x4D4D) {
            throw BadMediaException.damaged("The TIFF has no byte order");
        }
        boolean bigEndian = order == 0x4D4D;
        int version = in.u16(start + 2, bigEndian);
        if (version != 42 && version != 43) {
            throw BadMediaException.damaged("The TIFF has the unknown version " + version);
        }
        boolean big = version == 43;
        long directory = big ? in.s64(start + 8, bigEndian) : in.u32(start + 4, bigEndian);
        if (directory < 8 || directory > end - start) {
            throw new BadMediaException(
                    FailureCode.OBJECT_TRUNCATED,
                    "The TIFF's directory at byte " + directory + " is not in the object");
        }
        return read(in, start + directory, bigEndian, big);
    }

    private static TiffDirectory read(BlockReader in, long at, boolean bigEndian, boolean big)
            throws BadMediaException, ObjectUnavailableException {
        long count = big ? in.s64(at, bigEndian) : in.u16(at, bigEndian);
        if (count > MOST_ENTRIES) {
            throw BadMediaException.damaged("The TIFF's directory has an impossible " + count + " entries");
        }
        var directory = new TiffDirectory();
        long entry = at + (big ? 8 : 2);
        for (int i = 0; i < count; i++, entry += big ? 20 : 12) {
            directory.add(in, entry, bigEndian, big);
        }
        return directory;
    }

    private void add(BlockReader in, long entry, boolean bigEndian, boolean big)
            throws BadMediaException, ObjectUnavailableException {
        int tag = in.u16(entry, bigEndian);
        int type = in.u16(entry + 2, bigEndian);
        long count = big ? in.s64(entry + 4, bigEndian) : in.u32(entry + 4, bigEndian);
        if (count != 1 || (tag != WIDTH && tag != HEIGHT && tag != ORIENTATION)) {
            return;
        }
        long value = entry + (big ? 12 : 8);
        switch (type) {
            case BYTE -> numbers.putIfAbsent(tag, (long) in.u8(value));
            case SHORT -> numbers.putIfAbsent(tag, (long) in.u16(value, bigEndian));
            case LONG -> numbers.putIfAbsent(tag, in.u32(value, bigEndian));
            case LONG_8 -> numbers.putIfAbsent(tag, in.s64(value, bigEndian));
            default -> {}
        }
    }
}

package io.accession.media;

import io.accession.core.object.ObjectUnavailableException;
import io.accession.media.VideoCoding.Chroma;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a video track's samples are coded, by its sample entry. Empty where only a decoder tells: its pictures, not the header, have the say. */
final class VideoEntry {

    private static final int CHILDREN = 78;
    private static final int LARGEST_UNIT = 4096;
    private static final int AVC_SET = 7;
    private static final int HEVC_SET = 33;
    private static final List<Integer> DEPTHS = List.of(8, 10, 12);

    private final BlockReader in;
    private final IsoBox entry;
    private final List<IsoBox> children;
    private final int width;
    private final int height;

    private VideoEntry(BlockReader in, IsoBox entry) throws BadMediaException, ObjectUnavailableException {
        this.in = in;
        this.entry = entry;
        this.children = IsoBox.children(in, entry.start() + CHILDREN, entry.end());
        this.width = in.u16(entry.start() + 24, true);
        this.height = in.u16(entry.start() + 26, true);
    }

    static Optional<VideoCoding> coding(BlockReader in, @Nullable IsoBox entry)
            throws BadMediaException, ObjectUnavailableException {
        return entry == null ? Optional.empty() : new VideoEntry(in, entry).coding();
    }

    private Optional<VideoCoding> coding() throws BadMediaException, ObjectUnavailableException {
        return switch (IsoBox.text(entry.name())) {
            case "avc1", "avc3" -> avc();
            case "hvc1", "hev1" -> hevc();
            case "vp08" -> child("vpcC").flatMap(_ -> told("vp8", Optional.of("yuv420p")));
            case "vp09" -> vp9();
            case "av01" -> av1();
            case "apch", "apcn", "apcs", "apco" -> told("prores", Optional.of("yuv422p10le"));
            case "mp4v" -> mpeg4();
            default -> Optional.empty();
        };
    }

    private Optional<VideoCoding> told(String codec, Optional<String> pixels) {
        return pixels.filter(_ -> width > 0 && height > 0).map(format -> new VideoCoding(codec, format, width, height));
    }

    private Optional<IsoBox> child(String name) {
        return children.stream()
                .filter(box -> box.name() == BlockReader.name(name))
                .findFirst();
    }

    private Optional<VideoCoding> avc() throws BadMediaException, ObjectUnavailableException {
        var box = child("avcC");
        if (box.isEmpty() || (in.u8(box.get().start() + 5) & 31) != 1) {
            return Optional.empty();
        }
        var unit = unit(box.get(), box.get().start() + 6, AVC_SET, 31, 0);
        var parameters = unit.isEmpty() ? Optional.<AvcParameters>empty() : AvcParameters.parse(unit.get());
        boolean range = hasFullRange();
        return parameters
                .filter(set -> set.width() == width && set.height() == height)
                .flatMap(set -> told("h264", set.pixels(range)));
    }

    private Optional<VideoCoding> hevc() throws BadMediaException, ObjectUnavailableException {
        var box = child("hvcC");
        if (box.isEmpty() || child("lhvC").isPresent()) {
            return Optional.empty();
        }
        long at = box.get().start() + 23;
        for (int arrays = in.u8(at - 1); arrays > 0; arrays--) {
            int type = in.u8(at) & 63;
            int units = in.u16(at + 1, true);
            at += 3;
            if (type == HEVC_SET) {
                var unit = units == 1 ? unit(box.get(), at, HEVC_SET, 63, 1) : Optional.<byte[]>empty();
                var parameters = unit.isEmpty() ? Optional.<HevcParameters>empty() : HevcParameters.parse(unit.get());
                return parameters
                        .filter(set -> set.width() == width && set.height() == height)
                        .flatMap(set -> told("hevc", Optional.of(set.pixels())));
            }
            for (; units > 0; units--) {
                at += 2 + in.u16(at, true);
            }
        }
        return Optional.empty();
    }

    /** A parameter set behind its length, if it is of the type and inside its box. */
    private Optional<byte[]> unit(IsoBox box, long at, int type, int mask, int shift)
            throws BadMediaException, ObjectUnavailableException {
        int length = in.u16(at, true);
        boolean fits = length > 4 && length <= LARGEST_UNIT && at + 2 + length <= box.end();
        if (!fits || ((in.u8(at + 2) >> shift) & mask) != type) {
            return Optional.empty();
        }
        var unit = new byte[length];
        for (int i = 0; i < length; i++) {
            unit[i] = (byte) in.u8(at + 2 + i);
        }
        return Optional.of(unit);
    }

    /** What the box of colours says, which counts where the codec is silent. */
    private boolean hasFullRange() throws BadMediaException, ObjectUnavailableException {
        var colours = child("colr");
        return colours.isPresent()
                && in.name(colours.get().start()) == BlockReader.name("nclx")
                && (in.u8(colours.get().start() + 10) & 0x80) != 0;
    }

    private Optional<VideoCoding> vp9() throws BadMediaException, ObjectUnavailableException {
        var box = child("vpcC");
        if (box.isEmpty()) {
            return Optional.empty();
        }
        int format = in.u8(box.get().start() + 6);
        int sampling = (format >> 1) & 7;
        // 0 and 1 differ only in where colours lie between pixels; full chroma may be red, green and blue.
        var chroma = sampling <= 1 ? Chroma.HALF_BOTH : sampling == 2 ? Chroma.HALF_ACROSS : null;
        return chroma == null ? Optional.empty() : told("vp9", pixels(chroma, format >> 4));
    }

    private Optional<VideoCoding> av1() throws BadMediaException, ObjectUnavailableException {
        var box = child("av1C");
        if (box.isEmpty()) {
            return Optional.empty();
        }
        int flags = in.u8(box.get().start() + 2);
        boolean high = (flags & 0x40) != 0;
        int bits = !high ? 8 : (flags & 0x20) != 0 ? 12 : 10;
        boolean gray = (flags & 0x10) != 0;
        boolean halfAcross = (flags & 0x08) != 0;
        boolean halfDown = (flags & 0x04) != 0;
        var chroma = gray ? Chroma.GRAY : halfDown ? Chroma.HALF_BOTH : halfAcross ? Chroma.HALF_ACROSS : null;
        return chroma == null ? Optional.empty() : told("av1", pixels(chroma, bits));
    }

    private static Optional<String> pixels(Chroma chroma, int bits) {
        return DEPTHS.contains(bits) ? Optional.of(chroma.pixels(bits)) : Optional.empty();
    }

    private Optional<VideoCoding> mpeg4() throws BadMediaException, ObjectUnavailableException {
        var box = child("esds");
        var stream = box.isEmpty() ? Optional.<ElementaryStream>empty() : ElementaryStream.read(in, box.get());
        return stream.filter(found -> found.type() == ElementaryStream.MPEG4_VIDEO)
                .filter(found -> Mpeg4Layer.has(found.setup(), width, height))
                .flatMap(_ -> told("mpeg4", Optional.of("yuv420p")));
    }
}

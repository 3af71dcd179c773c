package io.accession.media;

import io.accession.core.object.ObjectUnavailableException;
import java.util.List;

/**
 * AVIF still images (ISO/IEC 23008-12): size and transformations of the primary item. The container's rotation and mirroring count, as in
 * browsers, and EXIF does not.
 */
final class AvifFormat implements ImageFormat {

    @Override
    public ImageHeader read(BlockReader in) throws BadMediaException, ObjectUnavailableException {
        var meta = IsoBox.find(in, 0, Long.MAX_VALUE, "meta");
        long children = meta.start() + 4;
        long primary = primaryItem(in, IsoBox.find(in, children, meta.end(), "pitm"));
        var properties = IsoBox.find(in, children, meta.end(), "iprp");
        var container = IsoBox.find(in, properties.start(), properties.end(), "ipco");
        var boxes = IsoBox.children(in, container.start(), container.end());
        var header = new Properties();
        for (int index : ItemProperties.of(in, properties, primary)) {
            if (index >= 1 && index <= boxes.size()) {
                header.apply(in, boxes.get(index - 1));
            }
        }
        return header.image();
    }

    private static long primaryItem(BlockReader in, IsoBox box) throws BadMediaException, ObjectUnavailableException {
        return in.u8(box.start()) == 0 ? in.u16(box.start() + 4, true) : in.u32(box.start() + 4, true);
    }

    /** What the properties say when they are applied in their order: size, then rotation, then mirroring. */
    private static final class Properties {

        private static final int SIZE = BlockReader.name("ispe");
        private static final int ROTATION = BlockReader.name("irot");
        private static final int MIRROR = BlockReader.name("imir");

        /** EXIF's orientation for a rotation of 0 to 3 quarters anticlockwise, and for mirroring after it. */
        private static final List<Integer> ROTATED = List.of(1, 8, 3, 6);

        private static final List<Integer> ROTATED_AND_FLIPPED_UPSIDE_DOWN = List.of(4, 5, 2, 7);
        private static final List<Integer> ROTATED_AND_FLIPPED_SIDEWAYS = List.of(2, 7, 4, 5);

        private long width;
        private long height;
        private int quarters;
        private int mirror = -1;

        void apply(BlockReader in, IsoBox box) throws BadMediaException, ObjectUnavailableException {
            if (box.name() == SIZE) {
                width = in.u32(box.start() + 4, true);
                height = in.u32(box.start() + 8, true);
            } else if (box.name() == ROTATION) {
                quarters = in.u8(box.start()) & 3;
            } else if (box.name() == MIRROR) {
                mirror = in.u8(box.start()) & 1;
            }
        }

        ImageHeader image() throws BadMediaException {
            var orientations = switch (mirror) {
                case 0 -> ROTATED_AND_FLIPPED_UPSIDE_DOWN;
                case 1 -> ROTATED_AND_FLIPPED_SIDEWAYS;
                default -> ROTATED;
            };
            return ImageHeader.stored(width, height, orientations.get(quarters));
        }
    }
}

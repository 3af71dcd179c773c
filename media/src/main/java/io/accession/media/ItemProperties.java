package io.accession.media;

import io.accession.core.object.ObjectUnavailableException;
import java.util.ArrayList;
import java.util.List;

/** Which properties the boxes {@code ipma} give to one item of an ISO base media file: indices from 1, in the order of application. */
final class ItemProperties {

    private static final int ASSOCIATIONS = BlockReader.name("ipma");
    private static final int MOST_ITEMS = 65_536;

    private ItemProperties() {}

    static List<Integer> of(BlockReader in, IsoBox properties, long item)
            throws BadMediaException, ObjectUnavailableException {
        for (var box : IsoBox.children(in, properties.start(), properties.end())) {
            if (box.name() == ASSOCIATIONS) {
                var indices = within(in, box, item);
                if (!indices.isEmpty()) {
                    return indices;
                }
            }
        }
        throw BadMediaException.damaged("The file's primary image has no properties");
    }

    private static List<Integer> within(BlockReader in, IsoBox box, long item)
            throws BadMediaException, ObjectUnavailableException {
        boolean longIds = in.u8(box.start()) >= 1;
        boolean longIndices = (in.u8(box.start() + 3) & 1) != 0;
        long entries = in.u32(box.start() + 4, true);
        long at = box.start() + 8;
        for (int i = 0; i < Math.min(entries, MOST_ITEMS) && at < box.end(); i++) {
            long id = longIds ? in.u32(at, true) : in.u16(at, true);
            at += longIds ? 4 : 2;
            int count = in.u8(at);
            at++;
            if (id == item) {
                return indices(in, at, count, longIndices);
            }
            at += (long) count * (longIndices ? 2 : 1);
        }
        return List.of();
    }

    /** The highest bit says whether a reader must know the property, which does not matter here. */
    private static List<Integer> indices(BlockReader in, long from, int count, boolean longIndices)
            throws BadMediaException, ObjectUnavailableException {
        var indices = new ArrayList<Integer>();
        for (int i = 0; i < count; i++) {
            indices.add(longIndices ? in.u16(from + 2L * i, true) & 0x7FFF : in.u8(from + i) & 0x7F);
        }
        return indices;
    }
}

package io.accession.core.embedding;

import io.accession.core.domain.ItemKind;
import io.accession.core.domain.MediaFacts;
import io.accession.core.schema.MetadataFault;
import io.accession.core.schema.TypedMetadata;
import io.accession.core.schema.TypedValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What of an item is found by similarity, and which of a video's frames are found at all (registration-facts.md §13.2). It is worked out
 * whenever the metadata is read, so that declaring a key in the schema is enough for the vectors that are there already.
 *
 * @param vectors of the item itself, by key
 * @param frames of a video in their order, at most {@value #MOST_FRAMES}; empty for every other kind
 * @param faults of the metadata: those that {@link TypedMetadata} told, and those of the frames
 */
public record ItemEmbeddings(
        Map<String, TypedValue.Vector> vectors, List<IndexedFrame> frames, List<MetadataFault> faults) {

    /** Key frames come first in this bound; what they leave is sampled, at a lower rate when it has to be. */
    public static final int MOST_FRAMES = 100_000;

    public ItemEmbeddings {
        vectors = Map.copyOf(vectors);
        frames = List.copyOf(frames);
        faults = List.copyOf(faults);
    }

    /** {@code facts} is null while nobody knows what the object is. */
    public static ItemEmbeddings of(ItemKind kind, @Nullable MediaFacts facts, TypedMetadata metadata) {
        var faults = new ArrayList<>(metadata.faults());
        var choice = new FrameChoice(kind, facts, faults);
        var frames = choice.frames(metadata.frames(), metadata.sampling());
        return new ItemEmbeddings(vectors(metadata.values()), frames, faults);
    }

    /**
     * The same with vectors that came in bulk, which count before those of the metadata. Their frames are key frames; where they would be too many,
     * those that come last are left out. What their lengths are is not looked at.
     */
    public ItemEmbeddings with(List<StoredVector> stored) {
        if (stored.isEmpty()) {
            return this;
        }
        var ofItem = new LinkedHashMap<>(vectors);
        var byNumber = new TreeMap<Long, IndexedFrame>();
        frames.forEach(frame -> byNumber.put(frame.number(), frame));
        for (var one : stored) {
            var vector = new TypedValue.Vector(one.vector());
            if (one.frame() == ItemVector.NO_FRAME) {
                ofItem.put(one.key(), vector);
            } else if (byNumber.containsKey(one.frame()) || byNumber.size() < MOST_FRAMES) {
                byNumber.merge(
                        one.frame(),
                        new IndexedFrame(one.frame(), true, Map.of(one.key(), vector)),
                        IndexedFrame::with);
            }
        }
        return new ItemEmbeddings(ofItem, List.copyOf(byNumber.values()), faults);
    }

    private static Map<String, TypedValue.Vector> vectors(Map<String, TypedValue> values) {
        var vectors = new LinkedHashMap<String, TypedValue.Vector>();
        values.forEach((key, value) -> {
            if (value instanceof TypedValue.Vector vector) {
                vectors.put(key, vector);
            }
        });
        return vectors;
    }
}

package io.accession.core.embedding;

import static io.accession.core.embedding.ItemEmbeddings.MOST_FRAMES;

import io.accession.core.domain.ItemKind;
import io.accession.core.domain.MediaFacts;
import io.accession.core.schema.FrameSampling;
import io.accession.core.schema.MetadataFault;
import io.accession.core.schema.TypedValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Chooses the frames of a video that are indexed: its key frames, and samples at a steady rate. */
final class FrameChoice {

    private final ItemKind kind;
    private final @Nullable FrameTiming timing;
    private final List<MetadataFault> faults;

    FrameChoice(ItemKind kind, @Nullable MediaFacts facts, List<MetadataFault> faults) {
        this.kind = kind;
        this.timing =
                facts instanceof MediaFacts.Video video ? FrameTiming.of(video).orElse(null) : null;
        this.faults = faults;
    }

    List<IndexedFrame> frames(Map<String, Map<String, TypedValue>> named, FrameSampling sampling) {
        if (kind != ItemKind.VIDEO) {
            if (!named.isEmpty()) {
                faults.add(new MetadataFault("/$encord/frames", "Only the frames of videos have metadata.", false));
            }
            return List.of();
        }
        var keyFrames = new KeyFrames(sampling.naming(), timing, faults).find(named);
        return merged(sampled(sampling.perSecond(), MOST_FRAMES - keyFrames.size()), keyFrames);
    }

    private long[] sampled(BigDecimal perSecond, int most) {
        if (perSecond.signum() == 0 || timing == null) {
            return most == 0 ? new long[0] : new long[] {0};
        }
        var wanted = timing.sampled(perSecond);
        if (wanted.count() <= most) {
            return wanted.numbers();
        }
        faults.add(new MetadataFault(
                "/$encord/config/sampling_rate",
                "The video would have " + wanted.count() + " samples; " + most + " are taken, evenly over the video.",
                true));
        return most == 0
                ? new long[0]
                : FrameSequence.of(timing.frames(), timing.frames(), most).numbers();
    }

    private static List<IndexedFrame> merged(long[] sampled, SortedMap<Long, IndexedFrame> keyFrames) {
        var all = new ArrayList<IndexedFrame>(sampled.length + keyFrames.size());
        int next = 0;
        for (var keyFrame : keyFrames.values()) {
            while (next < sampled.length && sampled[next] < keyFrame.number()) {
                all.add(sample(sampled[next++]));
            }
            if (next < sampled.length && sampled[next] == keyFrame.number()) {
                next++;
            }
            all.add(keyFrame);
        }
        while (next < sampled.length) {
            all.add(sample(sampled[next++]));
        }
        return all;
    }

    private static IndexedFrame sample(long number) {
        return new IndexedFrame(number, false, Map.of());
    }
}

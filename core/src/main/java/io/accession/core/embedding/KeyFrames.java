package io.accession.core.embedding;

import io.accession.core.schema.FrameSampling.Naming;
import io.accession.core.schema.MetadataFault;
import io.accession.core.schema.TypedValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the frames that the keys of {@code $encord.frames} name. */
final class KeyFrames {

    private static final Pattern FRAME = Pattern.compile("\\d{1,18}");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,10}(\\.\\d{0,30})?");

    private final Naming naming;
    private final @Nullable FrameTiming timing;
    private final List<MetadataFault> faults;

    KeyFrames(Naming naming, @Nullable FrameTiming timing, List<MetadataFault> faults) {
        this.naming = naming;
        this.timing = timing;
        this.faults = faults;
    }

    /** By number. */
    SortedMap<Long, IndexedFrame> find(Map<String, Map<String, TypedValue>> named) {
        var found = new TreeMap<Long, IndexedFrame>();
        named.forEach((name, values) -> number(name).ifPresent(number -> {
            if (found.putIfAbsent(number, new IndexedFrame(number, true, values)) != null) {
                fault(name, "Frame " + number + " has been named before: this one is left out.");
            }
        }));
        if (found.size() <= ItemEmbeddings.MOST_FRAMES) {
            return found;
        }
        long end = found.keySet().stream()
                .skip(ItemEmbeddings.MOST_FRAMES)
                .findFirst()
                .orElseThrow();
        tell(
                "/$encord/frames",
                "A video has at most 100,000 key frames: those from frame " + end + " on are left out.");
        return found.headMap(end);
    }

    private Optional<Long> number(String name) {
        return switch (naming) {
            case FRAME -> frame(name);
            case SECONDS -> seconds(name);
        };
    }

    private Optional<Long> frame(String name) {
        if (!FRAME.matcher(name).matches()) {
            return fault(name, "The number of a frame is expected, counted from 0.");
        }
        long number = Long.parseLong(name);
        return timing == null || number < timing.frames()
                ? Optional.of(number)
                : fault(name, "The video has " + timing.frames() + " frames, counted from 0.");
    }

    private Optional<Long> seconds(String name) {
        if (timing == null) {
            return fault(name, "The video's frame rate is not known, so that its frames can be named by number only.");
        }
        if (!SECONDS.matcher(name).matches()) {
            return fault(name, "Seconds from the video's beginning are expected.");
        }
        var number = timing.frameAt(new BigDecimal(name));
        return number.isPresent()
                ? number
                : fault(name, "The video ends before, after " + timing.frames() + " frames.");
    }

    private Optional<Long> fault(String name, String message) {
        tell("/$encord/frames/" + name.replace("~", "~0").replace("/", "~1"), message);
        return Optional.empty();
    }

    private void tell(String pointer, String message) {
        faults.add(new MetadataFault(pointer, message, false));
    }
}

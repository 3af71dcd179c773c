package io.accession.api;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is told while a manifest is made, a line of JSON each: progress, then what was drafted, then the text of one manifest or several, and
 * that all is there. Whatever ends without {@link Ended} is no manifest.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ManifestEvent.Progress.class, name = "progress"),
    @JsonSubTypes.Type(value = ManifestEvent.Drafted.class, name = "drafted"),
    @JsonSubTypes.Type(value = ManifestEvent.Part.class, name = "part"),
    @JsonSubTypes.Type(value = ManifestEvent.Text.class, name = "text"),
    @JsonSubTypes.Type(value = ManifestEvent.Ended.class, name = "ended"),
    @JsonSubTypes.Type(value = ManifestEvent.Failed.class, name = "failed")
})
public sealed interface ManifestEvent {

    String MEDIA_TYPE = "application/x-ndjson";

    /** So many objects were found so far. */
    record Progress(long objects) implements ManifestEvent {}

    /**
     * What became of the listing.
     *
     * @param entries by the manifest's keys
     * @param manifests how many they fill, since one manifest has its limits
     * @param leftOut what no entry names
     */
    record Drafted(long objects, Map<String, Long> entries, long urls, int manifests, List<LeftOut> leftOut)
            implements ManifestEvent {
        public Drafted {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
            leftOut = List.copyOf(leftOut);
        }
    }

    /** Objects that no entry names, and the first few of their keys. */
    record LeftOut(String reason, long count, List<String> examples) {
        public LeftOut {
            examples = List.copyOf(examples);
        }
    }

    /** A manifest begins; {@code number} counts from 1. */
    record Part(int number) implements ManifestEvent {}

    /** The next piece of the manifest. */
    record Text(String text) implements ManifestEvent {}

    record Ended() implements ManifestEvent {}

    /** It cannot be made; nothing follows. */
    record Failed(Problem problem) implements ManifestEvent {}
}

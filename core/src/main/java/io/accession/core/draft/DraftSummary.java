package io.accession.core.draft;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of a listing.
 *
 * @param objects listed
 * @param entries by the manifest's keys; those without any are left out
 * @param urls that the entries name
 * @param manifests how many they fill, since one manifest has its limits
 * @param leftOut what no entry names, by reason
 */
public record DraftSummary(long objects, Map<String, Long> entries, long urls, int manifests, List<LeftOut> leftOut) {

    /** Objects that no entry names, and the first few of their keys. */
    public record LeftOut(String reason, long count, List<String> examples) {
        public LeftOut {
            examples = List.copyOf(examples);
        }
    }

    public DraftSummary {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        leftOut = List.copyOf(leftOut);
    }
}

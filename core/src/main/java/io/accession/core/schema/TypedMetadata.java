package io.accession.core.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a schema understands of metadata: keys that it does not declare are left out, and so are values that do not fit.
 *
 * @param values by key
 * @param frames the key frames of a video: values by key, by the frame as it was written. {@code core.embedding} knows which frames they are
 */
public record TypedMetadata(
        Map<String, TypedValue> values,
        Map<String, Map<String, TypedValue>> frames,
        FrameSampling sampling,
        List<MetadataFault> faults) {

    public TypedMetadata {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        frames = Collections.unmodifiableMap(new LinkedHashMap<>(frames));
        faults = List.copyOf(faults);
    }

    /** The faults of values that could not be understood. */
    public List<MetadataFault> misfits() {
        return faults.stream().filter(fault -> !fault.isUsed()).toList();
    }
}

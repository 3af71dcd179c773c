package io.accession.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** The unique identifiers among DICOM tags that are kept as DICOM JSON. */
final class DicomUids {

    private static final Map<String, String> TAGS = Map.of(
            "dicomInstanceUid", "00080018",
            "dicomStudyUid", "0020000D",
            "dicomSeriesUid", "0020000E");

    private DicomUids() {}

    /** By the names that the protocol has for them; without those that are not there. */
    static Map<String, String> of(String tagsJson) {
        var uids = new HashMap<String, String>();
        var tags = tags(tagsJson);
        TAGS.forEach((name, tag) -> {
            var uid = tags.path(tag).path("Value").path(0);
            if (uid.isTextual()) {
                uids.put(name, uid.asText());
            }
        });
        return uids;
    }

    private static JsonNode tags(String json) {
        try {
            return WireJson.mapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the catalogue holds DICOM tags that are no JSON", e);
        }
    }
}

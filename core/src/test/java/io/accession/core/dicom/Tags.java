package io.accession.core.dicom;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** DICOM JSON of one file, of which single tags can be set and left out. */
final class Tags {

    private final Map<String, String> elements = new LinkedHashMap<>();

    /** An axial slice at {@code z} that nothing is wrong with. */
    static Tags slice(int instance, double z) {
        return new Tags()
                .with("00080018", "\"1.2.3.4." + instance + "\"")
                .with("00080060", "\"CT\"")
                .with("0008103E", "\"Rings, axial\"")
                .with("00100020", "\"P-1\"")
                .with("00180050", "2.5")
                .with("0020000D", "\"1.2.3\"")
                .with("0020000E", "\"1.2.3.4\"")
                .with("00200032", "-100, -100, " + z)
                .with("00200037", "1, 0, 0, 0, 1, 0")
                .with("00280010", "512")
                .with("00280011", "256")
                .with("00280030", "0.5, 0.5")
                .with("00281050", "40")
                .with("00281051", "400");
    }

    /** {@code values} as they stand in the JSON. */
    Tags with(String tag, String values) {
        elements.put(tag, "{\"vr\":\"XX\",\"Value\":[" + values + "]}");
        return this;
    }

    Tags without(String tag) {
        elements.remove(tag);
        return this;
    }

    Tags empty(String tag) {
        elements.put(tag, "{\"vr\":\"XX\"}");
        return this;
    }

    Tags nothing(String tag) {
        elements.put(tag, "null");
        return this;
    }

    String json() {
        return elements.entrySet().stream()
                .map(element -> "\"" + element.getKey() + "\":" + element.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    SeriesFile named(String title) {
        return new SeriesFile(title, 100, DicomTags.read(json()));
    }
}

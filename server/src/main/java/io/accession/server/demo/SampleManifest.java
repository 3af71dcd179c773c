package io.accession.server.demo;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.accession.api.Json;
import io.accession.core.domain.FailureCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the samples' manifest asks for, and what has to come of it. */
record SampleManifest(Path file, List<Entry> entries) {

    private static final String URL_KEY = "objectUrl";

    SampleManifest {
        entries = List.copyOf(entries);
    }

    /**
     * One entry and its place in the manifest.
     *
     * @param objectUrl empty for a group
     * @param fault what is wrong with it, on purpose
     */
    record Entry(
            String pointer,
            long line,
            long column,
            Optional<String> objectUrl,
            int objects,
            Optional<FailureCode> fault) {}

    static SampleManifest read(Path samples) throws IOException {
        var file = samples.resolve("manifest.json");
        var entries = new ArrayList<Entry>();
        try (var json = Json.lenient().createParser(file.toFile())) {
            json.nextToken();
            for (var key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
                if (json.nextToken() == JsonToken.START_ARRAY) {
                    addEntries(samples, key, json, entries);
                }
            }
        }
        return new SampleManifest(file, entries);
    }

    private static void addEntries(Path samples, String key, JsonParser json, List<Entry> entries) throws IOException {
        for (int index = 0; json.nextToken() == JsonToken.START_OBJECT; index++) {
            var place = json.currentTokenLocation();
            JsonNode entry = json.readValueAsTree();
            var url = Optional.ofNullable(entry.get(URL_KEY)).map(JsonNode::asText);
            entries.add(new Entry(
                    "/" + key + "/" + index,
                    place.getLineNr(),
                    place.getColumnNr(),
                    url,
                    objects(entry),
                    url.flatMap(object -> fault(samples, key, object))));
        }
    }

    private static int objects(JsonNode entry) {
        return (int) entry.properties().stream()
                .filter(property -> property.getKey().startsWith(URL_KEY))
                .count();
    }

    /** The directories below the samples are named after the keys that list what lies in them. */
    private static Optional<FailureCode> fault(Path samples, String key, String object) {
        if (!Files.exists(samples.resolve(object))) {
            return Optional.of(FailureCode.OBJECT_NOT_FOUND);
        }
        return object.startsWith(key + "/") ? Optional.empty() : Optional.of(FailureCode.KIND_MISMATCH);
    }

    List<Entry> sound() {
        return entries.stream().filter(entry -> entry.fault().isEmpty()).toList();
    }

    List<Entry> faulty() {
        return entries.stream().filter(entry -> entry.fault().isPresent()).toList();
    }

    int objects() {
        return entries.stream().mapToInt(Entry::objects).sum();
    }
}

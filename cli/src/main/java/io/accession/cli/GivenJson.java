package io.accession.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.accession.api.Json;
import java.nio.file.Path;

/** JSON that was given on the command line or in a file. As strict as the server: a key that is there twice is a mistake. */
final class GivenJson {

    private GivenJson() {}

    static JsonNode of(Path file) {
        return read(GivenFiles.text(file), "The file '" + file + "'");
    }

    /** An object, or {@code @} and the file that has it. */
    static JsonNode objectOf(String text, String what) {
        var value = text.startsWith("@") ? of(Path.of(text.substring(1))) : read(text, what);
        if (!value.isObject()) {
            throw new UsageException(what + " has to be a JSON object, or @FILE with one.");
        }
        return value;
    }

    private static JsonNode read(String text, String what) {
        try {
            return Json.strict().readTree(text);
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            throw new UsageException(what + " is not valid JSON: " + e.getOriginalMessage()
                    + (place == null ? "" : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")"));
        }
    }
}

package io.accession.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** How a schema differs from the one before it: a line for each key that is added, removed or changed. */
final class SchemaChanges {

    private SchemaChanges() {}

    static List<String> between(JsonNode before, JsonNode after) {
        var keys = new TreeSet<String>();
        before.fieldNames().forEachRemaining(keys::add);
        after.fieldNames().forEachRemaining(keys::add);
        var changes = new ArrayList<String>();
        for (var key : keys) {
            var old = before.get(key);
            var type = after.get(key);
            if (old == null) {
                changes.add("+ " + key + ": " + SchemaText.of(type));
            } else if (type == null) {
                changes.add("- " + key + ": " + SchemaText.of(old) + ", is forgotten");
            } else if (!old.equals(type)) {
                changes.add("~ " + key + ": " + SchemaText.of(old) + " -> " + SchemaText.of(type));
            }
        }
        return changes;
    }
}

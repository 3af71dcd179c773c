package io.accession.core.object;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some objects below a prefix in the order of their keys, and the key to go on after; null at the end. */
public record ObjectPage(List<Listed> objects, @Nullable String after) {

    public record Listed(String key, ObjectStat stat) {}

    public ObjectPage {
        objects = List.copyOf(objects);
    }
}

package io.accession.core.registry;

import io.accession.core.domain.ItemId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a data group is shown.
 *
 * @param contents its members in order, by what the layout calls them
 * @param layout a JSON object: a tree of splits whose leaves name members
 * @param settings a JSON object
 */
public record DataGroup(Map<String, ItemId> contents, String layout, String settings) {

    public DataGroup {
        contents = Collections.unmodifiableMap(new LinkedHashMap<>(contents));
    }
}

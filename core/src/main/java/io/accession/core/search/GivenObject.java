package io.accession.core.search;

import io.accession.core.domain.Spelling;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An object of a search's JSON and the place where it is. */
final class GivenObject {

    private final Map<String, @Nullable Object> properties = new HashMap<>();
    private final String pointer;
    private final SearchFaults faults;

    GivenObject(Map<?, ?> object, String pointer, SearchFaults faults) {
        object.forEach((name, value) -> properties.put(String.valueOf(name), value));
        this.pointer = pointer;
        this.faults = faults;
    }

    Set<String> names() {
        return properties.keySet();
    }

    boolean has(String name) {
        return properties.containsKey(name);
    }

    /** Empty where the property is left out; null is a value, and a wrong one. */
    Optional<GivenValue> find(String name) {
        return has(name) ? Optional.of(value(name)) : Optional.empty();
    }

    /** A property that has to be there. */
    Optional<GivenValue> require(String name) {
        return has(name) ? find(name) : faults.add(pointer, "The property '" + name + "' is missing.");
    }

    private GivenValue value(String name) {
        return new GivenValue(properties.get(name), SearchFaults.below(pointer, name), faults);
    }

    void refuseAllBut(Set<String> known) {
        for (var name : properties.keySet()) {
            if (!known.contains(name)) {
                faults.add(
                        SearchFaults.below(pointer, name),
                        "There is no such property. Did you mean " + String.join(", ", Spelling.nearest(name, known, 1))
                                + "? There are " + SearchFaults.list(known) + ".");
            }
        }
    }

    <T> Optional<T> fault(String message) {
        return faults.add(pointer, message);
    }
}

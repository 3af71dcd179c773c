package io.accession.core.search;

import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryError.Fault;
import io.accession.core.domain.RegistryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What is wrong with a search, found place by place and told at once. */
final class SearchFaults {

    /** A thousand wrong filters are not worth a thousand lines. */
    private static final int TOLD = 100;

    private static final int SHOWN = 40;

    private final List<Fault> faults = new ArrayList<>();

    /** Nothing comes of what is wrong. */
    <T> Optional<T> add(String pointer, String message) {
        if (faults.size() < TOLD) {
            faults.add(new Fault(pointer, message));
        }
        return Optional.empty();
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    void refuse() {
        if (!faults.isEmpty()) {
            throw new RegistryException(new RegistryError.Invalid("The search is not valid.", faults));
        }
    }

    /** A JSON Pointer (RFC 6901) to a property of what {@code pointer} points to. */
    static String below(String pointer, String name) {
        return pointer + '/' + name.replace("~", "~0").replace("/", "~1");
    }

    static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
    }

    /** Sorted, with commas and a last {@code and}. */
    static String list(Iterable<String> names) {
        var sorted = new TreeSet<String>();
        names.forEach(sorted::add);
        if (sorted.size() < 2) {
            return String.join("", sorted);
        }
        var last = sorted.removeLast();
        return String.join(", ", sorted) + " and " + last;
    }
}

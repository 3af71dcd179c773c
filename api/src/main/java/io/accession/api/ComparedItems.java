package io.accession.api;

import java.util.List;

/**
 * Items that were picked from many by comparing them.
 *
 * @param compared how many items passed the filter and have what they are compared by
 * @param precision {@code exact}, or {@code estimated} when an item may be missing that would have come before one of these
 */
public record ComparedItems(List<ComparedItem> items, long compared, String precision) {

    public ComparedItems {
        items = List.copyOf(items);
    }
}

package io.accession.core.search;

import io.accession.core.domain.FolderId;
import io.accession.core.domain.ItemId;
import io.accession.core.schema.TypedValue;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets items pass. A field that an item has no value of lets it pass through no filter but {@link Not}; of several values one is enough. Values are
 * of their field's kind.
 */
public sealed interface Filter {

    /** What passes all of them; everything when there are none. */
    record And(List<Filter> filters) implements Filter {
        public And {
            filters = List.copyOf(filters);
        }
    }

    /** What passes one of them at least; nothing when there are none. */
    record Or(List<Filter> filters) implements Filter {
        public Or {
            filters = List.copyOf(filters);
        }
    }

    /** What does not pass, items without a value included. */
    record Not(Filter filter) implements Filter {}

    /** Texts are the same when all their characters are, case included. */
    record OneOf(SearchField field, Set<TypedValue> values) implements Filter {
        public OneOf {
            values = Set.copyOf(values);
        }
    }

    /** On a scale, from one bound to the other; null for no bound. */
    record Range(
            SearchField field,
            @Nullable Bound low,
            @Nullable Bound high) implements Filter {}

    record Bound(TypedValue value, boolean isInclusive) {}

    /** Case counts. */
    record Prefix(SearchField field, String prefix) implements Filter {}

    /**
     * Every word of the text, in any order and in any case. Words are what letters and digits stand together; all else divides them.
     *
     * @param field null for the title and all keys of the metadata that have words: each word may be in another one
     */
    record Words(@Nullable SearchField field, String text) implements Filter {}

    /** Has a value that its kind fits. */
    record Exists(SearchField field) implements Filter {}

    /** In degrees, its edges included; {@code west} is greater than {@code east} across the 180th meridian. */
    record Box(SearchField field, double south, double west, double north, double east) implements Filter {}

    /** Within a distance on the globe. */
    record Near(SearchField field, double latitude, double longitude, double meters) implements Filter {}

    /** Has a vector, of its own or of one of its frames, that lies in a part of the map of that version. */
    record OnMap(SearchField field, int version, MapShape part) implements Filter {}

    /**
     * Has a frame that passes: of a video, one with metadata or vectors of its own. Inside, fields are keys of the metadata, and values those of the
     * frame.
     */
    record Frames(Filter filter) implements Filter {}

    /** Directly in one of the folders. */
    record InFolders(Set<FolderId> folders) implements Filter {
        public InFolders {
            folders = Set.copyOf(folders);
        }
    }

    record Items(ItemSet items) implements Filter {
        public Items(Set<ItemId> items) {
            this(ItemSet.of(items));
        }
    }

    static Filter everything() {
        return new And(List.of());
    }

    static Filter equalTo(SearchField field, TypedValue value) {
        return new OneOf(field, Set.of(value));
    }
}

package io.accession.core.draft;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an entry is written. */
sealed interface EntryForm permits JsonEntries, CsvEntries {

    /** Values are texts or numbers. */
    String single(DraftType type, ListedObject object, @Nullable String title, Map<String, Object> metadata);

    String group(DraftType type, String title, List<ListedObject> objects, Map<String, Object> metadata, boolean video);

    /** What begins a manifest. */
    String opening();

    /** What stands before the entries of a type; {@code isFirst} of its manifest. */
    String typeOpening(DraftType type, boolean isFirst);

    /** What stands between two entries of a type. */
    String separator();

    /** What ends the entries of a type. */
    String typeClosing();

    String closing();

    static EntryForm of(boolean csv) {
        return csv ? new CsvEntries() : new JsonEntries();
    }
}

package io.accession.core.manifest;

import io.accession.core.manifest.JsonFault.Tolerance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Understands one entry that lies in memory: while a manifest is read, and again later over the entries that were kept. The same bytes give
 * the same answer each time. Not for several threads at once; keep one and use it again, it is cheap then.
 */
public final class EntryParser {

    private static final KeyNames NAMES = new KeyNames(names());
    private static final Tolerance STRICT = (code, place) -> {
        throw new JsonFault(place, "a kept entry must be strict JSON");
    };

    private final ManifestLimits limits;
    private final JsonWindow window = JsonWindow.empty();
    private final JsonScanner scanner;

    public EntryParser(ManifestLimits limits) {
        this(limits, Integer.MAX_VALUE);
    }

    EntryParser(ManifestLimits limits, int depth) {
        this.limits = limits;
        this.scanner = new JsonScanner(window, depth, STRICT);
    }

    private static List<String> names() {
        var names = new ArrayList<String>(MediaField.allSpellings());
        names.addAll(EntryReading.KEYS);
        names.addAll(DicomBlock.REQUIRED_TAGS);
        return names;
    }

    /**
     * Reads the entry in {@code length} bytes from {@code offset}: strict JSON, as {@link EntrySink} gives it. The answer's client
     * metadata is a view of the buffer.
     *
     * @param typeKey the top-level key that the entry stood under, in any accepted spelling
     * @throws IllegalArgumentException when the key is unknown or the bytes are not strict JSON
     */
    public ManifestEntry parse(String typeKey, byte[] buffer, int offset, int length) {
        var type =
                EntryType.find(typeKey).orElseThrow(() -> new IllegalArgumentException("not a type key: " + typeKey));
        try {
            return parse(type, buffer, offset, length, EntryNotes.IGNORED);
        } catch (JsonFault fault) {
            throw new IllegalArgumentException("The entry is not strict JSON: " + fault.what(), fault);
        }
    }

    /** Where the last entry was read to, and its lines. */
    JsonScanner scanner() {
        return scanner;
    }

    ManifestEntry parse(EntryType type, byte[] buffer, int offset, int length, EntryNotes notes) {
        window.show(buffer, offset, length);
        scanner.restart();
        var faults = new EntryFaults();
        try {
            return new EntryReading(type, limits, new EntryValues(scanner, NAMES, faults, notes), faults, notes).read();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}

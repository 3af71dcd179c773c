package io.accession.core.manifest;

import io.accession.core.manifest.JsonFault.Place;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One manifest of one JSON object per line, while it is read: {@code {"type": "images", "objectUrl": "…"}}, with the keys that an entry of
 * that type has. The first line may hold flags instead. A line that cannot be read is a fault of the manifest: what it asks for is not known,
 * and it could not be given back.
 */
final class NdjsonReading {

    private static final String TYPE = "type";

    private final ManifestLimits limits;
    private final ManifestForm form;
    private final EntrySink sink;
    private final JsonWindow window;
    private final JsonScanner scanner;
    private final EntryParser parser;
    private final ManifestWarnings warnings = new ManifestWarnings();
    private final ManifestFlags flags;
    private final ManifestTally tally;
    private long lastLine;

    NdjsonReading(ManifestLimits limits, ManifestForm form, InputStream body, EntrySink sink) {
        this.limits = limits;
        this.form = form;
        this.sink = sink;
        this.window = JsonWindow.over(body, limits);
        this.scanner = new JsonScanner(window, limits.depth(), (code, place) -> warnings.add(code, "", () -> place));
        this.parser = new EntryParser(limits);
        this.flags = new ManifestFlags(form);
        this.tally = new ManifestTally(limits);
    }

    ManifestSummary read() throws IOException {
        try {
            ManifestEncoding.check(window);
            scanner.restart();
            while (scanner.peek() >= 0) {
                readLine();
            }
            if (tally.entries() == 0) {
                throw scanner.fault("it names no objects. Write one per line, such as"
                        + " {\"type\": \"images\", \"objectUrl\": \"…\"}");
            }
            flags.warn(warnings);
            return new ManifestSummary(
                    flags.skipDuplicateUrls(), flags.upsertMetadata(), tally.entries(), tally.urls(), warnings.list());
        } catch (JsonFault fault) {
            throw ManifestFaults.invalid(fault.place(), fault.what(), "");
        } catch (PackingFault fault) {
            throw ManifestFaults.invalid(scanner.place(), fault.what(), "");
        }
    }

    private void readLine() throws IOException {
        var place = scanner.place();
        if (place.line() == lastLine) {
            throw scanner.fault("each entry stands on a line of its own, without a comma behind it");
        }
        if (scanner.peek() != '{') {
            throw scanner.expected("a JSON object on each line");
        }
        boolean isFirst = lastLine == 0;
        window.keep();
        scanner.enter();
        boolean more = scanner.first();
        if (isFirst && more && isFlagNext()) {
            readFlags();
        } else {
            readEntry(place, more);
        }
        window.release();
        lastLine = scanner.place().line();
    }

    private boolean isFlagNext() throws IOException {
        return scanner.peek() == '"' && (lineBeginsWith("\"skip") || lineBeginsWith("\"upsert"));
    }

    private boolean lineBeginsWith(String text) throws IOException {
        if (!window.has(text.length())) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (window.bytes[window.position + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void readFlags() throws IOException {
        for (boolean more = true; more; more = scanner.next()) {
            var place = scanner.place();
            String key = key();
            if (!ManifestFlags.isFlag(key)) {
                throw new JsonFault(
                        place,
                        "'" + Wording.shortened(key) + "' is no flag. A first line with flags holds"
                                + " skip_duplicate_urls and upsert_metadata only");
            }
            flags.read(key, place, scanner);
        }
    }

    private String key() throws IOException {
        scanner.key();
        return text();
    }

    /** The string just read; empty when it was too long to be kept. */
    private String text() {
        return scanner.strings().from() < 0 ? "" : scanner.strings().text();
    }

    private void readEntry(Place place, boolean hasKeys) throws IOException {
        String given = null;
        for (boolean more = hasKeys; more; more = scanner.next()) {
            if (key().equals(TYPE)) {
                given = readType().orElse(given);
            } else {
                scanner.skipValue();
            }
        }
        handOver(place, typeKey(place, given));
    }

    private Optional<String> readType() throws IOException {
        var place = scanner.place();
        int start = scanner.peek();
        if (start == 'n') {
            scanner.skipValue();
            return Optional.empty();
        }
        if (start != '"') {
            throw scanner.expected("a type in double quotes");
        }
        scanner.string();
        String type = text();
        if (EntryType.find(type).isEmpty()) {
            throw new JsonFault(
                    place, "'" + Wording.shortened(type) + "' is not a type. Known are " + EntryType.known());
        }
        return Optional.of(type);
    }

    private String typeKey(Place place, @Nullable String given) {
        if (given != null) {
            return given;
        }
        if (form.type() != null) {
            return form.type();
        }
        throw new JsonFault(
                place,
                "the line does not say of what type its object is. Add \"type\", such as {\"type\": \"images\", …},"
                        + " or name one type for all lines with the parameter 'type'");
    }

    private void handOver(Place place, String typeKey) throws IOException {
        var type = EntryType.find(typeKey).orElseThrow();
        var position = EntryPosition.ofLine(typeKey, place.line(), place.column());
        tally.addEntry(position);
        long length = window.offset() - place.offset();
        if (length > limits.entryBytes()) {
            sink.accept(position, ManifestReading.NOTHING, ManifestReading.tooLarge(type, limits));
            return;
        }
        var raw = new RawJson(window.bytes, window.kept(), (int) length);
        EntryNotes notes =
                (code, detail, index) -> warnings.add(code, detail, () -> ManifestReading.place(position, raw, index));
        var entry = parser.parse(type, raw.buffer(), raw.offset(), raw.length(), notes);
        tally.addUrls(entry.size(), position);
        sink.accept(position, raw, entry);
    }
}

package io.accession.core.manifest;

import io.accession.core.domain.Failure;
import io.accession.core.domain.FailureCode;
import io.accession.core.manifest.JsonFault.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One manifest while it is read. */
final class ManifestReading {

    /** What is kept of an entry that is too large to be kept. */
    static final RawJson NOTHING = new RawJson("{}".getBytes(StandardCharsets.UTF_8), 0, 2);

    private static final int TOP_LEVEL_KEYS = 1_000;

    /** Entries stand in a list in the manifest's object. */
    private static final int DEPTH_OF_ENTRIES = 2;

    private final ManifestLimits limits;
    private final EntrySink sink;
    private final JsonWindow window;
    private final JsonScanner scanner;
    private final EntryParser parser;
    private final ManifestWarnings warnings = new ManifestWarnings();
    private final ManifestFlags flags;
    private final ManifestTally tally;
    private final Set<String> keys = new HashSet<>();
    private final List<Note> notes = new ArrayList<>(0);

    private String pointer = "";

    /** Something worth a warning in an entry, at one of its bytes. */
    private record Note(String code, String detail, int index) {}

    ManifestReading(ManifestLimits limits, ManifestForm form, InputStream body, EntrySink sink) {
        this.limits = limits;
        this.flags = new ManifestFlags(form);
        this.tally = new ManifestTally(limits);
        this.sink = sink;
        this.window = JsonWindow.over(body, limits);
        this.scanner = new JsonScanner(window, limits.depth(), (code, place) -> warnings.add(code, "", () -> place));
        this.parser = new EntryParser(limits, limits.depth() - DEPTH_OF_ENTRIES);
    }

    ManifestSummary read() throws IOException {
        try {
            ManifestEncoding.check(window);
            scanner.restart();
            readRoot();
            flags.warn(warnings);
            return new ManifestSummary(
                    flags.skipDuplicateUrls(), flags.upsertMetadata(), tally.entries(), tally.urls(), warnings.list());
        } catch (JsonFault fault) {
            throw ManifestFaults.invalid(fault.place(), fault.what(), pointer);
        } catch (PackingFault fault) {
            throw ManifestFaults.invalid(scanner.place(), fault.what(), pointer);
        }
    }

    private void readRoot() throws IOException {
        int start = scanner.peek();
        if (start < 0) {
            throw scanner.fault("it is empty. Send a JSON object such as {\"images\": [{\"objectUrl\": \"…\"}]}");
        }
        if (start != '{') {
            throw notAnObject(start);
        }
        var place = scanner.place();
        scanner.enter();
        for (boolean more = scanner.first(); more; more = scanner.next()) {
            readTopLevelKey();
            pointer = "";
        }
        if (scanner.peek() >= 0) {
            throw scanner.fault("the manifest's object ended before this. Remove what follows its last }");
        }
        if (tally.entries() == 0) {
            throw new JsonFault(place, "it names no objects. List them under one of " + EntryType.known());
        }
    }

    private JsonFault notAnObject(int start) throws IOException {
        var fault = scanner.expected("a JSON object, which begins with {,");
        boolean isWord = start == '\'' || start == '"' || Character.isLetter(start);
        return isWord
                ? new JsonFault(fault.place(), fault.what() + ". A CSV manifest is sent with Content-Type: text/csv")
                : fault;
    }

    private void readTopLevelKey() throws IOException {
        if (scanner.peek() != '"') {
            throw scanner.expected("a key in double quotes");
        }
        var place = scanner.place();
        window.keep();
        scanner.string();
        String key = scanner.strings().from() < 0 ? "" : scanner.strings().text();
        window.release();
        scanner.colon();
        pointer = "/" + key.replace("~", "~0").replace("/", "~1");
        if (!keys.add(key)) {
            throw new JsonFault(
                    place, "the key '" + Wording.shortened(key) + "' is given twice. Put its values together");
        }
        if (keys.size() > TOP_LEVEL_KEYS) {
            throw new JsonFault(place, "there are more than " + TOP_LEVEL_KEYS + " keys at the top level");
        }
        readValueOf(key, place);
    }

    private void readValueOf(String key, Place place) throws IOException {
        var type = EntryType.find(key);
        if (type.isPresent()) {
            readEntries(type.get(), key);
        } else if (ManifestFlags.isFlag(key)) {
            flags.read(key, place, scanner);
        } else {
            skipUnknown(key, place);
        }
    }

    private void skipUnknown(String key, Place place) throws IOException {
        int start = scanner.peek();
        if (start == 'n') {
            scanner.skipValue();
            return;
        }
        if (start == '[') {
            scanner.enter();
            if (!scanner.first()) {
                return;
            }
        }
        throw new JsonFault(
                place,
                "'" + Wording.shortened(key) + "' is not known here. The keys of a manifest are " + EntryType.known()
                        + ", skip_duplicate_urls and upsert_metadata");
    }

    private void readEntries(EntryType type, String key) throws IOException {
        int start = scanner.peek();
        if (start == 'n') {
            scanner.skipValue();
            return;
        }
        if (start != '[') {
            throw scanner.expected("a list of entries [ … ] for '" + key + "'");
        }
        scanner.enter();
        int index = 0;
        for (boolean more = scanner.first(); more; more = scanner.next()) {
            var place = scanner.place();
            var position = new EntryPosition(key, index++, place.line(), place.column());
            pointer = position.pointer();
            readEntry(type, position, place.offset());
            pointer = "/" + key;
        }
    }

    private void readEntry(EntryType type, EntryPosition position, long start) throws IOException {
        tally.addEntry(position);
        if (!readAhead(type, position)) {
            readMeasured(type, position, start);
        }
    }

    /** Understands an entry in one pass, as nearly all can be: it lies in the window as a whole and is strict JSON. */
    private boolean readAhead(EntryType type, EntryPosition position) throws IOException {
        int from = window.position;
        if (window.bytes[from] != '{') {
            return false;
        }
        ManifestEntry entry;
        notes.clear();
        try {
            entry = parser.parse(type, window.bytes, from, window.limit - from, this::note);
        } catch (JsonFault notStrictOrNotWhole) {
            return false;
        }
        int length = parser.scanner().window().position - from;
        if (length > limits.entryBytes()) {
            return false;
        }
        scanner.follow(parser.scanner());
        handOver(position, new RawJson(window.bytes, from, length), entry);
        return true;
    }

    /** Finds an entry's end first, which makes it strict and brings all of it into the window. */
    private void readMeasured(EntryType type, EntryPosition position, long start) throws IOException {
        window.keep();
        scanner.skipValue();
        long length = window.offset() - start;
        if (length > limits.entryBytes()) {
            sink.accept(position, NOTHING, tooLarge(type, limits));
        } else {
            var raw = new RawJson(window.bytes, window.kept(), (int) length);
            notes.clear();
            handOver(position, raw, parser.parse(type, raw.buffer(), raw.offset(), raw.length(), this::note));
        }
        window.release();
    }

    private void note(String code, String detail, int index) {
        notes.add(new Note(code, detail, index));
    }

    private void handOver(EntryPosition position, RawJson raw, ManifestEntry entry) throws IOException {
        for (var note : notes) {
            warnings.add(note.code(), note.detail(), () -> place(position, raw, note.index()));
        }
        tally.addUrls(entry.size(), position);
        sink.accept(position, raw, entry);
    }

    /** An entry that was not kept. */
    static ManifestEntry tooLarge(EntryType type, ManifestLimits limits) {
        var failure = new Failure(
                FailureCode.ENTRY_TOO_LARGE,
                "The entry is larger than " + Wording.bytes(limits.entryBytes()) + ", the most that one may have.");
        return new ManifestEntry(type.kind(), List.of(), null, null, null, failure);
    }

    /** The place of one byte of an entry. */
    static Place place(EntryPosition position, RawJson raw, int index) {
        long line = position.line();
        long column = position.column();
        for (int i = raw.offset(); i < index; i++) {
            if (raw.buffer()[i] == '\n') {
                line++;
                column = 1;
            } else if ((raw.buffer()[i] & 0xC0) != 0x80) {
                column++;
            }
        }
        return new Place(index, line, column);
    }
}

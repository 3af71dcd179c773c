package io.accession.core.manifest;

import io.accession.core.domain.FailureCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Takes keys and values out of one entry that lies in memory as a whole. A value of the wrong type becomes a fault of the entry and is
 * read to its end, so that what follows it can be read too.
 */
final class EntryValues {

    /** Longer numbers are nothing that a field of media metadata could mean. */
    private static final int NUMBER_BYTES = 400;

    private static final double EXACT_WHOLE = 1L << 53;

    private final JsonScanner scanner;
    private final JsonWindow window;
    private final KeyNames names;
    private final EntryFaults faults;
    private final EntryNotes notes;

    EntryValues(JsonScanner scanner, KeyNames names, EntryFaults faults, EntryNotes notes) {
        this.scanner = scanner;
        this.window = scanner.window();
        this.names = names;
        this.faults = faults;
        this.notes = notes;
    }

    JsonScanner scanner() {
        return scanner;
    }

    /** Reads a key. Known ones are always the same string. */
    String key() throws IOException {
        scanner.key();
        var strings = scanner.strings();
        var known = names.find(window.bytes, strings.from(), strings.to());
        return known != null ? known : strings.text();
    }

    void fault(FailureCode code, String sentence) {
        faults.add(code, sentence);
    }

    /** Reads over the value of a key that means nothing. */
    void skipUnknown(String path) throws IOException {
        int at = scanner.strings().from();
        if (!skipNull()) {
            notes.note("UNKNOWN_ENTRY_KEY", Wording.shortened(path), at);
            scanner.skipValue();
        }
    }

    /** Whether a null stands here, which is then read. */
    boolean skipNull() throws IOException {
        if (scanner.peek() != 'n') {
            return false;
        }
        scanner.skipValue();
        return true;
    }

    /** Whether the value here begins with the character; it becomes a fault and is read otherwise. */
    boolean begins(char start, FailureCode code, String field, String demand) throws IOException {
        if (scanner.peek() == start) {
            return true;
        }
        faultOfValue(code, field, demand);
        return false;
    }

    /** A string that PostgreSQL can hold; null after a fault. */
    @Nullable
    String text(FailureCode code, String field) throws IOException {
        return begins('"', code, field, "must be a string") ? storableText(code, field) : null;
    }

    /** As {@link #text}, where a string begins here. */
    @Nullable
    String storableText(FailureCode code, String field) throws IOException {
        scanner.takeUnstorable();
        scanner.string();
        var unstorable = scanner.takeUnstorable();
        if (unstorable == null) {
            return scanner.strings().text();
        }
        fault(code, field + " holds " + unstorable + ", which cannot be stored. Remove it.");
        return null;
    }

    boolean flag(FailureCode code, String field) throws IOException {
        int start = scanner.peek();
        if (start != 't' && start != 'f') {
            faultOfValue(code, field, "must be true or false");
            return false;
        }
        scanner.skipValue();
        return start == 't';
    }

    /** Reads the number here; -1 when it is not a whole one that a long holds exactly. */
    long whole() throws IOException {
        int from = window.position;
        scanner.skipValue();
        int to = window.position;
        long value = 0;
        for (int i = from; i < to && to - from < 19; i++) {
            int digit = window.bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return wholeOfDecimal(from, to);
            }
            value = value * 10 + digit;
        }
        return to - from < 19 ? value : wholeOfDecimal(from, to);
    }

    private long wholeOfDecimal(int from, int to) {
        double value = decimalIn(from, to);
        return value == Math.rint(value) && Math.abs(value) <= EXACT_WHOLE ? (long) value : -1;
    }

    /** Reads the number here; NaN when it is too long to mean anything. */
    double decimal() throws IOException {
        int from = window.position;
        scanner.skipValue();
        return decimalIn(from, window.position);
    }

    private double decimalIn(int from, int to) {
        return to - from > NUMBER_BYTES
                ? Double.NaN
                : Double.parseDouble(new String(window.bytes, from, to - from, StandardCharsets.US_ASCII));
    }

    /** Reads the value here and says that it is not what it must be. */
    void faultOfValue(FailureCode code, String field, String demand) throws IOException {
        int from = position();
        scanner.skipValue();
        faultOfValueIn(from, window.position, code, field, demand);
    }

    /** Says of a value that was read already that it is not what it must be. */
    void faultOfValueIn(int from, int to, FailureCode code, String field, String demand) {
        fault(code, field + " " + demand + ", got " + described(from, to) + ".");
    }

    /** Where the next value begins. */
    int position() throws IOException {
        scanner.peek();
        return window.position;
    }

    private String described(int from, int to) {
        return switch (window.bytes[from]) {
            case '{' -> "an object";
            case '[' -> "a list";
            default ->
                Wording.shortened(new String(window.bytes, from, Math.min(to - from, 200), StandardCharsets.UTF_8));
        };
    }
}

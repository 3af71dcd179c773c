package io.accession.core.manifest;

/**
 * Where an entry stands. Lines and columns count from 1, columns in characters; {@code index} counts within its type key from 0, and is
 * negative in manifests that are not one JSON document.
 */
public record EntryPosition(String typeKey, int index, long line, long column) {

    private static final int OF_ROW = -1;
    private static final int OF_LINE = -2;

    /** Of a CSV manifest. The row is the first one of a group. */
    static EntryPosition ofRow(String typeKey, long line, long column) {
        return new EntryPosition(typeKey, OF_ROW, line, column);
    }

    /** Of an NDJSON manifest. */
    static EntryPosition ofLine(String typeKey, long line, long column) {
        return new EntryPosition(typeKey, OF_LINE, line, column);
    }

    public boolean isOfRow() {
        return index == OF_ROW;
    }

    public boolean isOfLine() {
        return index == OF_LINE;
    }

    /** JSON Pointer (RFC 6901); empty for rows and lines. */
    public String pointer() {
        return index < 0 ? "" : "/" + typeKey + "/" + index;
    }
}

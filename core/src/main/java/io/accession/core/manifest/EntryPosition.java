package io.accession.core.manifest;

/** Where an entry stands. Lines and columns count from 1, columns in characters; {@code index} counts within its type key from 0. */
public record EntryPosition(String typeKey, int index, long line, long column) {

    /** JSON Pointer (RFC 6901). */
    public String pointer() {
        return "/" + typeKey + "/" + index;
    }
}

package io.accession.core.manifest;

/** Told of what is odd in an entry but does not keep it from being registered. */
@FunctionalInterface
interface EntryNotes {

    EntryNotes IGNORED = (code, detail, index) -> {};

    /** {@code index} is the place in the buffer that the entry was read from. */
    void note(String code, String detail, int index);
}

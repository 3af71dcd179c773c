package io.accession.client;

import java.util.Locale;

/** The types of plain values in a metadata schema. */
public enum ScalarType {
    BOOLEAN,

    /** Of ISO 8601; without an offset it is UTC. */
    DATETIME,

    /** Of 64 bits. */
    NUMBER,
    UUID,

    /** A text of at most 8,192 characters, to be filtered by. */
    VARCHAR,

    /** A text of any length, to be searched for words. */
    TEXT;

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

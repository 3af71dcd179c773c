package io.accession.core.media;

import io.accession.core.domain.ItemKind;

/** Finds out what an object is. Never throws on bad media, never reads to the end by default. Safe for use by many threads. */
public interface MediaProber {

    /** {@code kind} is what the entry promised: one of the kinds of a single object. */
    ProbeResult probe(ItemKind kind, ObjectView object);
}

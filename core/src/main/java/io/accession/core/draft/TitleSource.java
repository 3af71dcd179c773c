package io.accession.core.draft;

/** What single objects are titled with. Groups are titled with what they are grouped by. */
public enum TitleSource {
    /** No title is written; registering takes its default. */
    DEFAULT,
    /** The object's whole key. */
    KEY,
    /** The last part of the key. */
    NAME
}

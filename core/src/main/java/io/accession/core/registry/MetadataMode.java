package io.accession.core.registry;

/** How given metadata and the metadata that an item has become one (docs/guides/metadata.md). */
public enum MetadataMode {
    /** What was there is forgotten. */
    REPLACE,

    /** Key by key, and so in objects of objects; what is given wins. Lists are replaced as a whole, null is a value. */
    MERGE,

    /** RFC 7386: as a merge, but null removes its key. */
    MERGE_PATCH,

    /** As a merge in which what is there wins. */
    IF_ABSENT
}

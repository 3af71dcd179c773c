package io.accession.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How given client metadata and what an item has become one. */
public enum MetadataMode {
    /** What was there is forgotten. */
    @JsonProperty("replace")
    REPLACE,

    /** Key by key, and so in objects of objects; what is given wins. Lists are replaced as a whole, null is a value. */
    @JsonProperty("merge")
    MERGE,

    /** RFC 7386: as a merge, but null removes its key. */
    @JsonProperty("merge-patch")
    MERGE_PATCH,

    /** As a merge in which what is there wins. */
    @JsonProperty("if-absent")
    IF_ABSENT
}

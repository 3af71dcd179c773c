/**
 * Finding items. Comes in: a {@link io.accession.core.search.SearchRequest}, read from JSON or made by the program, and what the asker may read. Goes
 * out: hits, counts and facets of what they may read, and of nothing else.
 */
@NullMarked
package io.accession.core.search;

import org.jspecify.annotations.NullMarked;

/** The search index: Lucene, following the catalogue's change feed. */
@NullMarked
package io.accession.search;

import org.jspecify.annotations.NullMarked;

/** The index, following a feed in memory. */
@NullMarked
package io.accession.search;

import org.jspecify.annotations.NullMarked;

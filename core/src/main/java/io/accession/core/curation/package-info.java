/**
 * Picking items out: collections of them, and the filters that pick. Comes in: ids and filters. Goes out: collections, and their items as far as
 * the asker may look at them.
 */
@NullMarked
package io.accession.core.curation;

import org.jspecify.annotations.NullMarked;

/**
 * Comparing things with one another by the distances between them, whatever they are: which are nearly the same, which differ most, which have
 * nothing near them. docs/curation.md tells how.
 */
@NullMarked
package io.accession.search.compare;

import org.jspecify.annotations.NullMarked;

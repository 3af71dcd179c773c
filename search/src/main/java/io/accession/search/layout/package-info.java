/**
 * Lays vectors out on a plane so that what is alike lies together (docs/decisions/0087-maps.md): numbers in, numbers out, always the same for the same
 * vectors in the same order, whatever the number of threads.
 */
@NullMarked
package io.accession.search.layout;

import org.jspecify.annotations.NullMarked;

/**
 * Maps of embeddings: pictures in which what is alike lies together. How far a map is and where its points lie is kept here; vectors go in where the
 * index is, and points come out there.
 */
@NullMarked
package io.accession.core.map;

import org.jspecify.annotations.NullMarked;

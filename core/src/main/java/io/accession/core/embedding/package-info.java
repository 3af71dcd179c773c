/**
 * Custom embeddings. Comes in: an item's metadata as the schema in force understands it, and its media facts. Goes out: the item's vectors by
 * key, and for a video which of its frames are indexed, with their vectors and their metadata.
 */
@NullMarked
package io.accession.core.embedding;

import org.jspecify.annotations.NullMarked;

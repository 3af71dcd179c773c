/**
 * The third room. Comes in: units that have to be looked at, claimed in chunks. Goes out: a {@link ProbedChunk} telling what came of
 * each. Nothing is written here, and no transaction is open while a storage is asked.
 */
@NullMarked
package io.accession.core.probe;

import org.jspecify.annotations.NullMarked;

/**
 * The first room. Comes in: a manifest as a stream, and for whom it is. Goes out: an upload job with its slices in the database,
 * stored in one short transaction after the last byte. Until then nothing exists but a file in the spool directory.
 */
@NullMarked
package io.accession.core.receive;

import org.jspecify.annotations.NullMarked;

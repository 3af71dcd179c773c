/**
 * The fifth room. Comes in: what probing found. Goes out: items. Of a tolerant job a chunk per transaction; of an atomic job
 * findings are written down chunk by chunk, and everything becomes items in one transaction at the end.
 */
@NullMarked
package io.accession.core.promote;

import org.jspecify.annotations.NullMarked;

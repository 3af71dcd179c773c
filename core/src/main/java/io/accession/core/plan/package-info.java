/**
 * The second room. Comes in: a slice. Goes out, in one transaction: items for its trusted entries (tolerant jobs), units for
 * those that have to be looked at and for those that failed, and the slice's counts.
 */
@NullMarked
package io.accession.core.plan;

import org.jspecify.annotations.NullMarked;

/**
 * The port through which objects are looked at. Comes in: the kind that an entry promised and a random-access view of its object.
 * Goes out: a {@link ProbeResult}.
 */
@NullMarked
package io.accession.core.media;

import org.jspecify.annotations.NullMarked;

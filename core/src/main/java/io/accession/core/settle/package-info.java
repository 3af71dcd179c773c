/** The sixth room. Comes in: jobs all of whose units are decided, or that were cancelled. Goes out: ended jobs. */
@NullMarked
package io.accession.core.settle;

import org.jspecify.annotations.NullMarked;

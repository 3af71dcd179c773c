/**
 * Objects in customer storage: how a URL becomes a location and an identity, and the port through which objects are read.
 * Comes in: an object URL as given and the addressing of its storage integration. Goes out: one {@link ObjectLocation} for all spellings
 * of it, its {@link IdentityHash}, and bytes.
 */
@NullMarked
package io.accession.core.object;

import org.jspecify.annotations.NullMarked;

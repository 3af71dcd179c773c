/**
 * Object stores, and everything that leaves the machine for them. Comes in: a storage integration. Goes out: an {@code ObjectStore} whose
 * every connection passes the one {@link io.accession.storage.http.OutboundGuard}, the check of an integration, and the vault that keeps
 * its credentials.
 */
@NullMarked
package io.accession.storage;

import org.jspecify.annotations.NullMarked;

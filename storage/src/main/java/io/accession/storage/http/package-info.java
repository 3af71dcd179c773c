/**
 * The one small HTTP/1.1 client that all storage traffic goes through, cloud SDKs included. Comes in: a request for a host by name. Goes
 * out: an answer from an address that the {@link OutboundGuard} looked at, because the client connects to that very address.
 */
@NullMarked
package io.accession.storage.http;

import org.jspecify.annotations.NullMarked;

/**
 * Who is asking: message signatures (RFC 9421) with a user's Ed25519 key, or bearer tokens, settled from the headers alone. The
 * digest that a signature covers is compared when the body has ended.
 */
@NullMarked
package io.accession.wire.authentication;

import org.jspecify.annotations.NullMarked;

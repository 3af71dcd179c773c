/** Signed paths at which anybody gets the bytes of objects that lie on this server, and the answers there. */
@NullMarked
package io.accession.server.media;

import org.jspecify.annotations.NullMarked;

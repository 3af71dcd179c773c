/** An HTTP server that says what a test tells it to, down to the bytes on the socket. */
@NullMarked
package io.accession.testkit.http;

import org.jspecify.annotations.NullMarked;

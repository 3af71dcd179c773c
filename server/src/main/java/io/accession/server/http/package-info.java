/**
 * The HTTP server without any nouns: connections that end in order, request ids, bearer authentication, problems, JSON and event
 * streams. Comes in: a list of {@link Operation}s. Goes out: a listening socket.
 */
@NullMarked
package io.accession.server.http;

import org.jspecify.annotations.NullMarked;

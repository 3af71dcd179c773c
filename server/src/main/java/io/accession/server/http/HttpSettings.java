package io.accession.server.http;

import java.net.URI;
import java.util.Optional;

/**
 * Where to listen, and how much to accept.
 *
 * @param port 0 takes any free one
 * @param bodyBytes how large a request's body may be
 * @param publicUrl where people find the server, if that is not where it listens
 */
public record HttpSettings(String host, int port, long bodyBytes, Optional<URI> publicUrl) {}

package io.accession.server.http;

/**
 * Where to listen, and how much to accept.
 *
 * @param port 0 takes any free one
 * @param bodyBytes how large a request's body may be
 */
public record HttpSettings(String host, int port, long bodyBytes) {}

package io.accession.api;

/** A token for programs that sign requests with an SSH key. */
public record ShortLivedToken(Secret token, int expiresInSeconds) {}
